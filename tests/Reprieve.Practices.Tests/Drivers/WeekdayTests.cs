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
        int silent = Enumerable.Range(1, Seeds).Count(seed => Drivers(metric, seed, null).Count == 0);
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
                Drivers(metric, seed, planted) is [{ } driver, ..]
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
    private static IReadOnlyList<Driver> Drivers(string metric, int seed, DayOfWeek? planted)
    {
        var chance = new Random(seed);
        var orders = new InventedOrders(AsOf);
        for (DateOnly day = AsOf.AddDays(-42); day <= AsOf; day = day.AddDays(1))
        {
            for (int i = 0; i < OrdersADay; i++)
            {
                bool late = chance.NextDouble() < (day.DayOfWeek == planted ? 0.25 : 0.07);
                DateOnly limit = Workday(day.AddDays(2));
                DateOnly confirmed = late ? limit.AddDays(chance.Next(2, 7)) : limit.AddDays(-chance.Next(2));
                if (confirmed <= AsOf)
                {
                    orders.Add(day, limit, confirmed);
                }
            }
        }

        return orders.DriversOf(metric);
    }

    /// <summary>The day, or the Monday behind a weekend.</summary>
    private static DateOnly Workday(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day.AddDays(1),
            _ => day,
        };
}
