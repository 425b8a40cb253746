using Reprieve.Knowledge;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Metrics;

public sealed class OrderDefectRateTests
{
    [Theory]
    [InlineData("2026-07-18T23:59:59-07:00", 0)]
    [InlineData("2026-07-19T00:00:00-07:00", 1)]
    [InlineData("2026-09-16T23:59:59-07:00", 1)]
    [InlineData("2026-09-17T00:00:00-07:00", 0)]
    [InlineData("2026-07-19", 1)]
    [InlineData("2026-09-16", 1)]
    public void An_order_enters_by_its_purchase_day_in_the_stores_zone_both_ends_included(string purchased, int counted)
    {
        using CaseFolder folder = new CaseFolder().Orders(Order(Id(1), purchased));
        MetricResult rate = folder.Review().Of("order_defect_rate");
        rate.Window.ShouldBe(new MetricWindow(new DateOnly(2026, 7, 19), new DateOnly(2026, 9, 16), 60));
        rate.Denominator.ShouldBe(counted);
        rate.Status.ShouldBe(counted == 0 ? "no_data" : "met");
        rate.Value.ShouldBe(counted == 0 ? null : 0.0);
    }

    [Theory]
    [InlineData("a_to_z", "granted", true)]
    [InlineData("a_to_z", "pending", true)]
    [InlineData("a_to_z", "under_appeal", true)]
    [InlineData("a_to_z", "refunded_after_claim", true)]
    [InlineData("a_to_z", "order_cancelled_after_claim", true)]
    [InlineData("a_to_z", "under_review", false)]
    [InlineData("a_to_z", "denied", false)]
    [InlineData("a_to_z", "withdrawn", false)]
    [InlineData("a_to_z", "amazon_funded", false)]
    [InlineData("A_TO_Z", "GRANTED", true)]
    [InlineData("chargeback", "denied", true)]
    [InlineData("chargeback", "granted", true)]
    [InlineData("chargeback", "", true)]
    [InlineData("chargeback_fraud", "granted", false)]
    public void A_claim_counts_by_its_type_and_status(string type, string status, bool counts)
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-08-01"), Order(Id(2), "2026-08-01"))
            .Claims($"{Id(1)}\t{type}\t2026-08-10\t{status}");
        Review review = folder.Review();
        review.Rejected.ShouldBeEmpty();
        review.Rate("order_defect_rate").ShouldBe(counts ? "1/2" : "0/2");
        review
            .Rate(type.Equals("a_to_z", StringComparison.OrdinalIgnoreCase) ? "a_to_z_rate" : "chargeback_rate")
            .ShouldBe(counts ? "1/2" : "0/2");
        review.Of("order_defect_rate").Orders.ShouldBe(counts ? [Id(1)] : []);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("2", true)]
    [InlineData("3", false)]
    [InlineData("5", false)]
    public void Feedback_of_one_or_two_stars_is_a_defect(string stars, bool counts)
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-08-01"))
            .Feedback($"8/10/26\t{stars}\tlate\t\t{Id(1)}\tx@example.org");
        Review review = folder.Review();
        review.Rate("order_defect_rate").ShouldBe(counts ? "1/1" : "0/1");
        review.Rate("negative_feedback_rate").ShouldBe(counts ? "1/1" : "0/1");
        review.Rate("a_to_z_rate").ShouldBe("0/1");
    }

    [Fact]
    public void An_order_with_several_lines_and_defects_counts_once()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(
                Order(Id(1), "2026-08-01", sku: "A"),
                Order(Id(1), "2026-08-01", sku: "B"),
                Order(Id(2), "2026-08-01")
            )
            .Feedback($"8/2/26\t1\tbad\t\t{Id(1)}\t", $"8/3/26\t2\tbad\t\t{Id(1)}\t")
            .Claims($"{Id(1)}\ta_to_z\t2026-08-10\tgranted", $"{Id(1)}\tchargeback\t2026-08-11\tgranted");
        Review review = folder.Review();
        review.Rate("order_defect_rate").ShouldBe("1/2");
        review.Of("order_defect_rate").Orders.ShouldBe([Id(1)]);
        review.Of("order_defect_rate").Missing.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Pending", 0)]
    [InlineData("PENDING", 0)]
    [InlineData("Pending - Waiting for Pick Up", 1)]
    [InlineData("Cancelled", 1)]
    [InlineData("Shipped - Delivered to Buyer", 1)]
    [InlineData("", 1)]
    public void Only_orders_that_are_exactly_pending_are_left_out(string status, int counted)
    {
        using CaseFolder folder = new CaseFolder().Orders(Order(Id(1), "2026-08-01", status));
        folder.Review().Of("order_defect_rate").Denominator.ShouldBe(counted);
    }

    [Theory]
    [InlineData("2026-09-30T23:59:59-07:00", true)]
    [InlineData("2026-10-01T00:00:00-07:00", false)]
    [InlineData("2026-09-30", true)]
    [InlineData("2026-10-01", false)]
    public void What_happens_after_the_day_is_not_known_yet(string opened, bool known)
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-08-01"), Order(Id(2), "2026-08-01"))
            .Claims($"{Id(1)}\ta_to_z\t{opened}\tgranted")
            .Feedback($"{opened}\t1\tx\t\t{Id(2)}\t");
        Review review = folder.Review();
        review.Rate("a_to_z_rate").ShouldBe(known ? "1/2" : "0/2");
        review.Rate("negative_feedback_rate").ShouldBe(known ? "1/2" : "0/2");
    }

    [Fact]
    public void Of_several_rows_of_a_claim_the_last_holds()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-08-01"), Order(Id(2), "2026-08-01"))
            .Claims(
                $"{Id(1)}\ta_to_z\t2026-08-10\tpending",
                $"{Id(1)}\ta_to_z\t2026-08-10\tdenied",
                $"{Id(2)}\ta_to_z\t2026-08-10\tdenied",
                $"{Id(2)}\ta_to_z\t2026-08-10\tgranted"
            );
        folder.Review().Of("a_to_z_rate").Orders.ShouldBe([Id(2)]);
    }

    [Fact]
    public void A_return_with_a_claim_is_a_pending_claim_unless_the_claims_table_knows_the_order()
    {
        const string header = "Order ID\tReturn request date\tA-to-Z Claim";
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-08-01"), Order(Id(2), "2026-08-01"), Order(Id(3), "2026-08-01"))
            .Claims($"{Id(2)}\ta_to_z\t2026-08-10\tdenied")
            .With(
                "returns.txt",
                header,
                $"{Id(1)}\t14-Aug-2026\tY",
                $"{Id(2)}\t14-Aug-2026\tY",
                $"{Id(3)}\t14-Aug-2026\tN"
            );
        folder.Review().Of("a_to_z_rate").Orders.ShouldBe([Id(1)]);
    }

    [Fact]
    public void Each_programme_has_its_own_rate_and_a_merchant_line_makes_a_merchant_order()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(
                Order(Id(1), "2026-08-01", channel: "Amazon"),
                Order(Id(2), "2026-08-01", channel: "AFN"),
                Order(Id(3), "2026-08-01", channel: "MFN"),
                Order(Id(4), "2026-08-01", channel: "Amazon", sku: "A"),
                Order(Id(4), "2026-08-01", channel: "merchant", sku: "B")
            )
            .Claims($"{Id(2)}\ta_to_z\t2026-08-10\tgranted", $"{Id(4)}\ta_to_z\t2026-08-10\tgranted");
        Review review = folder.Review();
        review.Rate("order_defect_rate", Fulfilment.Amazon).ShouldBe("1/2");
        review.Rate("order_defect_rate", Fulfilment.Merchant).ShouldBe("1/2");
        review.Metrics.Count(m => m.Program is Fulfilment.Amazon).ShouldBe(4);
        review.Metrics.Count.ShouldBe(13);
    }

    [Fact]
    public void The_target_must_be_undercut_and_the_value_is_not_rounded()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Enumerable.Range(1, 300).Select(n => Order(Id(n), "2026-08-01")))
            .Claims(Enumerable.Range(1, 3).Select(n => $"{Id(n)}\ta_to_z\t2026-08-10\tgranted"));
        MetricResult rate = folder.Review().Of("order_defect_rate");
        rate.Value.ShouldBe(3.0 / 300);
        rate.Status.ShouldBe("missed");
        rate.Target.ShouldBe(0.01);
        rate.Condition.ShouldBe(TargetCondition.LessThan);
        rate.Missing.ShouldBe(["seller_feedback"]);
        folder.Review().Of("a_to_z_rate").Status.ShouldBeNull();
    }
}
