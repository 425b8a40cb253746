using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Practices;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Interview;
using Reprieve.Responses.Writing;

namespace Reprieve.Responses.Tests.Writing;

/// <summary>A case for any reason, with reports, papers and an answer to every question.</summary>
internal static class FullCases
{
    private const string Asin = "B0ZQB2L6MK";
    private static readonly KnowledgeBase Knowledge = KnowledgeLoader.BuiltIn;
    private static readonly string Hash = new('c', 64);

    public static ResponseRequest Request(string reason, string cause, ResponseMode mode = ResponseMode.Plan)
    {
        Diagnosis notice = Notice(reason, Knowledge.Reason(reason)!.Metrics.Count > 0) with { ResponseMode = mode };
        List<Question> questions = Questions(notice, mode);
        bool metric = Knowledge.Reason(reason)!.Metrics.Count > 0;
        return new ResponseRequest
        {
            Notice = notice,
            Review = Review(metric),
            Documents =
            [
                .. metric ? [] : Invoices,
                .. questions
                    .Select((question, i) => (question, i))
                    .Where(pair => pair.question.Slot == Slot.Document)
                    .Select(pair => SampleCases.Paper(Proof(pair.i), DocumentKind.Unknown)),
            ],
            Answers = new AnswerSheet
            {
                File = new SourceFile("answers.yaml", Hash),
                Seller = new Seller(
                    "Larkmoor Supply",
                    "Larkmoor Supply LLC",
                    Address: "12 Quarry Lane, Dover, DE 19901"
                ),
                Answers = [.. questions.Select((q, i) => Answer(q, cause, i))],
            },
            Today = new DateOnly(2026, 10, 20),
            NoticeFile = new SourceFile("notice.eml", Hash),
        };
    }

    private static Document[] Invoices =>
        [SampleCases.Invoice("invoice.pdf", "TF-1", new DateOnly(2026, 3, 11), 600, 400)];

    /// <summary>All that is asked, of the frame and of the reason.</summary>
    private static List<Question> Questions(Diagnosis notice, ResponseMode mode) =>
        [
            .. Outline
                .Of(Bare(notice), mode, Knowledge)
                .Playbooks.SelectMany(playbook => playbook.Questions)
                .Where(question => !question.Id.StartsWith("seller.", StringComparison.Ordinal))
                .DistinctBy(question => question.Id),
        ];

    private static ResponseRequest Bare(Diagnosis notice) =>
        new()
        {
            Notice = notice,
            Review = null,
            Documents = [],
            Answers = AnswerSheet.Empty,
            Today = new DateOnly(2026, 10, 20),
            NoticeFile = new SourceFile("notice.eml", Hash),
        };

    private static string Proof(int question) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"proof-{question}.pdf");

    private static Answer Answer(Question question, string cause, int line)
    {
        string value = question.Slot switch
        {
            Slot.Pick when question.Id.EndsWith(".cause", StringComparison.Ordinal) => cause,
            Slot.Pick => question.Choices[0].Code,
            Slot.PickSeveral when question.Id.EndsWith(".measures", StringComparison.Ordinal) => string.Join(
                ", ",
                question.Choices.Select(choice => choice.Code)
            ),
            Slot.PickSeveral => $"{question.Choices[0].Code}, {question.Choices[1].Code}",
            Slot.YesNo => "yes",
            Slot.Who when question.Id.EndsWith(".deputy", StringComparison.Ordinal) => "customer service lead",
            Slot.Who => line % 2 == 0 ? "operations manager" : "warehouse supervisor",
            Slot.Date => $"2026-10-{1 + (line % 18):00}",
            Slot.Count => (3 + line).ToString(System.Globalization.CultureInfo.InvariantCulture),
            Slot.Percent => "2.5%",
            Slot.HowOften => "every Monday at 9:00",
            Slot.Tool => "Google Sheets",
            Slot.Document => Proof(line),
            _ => "Bluepost",
        };
        return new Answer(question.Id, null, value, [value], "Dana Whitlock", new DateOnly(2026, 10, 19), [], line + 1);
    }

    private static Diagnosis Notice(string reason, bool metric)
    {
        Notices.Evidence evidence = new("reason", 0, 6);
        return new Diagnosis
        {
            Source = "notice.eml",
            Id = null,
            Language = "en",
            Marketplace = "amazon.com",
            Kind = NoticeKind.Deactivation,
            Ground = Ground.Performance,
            AccountStatus = AccountStatus.Deactivated,
            Reasons = [new StatedReason(reason, 0.95, [evidence])],
            ResponseMode = ResponseMode.Plan,
            Confidence = new ReadingConfidence(0.95, 0.95),
            Asks = [new Ask("plan_of_action", evidence)],
            RequestGrid = [],
            Deadlines = [],
            Asins = metric ? [] : [Asin],
            OrderIds = [],
            ComplaintIds = [],
            Route = new StatedRoute(RouteChannel.AccountHealth, null, null),
            Decision = null,
            Authenticity = new Authenticity(AuthenticityVerdict.Unverifiable, []),
            Date = new DateTimeOffset(2026, 9, 29, 9, 0, 0, TimeSpan.FromHours(-7)),
            Sha256 = Hash,
            Text = "reason",
        };
    }

    private static Review Review(bool metric) =>
        new()
        {
            AsOf = new DateOnly(2026, 9, 29),
            Marketplace = "amazon.com",
            TimeZone = "America/Los_Angeles",
            Files =
            [
                new ReviewedFile("orders.txt", "all_orders", 900, 0, null, null, Hash),
                new ReviewedFile("listings.txt", "listings", 4, 0, null, null, Hash),
            ],
            Metrics = metric ? [.. Knowledge.Metrics.Select(Missed)] : [],
            Drivers = metric ? [.. Knowledge.Metrics.SelectMany(m => Drivers(m.Code))] : [],
            Listings = [],
            Unreadable = [],
            Forecast = [],
            Sales = [new AsinSales(Asin, 323, new DateOnly(2025, 10, 1), new DateOnly(2026, 9, 28))],
            Listed = [new ListedAsin(Asin, "QB-LID-6", false)],
        };

    private static MetricResult Missed(Metric metric) =>
        new()
        {
            Code = metric.Code,
            Program = Fulfilment.Merchant,
            Window = new MetricWindow(new DateOnly(2026, 8, 31), new DateOnly(2026, 9, 29), 30),
            Numerator = 41,
            Denominator = 603,
            Value = 41.0 / 603,
            Target = metric.Target,
            Condition = metric.Condition,
            Status = "missed",
            Assumed = 0,
            Missing = [],
            Assumptions = [],
            Orders = [.. Enumerable.Range(0, 41).Select(i => $"111-{1000000 + i}-{2000000 + i}")],
            AmazonReported = null,
        };

    private static IEnumerable<Driver> Drivers(string metric) =>
        [
            new Driver(metric, "carrier", "Parcelway", 29, 155, 2.8),
            new Driver(metric, "sku", "SKU-9", 9, 40, 3.1),
            new Driver(metric, "handling_days", "1", 30, 300, 1.5),
        ];
}
