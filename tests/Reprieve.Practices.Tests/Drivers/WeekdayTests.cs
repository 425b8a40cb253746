using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;
using Reprieve.Practices.Drivers;
using Reprieve.Practices.Metrics;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Tests.Drivers;

/// <summary>
/// The window of late shipment goes by the day of confirmation, a weekday by the day of purchase: accounts made up by
/// chance, the same number of orders every day, confirmed late or in time.
/// </summary>
public sealed class WeekdayTests
{
    private const int Seeds = 100;
    private const int OrdersADay = 120;
    private static readonly DateOnly AsOf = new(2026, 9, 30);

    [Theory]
    [InlineData("late_shipment_rate_10d")]
    [InlineData("late_shipment_rate_30d")]
    public void Where_no_weekday_is_worse_none_is_named(string metric)
    {
        int silent = Enumerable.Range(1, Seeds).Count(seed => DriverFinder.Of([Run(metric, seed, null)]).Count == 0);
        silent.ShouldBeGreaterThanOrEqualTo(Seeds * 95 / 100);
    }

    [Theory]
    [InlineData("late_shipment_rate_10d", DayOfWeek.Monday)]
    [InlineData("late_shipment_rate_10d", DayOfWeek.Friday)]
    [InlineData("late_shipment_rate_30d", DayOfWeek.Saturday)]
    public void A_weekday_that_is_worse_is_named_first(string metric, DayOfWeek planted)
    {
        int first = Enumerable
            .Range(1, Seeds)
            .Count(seed =>
                DriverFinder.Of([Run(metric, seed, planted)]) is [{ } driver, ..]
                // The orders of a Friday are those with three days to ship: one is as right as the other.
                && (
                    driver.Dimension == "handling_days"
                    || (
                        driver.Dimension == "weekday"
                        && Enum.Parse<DayOfWeek>(driver.Value, ignoreCase: true) == planted
                    )
                )
            );
        first.ShouldBeGreaterThanOrEqualTo(Seeds * 95 / 100);
    }

    /// <summary>7 % of all orders are confirmed two to six days behind their day, the rest on it or the day before; of the planted weekday 25 %.</summary>
    private static MetricRun Run(string code, int seed, DayOfWeek? planted)
    {
        var chance = new Random(seed);
        MetricFormula formula = MetricCatalogue.All.First(f => f.Code == code);
        Metric metric = KnowledgeLoader.BuiltIn.Metric(code);
        MetricWindow window = MetricRun.WindowOn(AsOf, metric);
        List<Counted> items = [];
        for (DateOnly day = AsOf.AddDays(-42); day <= AsOf; day = day.AddDays(1))
        {
            for (int i = 0; i < OrdersADay; i++)
            {
                bool late = chance.NextDouble() < (day.DayOfWeek == planted ? 0.25 : 0.07);
                DateOnly limit = Workday(day.AddDays(2));
                DateOnly confirmed = late ? limit.AddDays(chance.Next(2, 7)) : limit.AddDays(-chance.Next(2));
                if (confirmed <= AsOf)
                {
                    items.Add(Item(day, limit, confirmed, late));
                }
            }
        }

        return new MetricRun(
            formula,
            metric,
            Fulfilment.Merchant,
            window,
            items,
            Tally.Of(items.Where(item => item.Day >= window.From))
        );
    }

    /// <summary>The day, or the Monday behind a weekend.</summary>
    private static DateOnly Workday(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day.AddDays(1),
            _ => day,
        };

    private static Counted Item(DateOnly bought, DateOnly limit, DateOnly confirmed, bool late)
    {
        var order = new Order(
            default,
            new Moment(bought, null),
            Fulfilment.Merchant,
            Pending: false,
            Cancelled: false,
            Unshipped: false,
            "",
            "",
            [new OrderLine("", "", 1, false)]
        );
        var package = new Package(new Moment(limit, null), new Moment(confirmed, null), null, null, null, "", 1, 1);
        return new Counted(default, confirmed, 1, late, false, order, [package]);
    }
}
