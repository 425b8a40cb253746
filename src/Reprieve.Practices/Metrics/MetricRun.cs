using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Metrics;

/// <summary>One metric of one programme with everything it counted, in the window and around it.</summary>
internal sealed record MetricRun(MetricFormula Formula, Metric Metric, Fulfilment Program, MetricWindow Window)
{
    /// <summary>What falls in no window yet, or in none any more, is here too: the forecast moves the window.</summary>
    public required IReadOnlyList<Counted> Items { get; init; }

    /// <summary>What stands in the window.</summary>
    public IEnumerable<Counted> Inside => Items.Where(item => item.Day >= Window.From && item.Day <= Window.To);

    public long All => Inside.Sum(item => (long)item.Weight);

    public long Bad => Inside.Sum(item => item.Bad ? (long)item.Weight : 0);

    /// <summary>The days that a metric covers on a day: N days, the last of them L days before.</summary>
    public static MetricWindow WindowOn(DateOnly day, Metric metric)
    {
        DateOnly to = day.AddDays(-metric.LagDays);
        return new MetricWindow(to.AddDays(1 - metric.WindowDays), to, metric.WindowDays);
    }

    /// <summary>Every metric of the catalogue for every programme that knowledge prints it for.</summary>
    public static IEnumerable<MetricRun> Every(Account account, Setting setting, KnowledgeBase knowledge) =>
        from formula in MetricCatalogue.All
        let metric = knowledge.Metric(formula.Code).In(setting.Marketplace)
        from program in metric.Programs
        select new MetricRun(formula, metric, program, WindowOn(setting.AsOf, metric))
        {
            Items = [.. formula.Items(account, program)],
        };

    /// <summary>The result as the review prints it.</summary>
    public MetricResult Result(Account account, Names names, PerformanceFigures? amazon)
    {
        int all = (int)All;
        int bad = (int)Bad;
        int numerator = Formula.MoreIsBetter ? all - bad : bad;
        double? value = all == 0 ? null : (double)numerator / all;
        return new MetricResult
        {
            Code = Formula.Code,
            Program = Program,
            Window = Window,
            Numerator = numerator,
            Denominator = all,
            Value = value,
            Target = Metric.Target,
            Condition = Metric.Condition,
            Status = Status(bad, all),
            Assumed = Inside.Where(item => item.Assumed).DistinctBy(item => item.Key).Count(),
            Missing = [.. Formula.Inputs.Where(input => !account.Types.Contains(input))],
            Assumptions = [.. Metric.Assumptions.Select(assumption => assumption.Code)],
            Orders =
            [
                .. Inside
                    .Where(item => item is { Bad: true, Weight: > 0 })
                    .Select(item => item.Key)
                    .Distinct()
                    .Select(key => key.Text(names))
                    .Order(StringComparer.Ordinal),
            ],
            AmazonReported = Reported(amazon),
        };
    }

    /// <summary>Whether the metric is missed: then it has drivers and a forecast.</summary>
    public bool Missed => All > 0 && Target.Of(Metric) is { } target && !target.Met(Bad, All);

    private string? Status(long bad, long all) =>
        Target.Of(Metric) is not { } target ? null
        : all == 0 ? "no_data"
        : target.Met(bad, all) ? "met"
        : "missed";

    private ReportedFigure? Reported(PerformanceFigures? amazon) =>
        amazon?.Figures.GetValueOrDefault((Formula.Code, Program)) is { } figure
            ? new ReportedFigure(figure.Rate, figure.Status, figure.Days == Metric.WindowDays ? null : figure.Days)
            : null;
}
