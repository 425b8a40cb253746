using System.Runtime.InteropServices;
using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Metrics;

/// <summary>One metric of one programme, counted.</summary>
internal sealed class MetricRun(
    MetricFormula formula,
    Metric metric,
    Fulfilment program,
    MetricWindow window,
    OrderNumbers numbers
)
{
    /// <summary>The stretches in which something stands in the window.</summary>
    private readonly HashSet<int> _inside = [];

    public MetricFormula Formula => formula;

    public Metric Metric => metric;

    public Fulfilment Program => program;

    public MetricWindow Window => window;

    /// <summary>The counts.</summary>
    public Tally Tally { get; } = new(window, numbers);

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
        List<MetricRun> runs =
        [
            .. from formula in MetricCatalogue.All
            let metric = knowledge.Metric(formula.Code).In(setting.Marketplace)
            from program in metric.Programs
            select new MetricRun(formula, metric, program, WindowOn(setting.AsOf, metric), account.Orders.Numbers),
        ];
        // Metrics that differ in the window alone go through the account together.
        Action[] steps =
        [
            .. runs.GroupBy(run => (run.Formula.Count, run.Program))
                .Select(same => (Action)(() => Count([.. same], account, cancel))),
        ];
        Stretches.Together(account.Orders.Count, steps);
        return runs;
    }

    /// <summary>What stands in the window, of the account that was counted.</summary>
    public IEnumerable<Counted> Inside(Account account) =>
        Around([this], account).SelectMany(items => items).Where(item => Window.Holds(item.Day));

    /// <summary>
    /// What runs that count the same counted in the stretches where something stands in one's window, made anew: an account
    /// has millions of orders, most metrics are gone through once, and a window holds a month of the year that files tell of.
    /// </summary>
    public static IEnumerable<List<Counted>> Around(IReadOnlyList<MetricRun> runs, Account account) =>
        runs[0].Counts(account, stretch => runs.Any(run => run._inside.Contains(stretch))).Select(part => part.Items);

    /// <summary>Counts for runs that count the same.</summary>
    public static void Count(MetricRun[] runs, Account account, CancellationToken cancel)
    {
        foreach ((int stretch, List<Counted> items) in runs[0].Counts(account, _ => true))
        {
            cancel.ThrowIfCancellationRequested();
            foreach (MetricRun run in runs)
            {
                if (run.Tally.Add(CollectionsMarshal.AsSpan(items)))
                {
                    run._inside.Add(stretch);
                }
            }
        }
    }

    /// <summary>The same metric counted on another account.</summary>
    public MetricRun On(Account account)
    {
        var run = new MetricRun(Formula, Metric, Program, Window, account.Orders.Numbers);
        Count([run], account, CancellationToken.None);
        return run;
    }

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

    private IEnumerable<(int Stretch, List<Counted> Items)> Counts(Account account, Func<int, bool> wanted) =>
        OrderStretch.Counts(Formula.Count, account, Program, wanted);

    private string? Status(long bad, long all) =>
        Target.Of(Metric) is not { } target ? null
        : all == 0 ? "no_data"
        : target.Met(bad, all) ? "met"
        : "missed";

    private ReportedFigure? Reported(PerformanceFigures? amazon) =>
        amazon?.Figures.GetValueOrDefault((Formula.Code, Program)) is { } figure
            ? new ReportedFigure(figure.Rate, figure.Status, figure.Days == Metric.WindowDays ? null : figure.Days)
            {
                From = figure.From,
                To = figure.To,
                Counted = figure.Counted is > 0 ? figure.Counted : null,
            }
            : null;
}
