using System.Globalization;
using Reprieve.Knowledge;
using Reprieve.Practices.Drivers;

namespace Reprieve.Practices.Tests.Drivers;

/// <summary>Accounts made up by chance, with a cause planted and with none; the seeds are fixed.</summary>
public sealed class PlantedCauseTests
{
    private const int Seeds = 200;
    private const int Orders = 2000;

    [Theory]
    [InlineData("sku", 3)]
    [InlineData("carrier", 1)]
    [InlineData("service_level", 2)]
    [InlineData("weekday", 6)]
    [InlineData("ship_to", 4)]
    public void A_planted_cause_is_named_first(string dimension, int value)
    {
        int first = Enumerable
            .Range(1, Seeds)
            .Count(seed =>
                Drivers(seed, dimension, value) is [{ } driver, ..]
                && driver.Dimension == dimension
                && driver.Value == Name(dimension, value)
            );
        first.ShouldBeGreaterThanOrEqualTo(Seeds * 95 / 100);
    }

    [Fact]
    public void Where_none_is_planted_nothing_is_named()
    {
        int silent = Enumerable.Range(1, 2 * Seeds).Count(seed => Drivers(seed, "", 0).Count == 0);
        silent.ShouldBeGreaterThanOrEqualTo(2 * Seeds * 95 / 100);
    }

    [Theory]
    [InlineData("order_defect_rate", "sku", PracticeArea.ProductSelection)]
    [InlineData("a_to_z_rate", "asin", PracticeArea.ProductSelection)]
    [InlineData("order_defect_rate", "carrier", PracticeArea.SalesProcess)]
    [InlineData("late_shipment_rate_30d", "sku", PracticeArea.SalesProcess)]
    [InlineData("cancellation_rate", "asin", PracticeArea.SalesProcess)]
    [InlineData("on_time_delivery_rate", "ship_to", PracticeArea.SalesProcess)]
    public void A_driver_points_to_the_part_of_the_practice_it_stands_for(
        string metric,
        string dimension,
        PracticeArea area
    ) => DriverArea.Of(metric, dimension).ShouldBe(area);

    /// <summary>3 % of all orders are late; of those with the planted value 20 %.</summary>
    private static IReadOnlyList<Driver> Drivers(int seed, string dimension, int planted)
    {
        var chance = new Random(seed);
        var orders = new InventedOrders(new DateOnly(2026, 9, 30));
        for (int i = 0; i < Orders; i++)
        {
            Dictionary<string, int> values = new()
            {
                ["sku"] = chance.Next(20),
                ["carrier"] = chance.Next(4),
                ["service_level"] = chance.Next(3),
                ["weekday"] = chance.Next(7),
                ["ship_to"] = chance.Next(12),
            };
            bool caused = values.TryGetValue(dimension, out int value) && value == planted;
            bool late = chance.NextDouble() < (caused ? 0.2 : 0.03);
            // 6 September 2026 is a Sunday.
            DateOnly purchased = new DateOnly(2026, 9, 6).AddDays(values["weekday"]);
            orders.Add(
                purchased,
                purchased.AddDays(2),
                purchased.AddDays(late ? 3 : 1),
                Name("sku", values["sku"]),
                Name("carrier", values["carrier"]),
                Name("service_level", values["service_level"]),
                Name("ship_to", values["ship_to"])
            );
        }

        return orders.DriversOf("late_shipment_rate_30d");
    }

    private static string Name(string dimension, int value) =>
        dimension == "weekday"
            ? ((DayOfWeek)value).ToString().ToLowerInvariant()
            : string.Create(CultureInfo.InvariantCulture, $"{dimension}-{value}");
}
