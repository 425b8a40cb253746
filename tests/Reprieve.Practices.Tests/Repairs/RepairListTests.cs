using Reprieve.Knowledge;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Repairs;

public sealed class RepairListTests
{
    private const string ClaimsWithDecision = "order-id\ttype\topened\tstatus\tdecided";

    [Theory]
    // The day is 30 September: 30 days from the decision, both sides of the boundary.
    [InlineData("granted", "2026-08-20", "2026-08-31", "a_to_z_appeal 2026-09-30")]
    [InlineData("granted", "2026-08-20", "2026-08-30", null)]
    [InlineData("granted", "2026-08-31", "", "a_to_z_appeal 2026-09-30 or later")]
    [InlineData("granted", "2026-08-30", "", "a_to_z_appeal no day")]
    [InlineData("granted", "2026-08-01", "", "a_to_z_appeal no day")]
    [InlineData("granted", "2026-07-31", "", null)]
    [InlineData("under_review", "2026-09-28", "", "a_to_z_answer no day")]
    [InlineData("denied", "2026-09-28", "", null)]
    [InlineData("refunded_after_claim", "2026-09-28", "", null)]
    public void A_claim_is_listed_while_its_window_may_be_open(
        string status,
        string opened,
        string decided,
        string? expected
    )
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-08-01"))
            .With("claims.txt", ClaimsWithDecision, $"{Id(1)}\ta_to_z\t{opened}\t{status}\t{decided}");
        folder.Review().Repairs.Select(Text).SingleOrDefault().ShouldBe(expected);
    }

    [Theory]
    [InlineData("2026-09-23", "", "chargeback_answer 2026-09-30")]
    [InlineData("2026-09-22", "", null)]
    [InlineData("2026-09-29", "denied", null)]
    public void A_chargeback_is_answered_within_seven_days(string opened, string status, string? expected)
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-08-01"))
            .Claims($"{Id(1)}\tchargeback\t{opened}\t{status}", $"{Id(1)}\tchargeback_fraud\t2026-09-29\t");
        folder.Review().Repairs.Select(Text).SingleOrDefault().ShouldBe(expected);
    }

    [Theory]
    [InlineData("Merchant", "Stopped working after two days. Very poor quality.", "feedback_product_review 2026-12-08")]
    [InlineData("Merchant", "Poor quality and the seller refuses a return", null)]
    [InlineData("Merchant", "Poor quality and it came late", null)]
    [InlineData("Merchant", "Poor quality. My cat has been very fond of it since Tuesday.", null)]
    [InlineData("Merchant", "Arrived broken", null)]
    [InlineData("Merchant", "Wrong item", null)]
    [InlineData("Merchant", "Came late", null)]
    [InlineData("Amazon", "Never arrived!", "feedback_fba_delivery 2026-12-08")]
    [InlineData("Amazon", "Never arrived and no refund", null)]
    [InlineData("Amazon", "This is bullshit", "feedback_obscene 2026-12-08")]
    [InlineData("Merchant", "Call 0151 23456789 before you buy", "feedback_personal_data 2026-12-08")]
    [InlineData("Merchant", "Order 111-1234567-1234567", null)]
    [InlineData("Amazon", "", null)]
    public void Feedback_is_listed_only_where_the_policy_lets_it_go(string channel, string comment, string? expected)
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-08-01", channel: channel))
            .Feedback($"2026-09-09\t1\t{comment}\t\t{Id(1)}\t");
        folder.Review().Repairs.Select(Text).SingleOrDefault().ShouldBe(expected);
    }

    [Theory]
    [InlineData(3, "2026-08-01", "2026-09-09", 0)]
    [InlineData(2, "2026-08-01", "2026-09-09", 1)]
    [InlineData(2, "2026-07-18", "2026-09-09", 0)]
    [InlineData(2, "2026-07-19", "2026-09-09", 1)]
    public void Only_feedback_that_weighs_on_the_order_defect_rate_is_worth_a_request(
        int stars,
        string purchased,
        string day,
        int count
    )
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), purchased))
            .Feedback($"{day}\t{stars}\tPoor quality\t\t{Id(1)}\t");
        folder.Review().Repairs.Count.ShouldBe(count);
    }

    [Theory]
    [InlineData("2026-08-03", "feedback_buy_shipping 2026-12-08")]
    [InlineData("2026-08-04", null)]
    public void Late_delivery_is_removable_only_where_the_parcel_left_in_time(string confirmed, string? expected)
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-08-01"))
            .Feedback($"2026-09-09\t1\tCame late\t\t{Id(1)}\t")
            .Shipments($"{Id(1)}\t2026-08-03\t{confirmed}\tUPS\tT1\t\t\t\t");
        folder.Review().Repairs.Select(Text).SingleOrDefault().ShouldBe(expected);
    }

    [Fact]
    public void Open_orders_are_listed_with_their_ship_by_the_most_pressing_first()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(
                Order(Id(1), "2026-09-29", "Unshipped"),
                Order(Id(2), "2026-09-27", "unshipped"),
                Order(Id(3), "2026-09-27", "Shipped"),
                Order(Id(4), "2026-09-27", "Unshipped", channel: "Amazon"),
                Order(Id(5), "2026-09-27", "Unshipped", updated: "2026-09-27"),
                Order(Id(5), "2026-09-27", "Shipped", updated: "2026-09-28"),
                Order(Id(6), "2026-09-27", "PartiallyShipped")
            )
            .Shipments(
                $"{Id(2)}\t2026-09-29\t\t\t\t\t\t\t",
                $"{Id(3)}\t2026-09-29\t\t\t\t\t\t\t",
                $"{Id(6)}\t2026-09-28\t2026-09-28\tUPS\tT1\t\t\t\t",
                $"{Id(6)}\t2026-10-01\t\tUPS\tT2\t\t\t\t",
                $"{Id(7)}\t2026-10-02\t\t\t\t\t\t\t",
                $"{Id(8)}\t2026-08-02\t\t\t\t\t\t\t"
            );
        folder
            .Review()
            .Repairs.Select(repair => $"{repair.Order} {repair.Due:yyyy-MM-dd}".TrimEnd())
            .ShouldBe([$"{Id(2)} 2026-09-29", $"{Id(6)} 2026-10-01", $"{Id(7)} 2026-10-02", Id(1)]);
    }

    [Fact]
    public void A_live_listing_against_a_policy_is_listed_and_a_closed_one_is_not()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-08-01"))
            .With(
                "listings.txt",
                "seller-sku\titem-name\tlisting-id\tasin1\tstatus",
                "S1\tReplica watch\tL1\tB000000001\tActive",
                "S2\tReplica watch\tL2\tB000000002\tInactive"
            );
        Repair repair = folder.Review().Repairs.ShouldHaveSingleItem();
        (repair.Rule, repair.Sku, repair.Asin, repair.Policy, repair.Quote).ShouldBe(
            ("close_listing", "S1", "B000000001", "authenticity.counterfeit_tells", "Replica")
        );
    }

    [Fact]
    public void Every_rule_names_a_kind_that_no_other_claims_with_the_same_statuses() =>
        KnowledgeLoader
            .BuiltIn.Repairs.GroupBy(rule => (rule.Of, string.Join(',', rule.Statuses)))
            .ShouldAllBe(same => same.Count() == 1);

    private static string Text(Repair repair) =>
        $"{repair.Rule} {(repair.Due is { } day ? day.ToString("yyyy-MM-dd", null) : "no day")}{(repair.AtLeast ? " or later" : "")}";
}
