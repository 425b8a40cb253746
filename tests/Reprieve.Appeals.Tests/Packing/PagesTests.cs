using Reprieve.Appeals.Packing;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Practices;
using Reprieve.Testing;

namespace Reprieve.Appeals.Tests.Packing;

/// <summary>The pages a seller reads, as they were read through and accepted, in both languages.</summary>
public sealed class PagesTests : IDisposable
{
    private readonly TestCase _case = new();

    public void Dispose() => _case.Dispose();

    public static TheoryData<string> Languages => [.. Screen.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_late_shipment_that_is_ready_to_send(string language) =>
        Pages(
            "late-shipment",
            _case.Request() with
            {
                Review = new Review
                {
                    AsOf = new DateOnly(2026, 10, 1),
                    Marketplace = "amazon.com",
                    TimeZone = "America/Los_Angeles",
                    Files = [],
                    Metrics = [TestCase.Missed],
                    Drivers = [],
                    Listings = [],
                    Unreadable = [],
                    Forecast = [],
                },
            },
            language
        );

    [Theory]
    [MemberData(nameof(Languages))]
    public void Pasted_text_that_names_an_address_of_its_own(string language)
    {
        Diagnosis notice = Diagnoses.LateShipment with
        {
            Source = "pasted.txt",
            Marketplace = null,
            Date = null,
            Kind = NoticeKind.ListingRemoval,
            AccountStatus = AccountStatus.Unknown,
            Ground = Ground.Policy,
            Reasons = [new StatedReason("inauthentic", 0.8, [Diagnoses.Quote("buyers say the item is not authentic")])],
            ResponseMode = ResponseMode.Documents,
            Confidence = new ReadingConfidence(0.6, 0.6),
            Asks = [new Ask("invoices", Diagnoses.Quote("copies of invoices"))],
            Asins = ["B0EXAMPLE1", "B0EXAMPLE2"],
            Deadlines =
            [
                new Deadline("response", Diagnoses.Quote("within 72 hours"), "within 72 hours", 72, "hours", null),
            ],
            Route = new StatedRoute(RouteChannel.Email, "team-7@amazon.example", null),
            Authenticity = new Authenticity(
                AuthenticityVerdict.Unverifiable,
                [new AuthenticityCheck("dkim", "none", "The text carries no signature.")]
            ),
        };
        Pages("pasted", _case.Request(notice: notice), language);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_forged_mail(string language) =>
        Pages("forged", _case.Request(notice: Diagnoses.Forged) with { Response = null, Check = null }, language);

    [Fact]
    public void Every_code_of_the_contract_has_words_on_the_screen()
    {
        foreach (string language in Screen.Languages)
        {
            foreach (string word in Screen.In(language, AllWords))
            {
                word.Length.ShouldBeGreaterThan(1);
            }
        }
    }

    private static List<string> AllWords() =>
        [
            .. Enum.GetValues<NoticeKind>().Select(value => Words.Of("Kind", value)),
            .. Enum.GetValues<AccountStatus>()
                .Where(s => s != AccountStatus.Unknown)
                .Select(s => Words.Of("Status", s)),
            .. Enum.GetValues<Ground>().Select(value => Words.Of("Ground", value)),
            .. Enum.GetValues<ResponseMode>().Select(value => Words.Of("Mode", value)),
            .. Enum.GetValues<AuthenticityVerdict>().Select(value => Words.Of("Verdict", value)),
            .. Enum.GetValues<Certainty>().Select(value => Words.Of("Sure", value)),
        ];

    private void Pages(string name, PackRequest request, string language)
    {
        Screen.In(language, () => TestCase.Pack(request));
        foreach (string file in Directory.EnumerateFiles(_case.Output, "*.md"))
        {
            Golden.Matches(
                File.ReadAllText(file),
                $"tests/Reprieve.Appeals.Tests/Fixtures/Pages/{name}/{Path.GetFileNameWithoutExtension(file)}.{language}.md"
            );
        }
    }
}
