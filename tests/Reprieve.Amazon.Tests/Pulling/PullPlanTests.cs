using Reprieve.Amazon.Pulling;
using Reprieve.Knowledge;

namespace Reprieve.Amazon.Tests.Pulling;

public sealed class PullPlanTests
{
    private static readonly KnowledgeBase BuiltIn = KnowledgeLoader.BuiltIn;
    private static readonly DateTimeOffset AsOf = new(2026, 11, 27, 12, 0, 30, 500, TimeSpan.Zero);

    [Fact]
    public void What_is_most_urgent_comes_first_and_every_part_has_a_name_of_its_own()
    {
        IReadOnlyList<PullPart> plan = Plan("amazon.de", "amazon.fr");
        plan[0].ReportType.ShouldBe("GET_V2_SELLER_PERFORMANCE_REPORT");
        plan.Select(part => part.Key).ShouldBeUnique();
        plan.ShouldAllBe(part => part.Key.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-' || sign == '.'));
    }

    [Fact]
    public void Spans_reach_back_without_a_gap_the_newest_first_and_end_before_now()
    {
        PullPart[] orders = [.. Plan("amazon.com").Where(part => part.Kind is PullKind.Orders)];
        orders[0].Until.ShouldBe(new DateTimeOffset(2026, 11, 27, 11, 55, 30, TimeSpan.Zero));
        orders[^1].From.ShouldBe(orders[0].Until!.Value.AddDays(-60));
        for (int at = 1; at < orders.Length; at++)
        {
            orders[at].Until.ShouldBe(orders[at - 1].From);
        }
    }

    [Fact]
    public void No_report_covers_more_days_than_one_may()
    {
        PullPart[] returns =
        [
            .. Plan("amazon.com").Where(part => part.ReportType == "GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE"),
        ];
        returns.Length.ShouldBe(2);
        returns.ShouldAllBe(part => part.Until - part.From <= TimeSpan.FromDays(60));
    }

    [Fact]
    public void Stores_share_a_report_where_its_rows_name_the_store_and_have_one_each_where_not()
    {
        IReadOnlyList<PullPart> plan = Plan("amazon.de", "amazon.fr");
        plan.Where(part => part.Key.StartsWith("listings", StringComparison.Ordinal))
            .ShouldAllBe(part => part.Stores.Count == 1);
        plan.Where(part => part.Key.StartsWith("all-orders", StringComparison.Ordinal))
            .ShouldAllBe(part => part.Stores.Count == 2);
    }

    [Fact]
    public void What_Amazon_finds_wrong_with_listings_is_read_by_a_step_and_may_be_refused()
    {
        PullPart[] found =
        [
            .. PullPlan
                .Of(BuiltIn, [BuiltIn.Marketplace("amazon.com")!], new PullWish("A1SELLER"), AsOf)
                .Where(part => part.MayBeRefused),
        ];
        found
            .Select(part => part.FileName("txt"))
            .ShouldBe(["suppressed-listings-amazon.com.txt", "listing-issues-amazon.com.txt"]);
        found.ShouldAllBe(part => !part.Kept);
    }

    [Fact]
    public void Issues_of_listings_need_the_merchant_token()
    {
        Plan("amazon.com").ShouldNotContain(part => part.Kind == PullKind.ListingIssues);
        PullPlan
            .Of(BuiltIn, [BuiltIn.Marketplace("amazon.com")!], new PullWish("A1SELLER"), AsOf)
            .ShouldContain(part => part.Kind == PullKind.ListingIssues && part.SellerId == "A1SELLER");
    }

    [Fact]
    public void The_history_reaches_back_almost_two_years_and_ends_yesterday()
    {
        PullPart history = Plan("amazon.com").Single(part => part.Kind is PullKind.History);
        history.From.ShouldNotBeNull().ShouldBeInRange(AsOf.AddYears(-2).AddDays(3), AsOf.AddYears(-2).AddDays(10));
        DateOnly.FromDateTime(history.Until.ShouldNotBeNull().UtcDateTime).ShouldBe(new DateOnly(2026, 11, 26));
    }

    [Fact]
    public void Review_topics_are_asked_only_in_stores_where_Amazon_has_them() =>
        Plan("amazon.de", "amazon.pl")
            .Where(part => part.Kind is PullKind.ReviewTopics)
            .Select(part => part.Key)
            .ShouldBe(["review-topics-amazon.de"]);

    private static IReadOnlyList<PullPart> Plan(params string[] stores) =>
        PullPlan.Of(BuiltIn, [.. stores.Select(store => BuiltIn.Marketplace(store)!)], new PullWish(), AsOf);
}
