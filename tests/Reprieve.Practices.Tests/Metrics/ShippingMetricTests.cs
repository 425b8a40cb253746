using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Metrics;

public sealed class ShippingMetricTests
{
    private const string Scanned = "\tUPS\t1Z1\t2026-09-10\t2026-09-16\t2026-09-15\t1";

    [Theory]
    [InlineData("2026-09-10", "2026-09-10T23:59:59-07:00", false)]
    [InlineData("2026-09-10", "2026-09-11T00:00:00-07:00", true)]
    [InlineData("2026-09-10", "2026-09-11T06:59:59Z", false)]
    [InlineData("2026-09-10T12:00:00-07:00", "2026-09-10T12:00:00-07:00", false)]
    [InlineData("2026-09-10T12:00:00-07:00", "2026-09-10T12:00:01-07:00", true)]
    [InlineData("2026-09-10T12:00:00-07:00", "2026-09-10", false)]
    [InlineData("2026-09-10 12:00:00", "2026-09-10 13:00:00", true)]
    public void What_is_confirmed_on_the_day_of_its_limit_is_in_time(string shipBy, string confirmed, bool late)
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-09-08"))
            .Shipments($"{Id(1)}\t{shipBy}\t{confirmed}{Scanned}");
        Review review = folder.Review();
        review.Rate("late_shipment_rate_30d").ShouldBe(late ? "1/1" : "0/1");
        review.Of("late_shipment_rate_30d").Orders.ShouldBe(late ? [Id(1)] : []);
    }

    [Theory]
    [InlineData("2026-08-31", 0, 0)]
    [InlineData("2026-09-01", 1, 0)]
    [InlineData("2026-09-20", 1, 0)]
    [InlineData("2026-09-21", 1, 1)]
    [InlineData("2026-09-30", 1, 1)]
    [InlineData("2026-10-01", 0, 0)]
    public void The_confirmation_puts_an_order_into_the_window(string confirmed, int thirty, int ten)
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-08-20"))
            .Shipments($"{Id(1)}\t2026-12-31\t{confirmed}{Scanned}");
        Review review = folder.Review();
        review.Of("late_shipment_rate_30d").Denominator.ShouldBe(thirty);
        review.Of("late_shipment_rate_10d").Denominator.ShouldBe(ten);
    }

    [Fact]
    public void An_order_is_confirmed_with_its_last_package_and_late_with_any()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-09-01"), Order(Id(2), "2026-09-01"), Order(Id(3), "2026-09-01"))
            .Shipments(
                // The first package late, the second in time: late, by the day of the second.
                $"{Id(1)}\t2026-09-03\t2026-09-05\tUPS\tA\t\t\t\t",
                $"{Id(1)}\t2026-09-29\t2026-09-28\tUPS\tB\t\t\t\t",
                // A package not confirmed yet: the order is not either.
                $"{Id(2)}\t2026-09-03\t2026-09-05\tUPS\tC\t\t\t\t",
                $"{Id(2)}\t2026-09-03\t\tUPS\tD\t\t\t\t",
                $"{Id(3)}\t2026-09-03\t2026-09-03\tUPS\tE\t\t\t\t"
            );
        Review review = folder.Review();
        review.Rate("late_shipment_rate_30d").ShouldBe("1/2");
        review.Rate("late_shipment_rate_10d").ShouldBe("1/1");
    }

    [Fact]
    public void Without_a_ship_by_an_order_is_left_out_and_counted_as_assumed()
    {
        using CaseFolder folder = new CaseFolder().Shipments(
            $"{Id(1)}\t\t2026-09-20\tUPS\tA\t\t\t\t",
            $"{Id(2)}\t2026-09-20\t2026-09-20\tUPS\tB\t\t\t\t",
            $"{Id(3)}\t\t2026-06-20\tUPS\tC\t\t\t\t"
        );
        MetricResult rate = folder.Review(marketplace: "amazon.com").Of("late_shipment_rate_30d");
        (rate.Numerator, rate.Denominator, rate.Assumed).ShouldBe((0, 1, 1));
        rate.Assumptions.ShouldContain("no_ship_by_left_out");
        rate.Missing.ShouldBe(["all_orders"]);
    }

    [Fact]
    public void Rows_of_one_package_are_one_and_the_fuller_or_later_holds()
    {
        using CaseFolder folder = new CaseFolder().Shipments(
            $"{Id(1)}\t2026-09-10\t2026-09-09\tUPS\tA\t\t2026-09-15\t\t3",
            $"{Id(1)}\t2026-09-10\t2026-09-09\t\tA\t2026-09-10\t2026-09-15\t2026-09-14\t",
            // Without a tracking id only identical rows are one.
            $"{Id(2)}\t2026-09-10\t2026-09-09\tUPS\t\t\t2026-09-15\t\t1",
            $"{Id(2)}\t2026-09-10\t2026-09-09\tUPS\t\t\t2026-09-15\t\t1",
            $"{Id(2)}\t2026-09-10\t2026-09-09\tUPS\t\t\t2026-09-15\t\t2",
            // Of two filled fields the later holds.
            $"{Id(3)}\t2026-09-10\t2026-09-09\tUPS\tB\t2026-09-10\t2026-09-15\t2026-09-14\t1",
            $"{Id(3)}\t2026-09-10\t2026-09-09\tUPS\tB\t2026-09-10\t2026-09-15\t2026-09-16\t1"
        );
        Review review = folder.Review();
        review.Rate("valid_tracking_rate").ShouldBe("2/4");
        review.Of("valid_tracking_rate").Orders.ShouldBe([Id(2)]);
        review.Rate("on_time_delivery_rate").ShouldBe("3/4");
        review.Of("on_time_delivery_rate").Orders.ShouldBe([Id(3)]);
    }

    [Theory]
    [InlineData("2026-08-17", 0)]
    [InlineData("2026-08-18", 1)]
    [InlineData("2026-09-16", 1)]
    [InlineData("2026-09-17", 0)]
    public void Valid_tracking_goes_by_deliver_by(string deliverBy, int counted)
    {
        using CaseFolder folder = new CaseFolder().Shipments(
            $"{Id(1)}\t2026-08-10\t2026-08-10\tUPS\tA\t2026-08-11\t{deliverBy}\t\t"
        );
        folder.Review(marketplace: "amazon.com").Of("valid_tracking_rate").Denominator.ShouldBe(counted);
    }

    [Theory]
    [InlineData("UPS\tA\t2026-09-10", true)]
    [InlineData("\tA\t2026-09-10", false)]
    [InlineData("UPS\t\t2026-09-10", false)]
    [InlineData("UPS\tA\t", false)]
    [InlineData("UPS\tA\t2026-10-02", false)]
    public void Carrier_tracking_id_and_a_scan_so_far_make_tracking_valid(string tracking, bool valid)
    {
        using CaseFolder folder = new CaseFolder().Shipments(
            $"{Id(1)}\t2026-09-10\t2026-09-09\t{tracking}\t2026-09-15\t\t"
        );
        MetricResult rate = folder.Review().Of("valid_tracking_rate");
        rate.Numerator.ShouldBe(valid ? 1 : 0);
        rate.Denominator.ShouldBe(1);
        rate.Status.ShouldBe(valid ? "met" : "missed");
        rate.Orders.ShouldBe(valid ? [] : [Id(1)]);
    }

    [Theory]
    [InlineData("2026-09-09", 0)]
    [InlineData("2026-09-10", 2)]
    [InlineData("2026-09-23", 2)]
    [InlineData("2026-09-24", 0)]
    public void On_time_delivery_counts_units_by_deliver_by(string deliverBy, int units)
    {
        using CaseFolder folder = new CaseFolder().Shipments(
            $"{Id(1)}\t\t2026-09-05\tUPS\tA\t\t{deliverBy}\t2026-09-08\t2",
            $"{Id(2)}\t\t2026-09-05\tUPS\tB\t\t{deliverBy}\t\t5"
        );
        folder.Review(marketplace: "amazon.com").Of("on_time_delivery_rate").Denominator.ShouldBe(units);
    }

    [Fact]
    public void Ninety_percent_on_time_is_enough_and_ninety_five_of_tracking()
    {
        using CaseFolder folder = new CaseFolder().Shipments(
            Enumerable
                .Range(1, 20)
                .Select(n =>
                    $"{Id(n)}\t2026-09-09\t2026-09-09\tUPS\tT{n}\t{(n == 1 ? "" : "2026-09-10")}\t2026-09-15\t{(n <= 2 ? "2026-09-16" : "2026-09-15")}\t"
                )
        );
        Review review = folder.Review();
        review.Of("valid_tracking_rate").Status.ShouldBe("met");
        review.Rate("valid_tracking_rate").ShouldBe("19/20");
        review.Of("on_time_delivery_rate").Status.ShouldBe("met");
        review.Rate("on_time_delivery_rate").ShouldBe("18/20");
    }

    [Fact]
    public void Shipments_of_orders_that_amazon_fulfils_or_of_another_store_are_ignored()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(
                Order(Id(1), "2026-09-01", channel: "Amazon"),
                Order(Id(2), "2026-09-01"),
                Order(Id(3), "2026-09-01"),
                Order(Id(4), "2026-09-01", store: "Amazon.ca")
            )
            .Shipments(Enumerable.Range(1, 5).Select(n => $"{Id(n)}\t2026-09-03\t2026-09-05\tUPS\tT{n}\t\t\t\t"));
        folder.Review().Of("late_shipment_rate_30d").Orders.ShouldBe([Id(2), Id(3), Id(5)]);
    }
}
