using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Metrics;

/// <summary>One metric of one programme, counted.</summary>
/// <param name="Items">
/// What the metric counts, in the window and around it (the forecast moves the window). Made anew each time it is gone
/// through: an account has millions of orders, and most metrics are gone through once.
/// </param>
/// <param name="Tally">The counts.</param>
internal sealed record MetricRun(
    MetricFormula Formula,
    Metric Metric,
    Fulfilment Program,
    MetricWindow Window,
    IEnumerable<Counted> Items,
    Tally Tally
)
{
    /// <summary>Whether the metric is missed: then it has drivers and a forecast.</summary>
    public bool Missed => Tally.All > 0 && Target.Of(Metric) is { } target && !target.Met(Tally.Bad, Tally.All);

    /// <summary>The days that a metric covers on a day: N days, the last of them L days before.</summary>
    public static MetricWindow WindowOn(DateOnly day, Metric metric)
    {
        DateOnly to = day.AddDays(-metric.LagDays);
        return new MetricWindow(to.AddDays(1 - metric.WindowDays), to, metric.WindowDays);
    }

    /// <summary>Counts every metric of the catalogue for every programme that knowledge prints it for.</summary>
    public static IReadOnlyList<MetricRun> Every(
        Account account,
        Setting setting,
        KnowledgeBase knowledge,
        CancellationToken cancel
    )
    {
        List<(MetricFormula Formula, Metric Metric, Fulfilment Program)> asked =
        [
            .. from formula in MetricCatalogue.All
            let metric = knowledge.Metric(formula.Code).In(setting.Marketplace)
            from program in metric.Programs
            select (formula, metric, program),
        ];
        var runs = new MetricRun[asked.Count];
        Stretches.Walk(
            runs.Length,
            worthAThread: account.Orders.Count > Stretches.Worth ? 1 : runs.Length,
            (from, to) =>
            {
                for (int i = from; i < to; i++)
                {
                    cancel.ThrowIfCancellationRequested();
                    (MetricFormula formula, Metric metric, Fulfilment program) = asked[i];
                    runs[i] = Of(formula, metric, program, account, setting.AsOf);
                }
            }
        );
        return runs;
    }

    /// <summary>Counts a metric of a programme on a day.</summary>
    public static MetricRun Of(
        MetricFormula formula,
        Metric metric,
        Fulfilment program,
        Account account,
        DateOnly day
    ) => Of(formula, metric, program, formula.Items(account, program), WindowOn(day, metric));

    /// <summary>Counts what a metric counts.</summary>
    public static MetricRun Of(
        MetricFormula formula,
        Metric metric,
        Fulfilment program,
        IEnumerable<Counted> items,
        MetricWindow window
    ) => new(formula, metric, program, window, items, Tally.Of(items, window));

    /// <summary>The same metric counted on another account.</summary>
    public MetricRun On(Account account) => Of(Formula, Metric, Program, Formula.Items(account, Program), Window);

    /// <summary>The result as the review prints it.</summary>
    public MetricResult Result(Account account, PerformanceFigures? amazon)
    {
        int all = (int)Tally.All;
        int bad = (int)Tally.Bad;
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
            Assumed = Tally.Assumed,
            Missing = [.. Formula.Inputs.Where(input => !account.Types.Contains(input))],
            Assumptions = [.. Metric.Assumptions.Select(assumption => assumption.Code)],
            Orders = [.. Tally.BadOrders.Select(key => key.Text(account.Names)).Order(StringComparer.Ordinal)],
            AmazonReported = Reported(amazon),
        };
    }

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
