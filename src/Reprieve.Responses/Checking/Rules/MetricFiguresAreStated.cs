using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// MET-01: where a metric is the reason and its figure is known, the plan says rate, window and number of orders.
/// Order ids belong in the annex; a few in the text are no fault.
/// </summary>
internal sealed class MetricFiguresAreStated(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        if (
            answer.Plan.Vocabulary is null
            || Metrics(answer) is not { Count: > 0 } metrics
            || !FigureIsKnown(answer, metrics)
        )
        {
            yield break;
        }

        List<double> percents =
        [
            .. Percents
                .In(answer.Plan.Text, answer.Plan.Tokens, answer.Plan.Whole)
                .Where(value => !IsTarget(value, metrics)),
        ];
        bool rate = percents.Count > 0;
        bool counts = Counts(answer.Plan);
        bool window = Window(answer.Plan);
        if (!rate && !counts)
        {
            yield return entry.Find(answer, Severity.Block, "none");
            yield break;
        }

        foreach ((bool there, string key) in new[] { (rate, "no_rate"), (window, "no_window"), (counts, "no_counts") })
        {
            if (!there)
            {
                yield return entry.Find(answer, Severity.Warn, key);
            }
        }

        if (answer.Request.Case?.CouldSell == true && rate && percents.Distinct().Count() < 2)
        {
            yield return entry.Find(answer, Severity.Info, "no_later_figure");
        }
    }

    /// <summary>The metrics behind the notice's reasons; none when the reason is no metric.</summary>
    private static List<Metric> Metrics(AnswerUnderCheck answer) =>
        [
            .. (answer.Notice?.Reasons ?? [])
                .Select(reason => answer.Knowledge.Reason(reason.Code))
                .OfType<Reason>()
                .Where(reason => reason.Ground == Ground.Performance)
                .SelectMany(reason => reason.Metrics)
                .Select(code => answer.Knowledge.Metrics.FirstOrDefault(metric => metric.Code == code))
                .OfType<Metric>(),
        ];

    private static bool FigureIsKnown(AnswerUnderCheck answer, List<Metric> metrics) =>
        answer.Request.Case is { Figures.Count: > 0 }
        || (answer.Notice?.Text is { } text && Percents.In(text).Any(value => !IsTarget(value, metrics)));

    /// <summary>The target itself, told in either form (under 4 %, over 96 %), is no figure of the account.</summary>
    private static bool IsTarget(double value, List<Metric> metrics) =>
        value is 0 or 1
        || metrics.Exists(metric => metric.Target is { } target && (Same(target, value) || Same(1 - target, value)));

    private static bool Same(double a, double b) => Math.Abs(a - b) < 0.00001;

    /// <summary>A number beside a word for orders, parcels or units.</summary>
    private bool Counts(PlanText plan) =>
        entry.Words("counted", plan).Find(plan.Tokens, plan.Whole).Any(hit => NumberBefore(plan, hit.First, 6));

    /// <summary>A number of days, or two days in one sentence.</summary>
    private bool Window(PlanText plan) =>
        entry.Words("days", plan).Find(plan.Tokens, plan.Whole).Any(hit => NumberBefore(plan, hit.First, 2))
        || plan.Sentences.Any(sentence => plan.Dates(sentence.Tokens).Count() >= 2);

    private static bool NumberBefore(PlanText plan, int at, int within)
    {
        for (int i = Math.Max(0, at - within); i < at; i++)
        {
            if (plan.Tokens[i].Number)
            {
                return true;
            }
        }

        return false;
    }
}
