using System.Numerics;
using CsCheck;
using Reprieve.Practices.Drivers;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Drivers;

public sealed class DriverFinderTests
{
    [Fact]
    public void The_carrier_and_the_sku_that_carry_the_misses_are_named_largest_first()
    {
        // 400 shipments; SKU-9 has 40 of them, 20 late; of the others 10 are late, spread evenly.
        using CaseFolder folder = new CaseFolder()
            .Orders(
                Enumerable
                    .Range(1, 400)
                    .Select(n => Order(Id(n), "2026-09-05", sku: n <= 40 ? "SKU-9" : $"SKU-{n % 5}", asin: ""))
            )
            .Shipments(
                Enumerable.Range(1, 400).Select(n => Shipment(n, n <= 20 || n % 36 == 5, n % 2 == 0 ? "UPS" : "USPS"))
            );
        Review review = folder.Review();
        Driver driver = review.Drivers.First(d => d.Metric == "late_shipment_rate_30d");
        (driver.Dimension, driver.Value, driver.Numerator, driver.Denominator).ShouldBe(("sku", "SKU-9", 20, 40));
        MetricResult late = review.Of("late_shipment_rate_30d");
        driver.Lift.ShouldBe(0.5 / late.Value!.Value, 1e-12);
        review.Drivers.ShouldAllBe(d => d.Value == "SKU-9");
    }

    [Fact]
    public void What_a_window_holds_is_found_among_the_many_orders_of_a_year()
    {
        var asOf = new DateOnly(2026, 9, 30);
        var orders = new InventedOrders(asOf);
        // From the oldest, 55 a day: the last 30 days stand in the last of the stretches that are counted at once.
        for (int n = 19_999; n >= 0; n--)
        {
            DateOnly day = asOf.AddDays(-1 - (n / 55));
            bool late = day > asOf.AddDays(-31) ? n % 10 == 3 && n % 4 == 1 : n % 10 == 7;
            orders.Add(day, day, late ? day.AddDays(1) : day, carrier: $"C{n % 10}");
        }

        Driver driver = orders.DriversOf("late_shipment_rate_30d").ShouldHaveSingleItem();
        (driver.Dimension, driver.Value).ShouldBe(("carrier", "C3"));
        // Confirmed from the 1st to the 30th; of C3 every second one is late by a day.
        int[] ofC3 = [.. Enumerable.Range(0, 20_000).Where(n => n % 10 == 3)];
        DateOnly Confirmed(int n) => asOf.AddDays((n % 4 == 1 && n / 55 < 30 ? 1 : 0) - 1 - (n / 55));
        int[] inside = [.. ofC3.Where(n => Confirmed(n) > asOf.AddDays(-30))];
        (driver.Numerator, driver.Denominator).ShouldBe((inside.Count(n => n % 4 == 1), inside.Length));
    }

    [Fact]
    public void Misses_spread_by_chance_have_no_driver()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Enumerable.Range(1, 300).Select(n => Order(Id(n), "2026-09-05", sku: $"SKU-{n % 30}")))
            .Shipments(Enumerable.Range(1, 300).Select(n => Shipment(n, n % 7 == 0, n % 2 == 0 ? "UPS" : "USPS")));
        Review review = folder.Review();
        review.Of("late_shipment_rate_30d").Status.ShouldBe("missed");
        review.Drivers.ShouldBeEmpty();
    }

    [Fact]
    public void Four_misses_are_never_enough()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Enumerable.Range(1, 60).Select(n => Order(Id(n), "2026-09-05", sku: n <= 4 ? "SKU-9" : "SKU-1")))
            .Shipments(Enumerable.Range(1, 60).Select(n => Shipment(n, n <= 4, "UPS")));
        folder.Review().Drivers.ShouldBeEmpty();
    }

    [Fact]
    public void Drivers_are_ranked_by_the_orders_beyond_their_share_over_all_metrics()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(
                Enumerable
                    .Range(1, 600)
                    .Select(n =>
                        Order(
                            Id(n),
                            "2026-09-05",
                            sku: n <= 60 ? "A"
                                : n <= 100 ? "B"
                                : "C"
                        )
                    )
            )
            .Shipments(Enumerable.Range(1, 600).Select(n => Shipment(n, n <= 50 || (n > 60 && n <= 80), "UPS")));
        List<string> skus =
        [
            .. folder
                .Review()
                .Drivers.Where(d => d.Metric == "late_shipment_rate_30d" && d.Dimension == "sku")
                .Select(d => d.Value),
        ];
        skus.ShouldBe(["A", "B"]);
    }

    [Theory]
    // Checked against the hypergeometric distribution worked out by hand.
    [InlineData(1, 1, 1, 2, 0.5)]
    [InlineData(2, 2, 2, 4, 1.0 / 6)]
    [InlineData(0, 5, 3, 10, 1.0)]
    [InlineData(3, 3, 3, 10, 1.0 / 120)]
    [InlineData(5, 5, 5, 52, 1.0 / 2598960)]
    public void The_tail_is_fishers(int bad, int size, int allBad, int all, double chance) =>
        Significance.Tail(bad, size, allBad, all).ShouldBe(chance, chance * 1e-9);

    [Fact]
    public void The_tail_is_the_sum_of_all_ways_to_have_so_many_misses_or_more() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[0, 60])
            .Where((all, size, allBad, bad) => size <= all && allBad <= all && bad <= Math.Min(size, allBad))
            .Sample(
                (all, size, allBad, bad) =>
                {
                    BigInteger ways = 0;
                    for (int k = bad; k <= Math.Min(size, allBad); k++)
                    {
                        ways += Choose(allBad, k) * Choose(all - allBad, size - k);
                    }

                    double chance = Math.Exp(BigInteger.Log(ways) - BigInteger.Log(Choose(all, size)));
                    Significance.Tail(bad, size, allBad, all).ShouldBe(chance, chance * 1e-9);
                },
                threads: 1
            );

    [Fact]
    public void Far_fewer_misses_than_are_likely_leave_all_to_chance() =>
        Significance.Tail(5, 100_000, 50_000, 200_000).ShouldBe(1, 1e-9);

    private static BigInteger Choose(int n, int k)
    {
        BigInteger ways = k < 0 || k > n ? 0 : 1;
        for (int i = 1; i <= k && !ways.IsZero; i++)
        {
            ways = ways * (n - k + i) / i;
        }

        return ways;
    }

    private static string Shipment(int n, bool late, string carrier) =>
        $"{Id(n)}\t2026-09-07\t{(late ? "2026-09-08" : "2026-09-07")}\t{carrier}\tT{n}\t\t\t\t";
}
