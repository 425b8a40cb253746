using System.Globalization;
using Reprieve.Knowledge;
using Reprieve.Practices;
using Reprieve.Responses.Interview.Slots;

namespace Reprieve.Responses.Interview;

/// <summary>
/// What <c>answers.yaml</c> says about past practice, before any question is asked: Amazon's figures read off the page
/// (<c>METRIC.amazon_rate</c>, also <c>METRIC.merchant.amazon_rate</c>, <c>METRIC.amazon.amazon_rate</c> and, for its
/// first metric, <c>REASON.amazon_rate</c>), orders whose claims were reversed (<c>claims.reversed</c>), and the seller's
/// brands (<c>brands.owned</c>). The last answer of an id holds.
/// </summary>
/// <param name="Problems">Answers that cannot be taken, in the screen's language, with their line.</param>
public sealed record SaidOfPractice(
    IReadOnlyList<StatedFigure> Figures,
    IReadOnlyList<string> ReversedClaims,
    IReadOnlyList<string> OwnBrands,
    IReadOnlyList<string> Problems
)
{
    public const string Reversed = "claims.reversed";
    public const string Brands = "brands.owned";

    private const string Rate = ".amazon_rate";
    private static readonly char[] Commas = [',', '，', '、', ';', '；', '\n'];

    /// <summary>The id under which the seller says Amazon's figure of a metric.</summary>
    public static string RateOf(string metric) => metric + Rate;

    /// <summary>Whether an id stands for a figure of Amazon's that the seller read off a page.</summary>
    internal static bool IsRate(string id) => id.EndsWith(Rate, StringComparison.Ordinal);

    public static SaidOfPractice Of(AnswerSheet sheet, KnowledgeBase knowledge)
    {
        var context = new SlotContext([], "en", null, DateOnly.MaxValue, []);
        List<StatedFigure> figures = [];
        List<string> problems = [];
        foreach (Answer answer in Last(sheet).Where(a => IsRate(a.Id)))
        {
            if (Meant(answer.Id[..^Rate.Length], knowledge) is not var (metric, program))
            {
                continue;
            }

            SlotReading reading = NumberSlot.Percent(Words.Fold(answer.Value!), context);
            if (reading.Problem is { } problem)
            {
                problems.Add(At(answer, problem));
            }
            else
            {
                double rate = double.Parse(reading.Code!, CultureInfo.InvariantCulture);
                figures.Add(new StatedFigure(metric, program, rate, answer.By, answer.Date, answer.Line));
            }
        }

        return new SaidOfPractice(figures, Orders(sheet, problems), Several(sheet, Brands).Names, problems);
    }

    private static IEnumerable<Answer> Last(AnswerSheet sheet) =>
        sheet.Answers.Select(answer => answer.Id).Distinct().Select(sheet.Given).OfType<Answer>();

    private static (string Metric, Fulfilment? Program)? Meant(string code, KnowledgeBase knowledge)
    {
        int dot = code.IndexOf('.', StringComparison.Ordinal);
        string name = dot < 0 ? code : code[..dot];
        IReadOnlyList<string> ofReason = (dot < 0 ? knowledge.Reason(name)?.Metrics : null) ?? [];
        string? metric =
            knowledge.Metrics.Any(m => m.Code == name) ? name
            : ofReason.Count > 0 ? ofReason[0]
            : null;
        return metric is null ? null
            : dot < 0 ? (metric, null)
            : Program(code[(dot + 1)..]) is { } program ? (metric, program)
            : null;
    }

    private static Fulfilment? Program(string code) =>
        Enum.GetValues<Fulfilment>()
            .Where(program => program.Code() == code)
            .Select(program => (Fulfilment?)program)
            .FirstOrDefault();

    private static List<string> Orders(AnswerSheet sheet, List<string> problems)
    {
        (Answer? answer, List<string> names) = Several(sheet, Reversed);
        List<string> ids =
        [
            .. names.SelectMany(name => name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        ];
        foreach (string id in ids.Where(id => !OrderId.Is(id)))
        {
            problems.Add(At(answer!, Say.Texts.Get("said.no_order", id)));
        }

        return [.. ids.Where(OrderId.Is)];
    }

    private static (Answer? Answer, List<string> Names) Several(AnswerSheet sheet, string id)
    {
        Answer? answer = Last(sheet).FirstOrDefault(a => a.Id == id);
        return (
            answer,
            [
                .. (answer?.Values ?? []).SelectMany(value =>
                    value.Split(Commas, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                ),
            ]
        );
    }

    private static string At(Answer answer, string problem) =>
        Say.Texts.Get("said.at_line", answer.Line, answer.Id, problem);
}
