using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Metrics;

/// <summary>One metric of one programme, counted.</summary>
/// <param name="Items">
/// What the metric counts, in the window and around it (the forecast moves the window). Made anew each time it is gone
/// through: an account has hundreds of thousands of orders, and most metrics are gone through once.
/// </param>
/// <param name="Tally">The counts within the window.</param>
internal sealed record MetricRun(
    MetricFormula Formula,
    Metric Metric,
    Fulfilment Program,
    MetricWindow Window,
    IEnumerable<Counted> Items,
    Tally Tally
)
{
    /// <summary>What stands in the window.</summary>
    public IEnumerable<Counted> Inside => Items.Where(item => Within(item, Window));

    /// <summary>Whether the metric is missed: then it has drivers and a forecast.</summary>
    public bool Missed => Tally.All > 0 && Target.Of(Metric) is { } target && !target.Met(Tally.Bad, Tally.All);

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
        let window = WindowOn(setting.AsOf, metric)
        from program in metric.Programs
        let items = formula.Items(account, program)
        select new MetricRun(
            formula,
            metric,
            program,
            window,
            items,
            Tally.Of(items.Where(item => Within(item, window)))
        );

    /// <summary>The same metric counted on another account.</summary>
    public MetricRun On(Account account)
    {
        IEnumerable<Counted> items = Formula.Items(account, Program);
        return this with { Items = items, Tally = Tally.Of(items.Where(item => Within(item, Window))) };
    }

    /// <summary>The result as the review prints it.</summary>
    public MetricResult Result(Account account, Names names, PerformanceFigures? amazon)
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
            Orders = [.. Tally.BadOrders.Select(key => key.Text(names)).Order(StringComparer.Ordinal)],
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
            {
                From = figure.From,
                To = figure.To,
                Counted = figure.Counted,
            }
            : null;

    private static bool Within(Counted item, MetricWindow window) => item.Day >= window.From && item.Day <= window.To;
}

/// <summary>What was counted: weights of all and of the bad ones, orders judged on an assumption, and the bad orders.</summary>
internal sealed record Tally(long All, long Bad, int Assumed, IReadOnlySet<OrderKey> BadOrders)
{
    public static Tally Of(IEnumerable<Counted> items)
    {
        (long all, long bad) = (0, 0);
        HashSet<OrderKey> assumed = [];
        HashSet<OrderKey> orders = [];
        foreach (Counted item in items)
        {
            all += item.Weight;
            if (item.Assumed)
            {
                assumed.Add(item.Key);
            }

            if (item is { Bad: true, Weight: > 0 })
            {
                bad += item.Weight;
                orders.Add(item.Key);
            }
        }

        return new Tally(all, bad, assumed.Count, orders);
    }
}
