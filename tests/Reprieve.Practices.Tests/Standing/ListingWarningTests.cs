using Reprieve.Practices.Standing;

namespace Reprieve.Practices.Tests.Standing;

/// <summary>Counts of listings: what is warned of, and their course.</summary>
public sealed class ListingWarningTests
{
    [Fact]
    public void A_sudden_drop_is_warned_of_with_its_day()
    {
        EarlyWarning warning = Invented.Warnings(Days(40, 40, 30, 31)).ShouldHaveSingleItem();

        warning.Key.ShouldBe("listings_dropped:2026-09-19");
        warning.Severity.ShouldBe(WarningSeverity.Warn);
        warning.Text.ShouldBe("Listings that can be bought fell from 40 to 30 on 19 Sep 2026.");
        warning.Advice.ShouldContain("what Amazon says of each");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public void From_a_half_it_is_urgent(int left) =>
        Invented.Warnings(Days(40, left)).ShouldHaveSingleItem().Severity.ShouldBe(WarningSeverity.Urgent);

    [Fact]
    public void What_is_slow_small_back_again_old_or_unknown_is_no_drop()
    {
        Invented.Warnings(Days(40, 36, 33, 30)).ShouldBeEmpty("slow");
        Invented.Warnings(Days(4, 2)).ShouldBeEmpty("small");
        Invented.Warnings(Days(40, 10, 39)).ShouldBeEmpty("back again");
        Invented.Warnings(Days(40, 10, 10, 10, 10, 10, 10, 10, 10)).ShouldBeEmpty("old");
        Invented.Warnings(Days(40, null)).ShouldBeEmpty("unknown");
        Invented.Warnings(Days(10, 40)).ShouldBeEmpty("more");
    }

    [Fact]
    public void Over_a_day_without_a_count_it_is_still_seen() =>
        Invented.Warnings(Days(40, null, 10)).ShouldHaveSingleItem();

    [Fact]
    public void The_course_of_each_count_is_there_where_it_is_known()
    {
        SnapshotHistory history = Invented.History(
            Listed(2, new ListingCounts(10, 4)),
            Listed(0, new ListingCounts(12, 5))
        );

        StandingTrend
            .Listings(history, 3)
            .Select(trend => (trend.Code, trend.Now, trend.Missed))
            .ShouldBe([("listings_active", "12", false), ("listings_inactive", "5", false)]);
        StandingTrend.Listings(history, 3)[0].Values.ShouldBe([10, null, 12]);
        StandingTrend.Listings(Invented.History(Invented.Ago(0)), 3).ShouldBeEmpty();
    }

    private static AccountSnapshot Listed(int ago, ListingCounts? counts) =>
        Invented.Ago(ago) with
        {
            Listings = counts,
        };

    private static SnapshotHistory Days(params IReadOnlyList<int?> active) =>
        Invented.History(
            active.Select((count, i) => Listed(active.Count - 1 - i, count is null ? null : new ListingCounts(count)))
        );
}
