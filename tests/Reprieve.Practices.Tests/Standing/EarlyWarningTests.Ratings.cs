using Reprieve.Practices.Standing;
using static Reprieve.Practices.Tests.Standing.Invented;

namespace Reprieve.Practices.Tests.Standing;

/// <summary>The account health rating and the counters of violations.</summary>
public sealed partial class EarlyWarningTests
{
    [Theory]
    [InlineData(200, 0, null)]
    [InlineData(199, 0, "target_missed:account_health_rating:200")]
    [InlineData(100, 0, "target_missed:account_health_rating:200")]
    [InlineData(99, 0, "target_missed:account_health_rating:100")]
    [InlineData(240, 8, "target_ahead:account_health_rating:200")]
    public void The_rating_is_held_against_its_bands(int score, int fall, string? code)
    {
        SnapshotHistory history = History(Enumerable.Range(0, 6).Select(n => Ago(n).Rated(score + (n * fall))));
        Warnings(history).Select(warning => warning.Code).ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public void Below_one_band_the_next_one_is_looked_at_too()
    {
        SnapshotHistory history = History(Enumerable.Range(0, 6).Select(n => Ago(n).Rated(130 + (n * 4))));
        IReadOnlyList<EarlyWarning> warnings = Warnings(history);
        warnings.Select(warning => warning.Kind).ShouldBe([WarningKind.TargetMissed, WarningKind.TargetAhead]);
        warnings[1].DaysLeft.ShouldBe(8);
        warnings[1].Text.ShouldStartWith("Account Health Rating will fall below 100 in about 8 days");
    }

    [Fact]
    public void A_counter_that_rose_is_told_for_two_weeks_while_it_stands()
    {
        SnapshotHistory history = History(
            Ago(4).Counting(("listingPolicyViolations", 2), ("documentRequests", 5)),
            Ago(3).Counting(("listingPolicyViolations", 3), ("documentRequests", 5)),
            Ago(0).Counting(("listingPolicyViolations", 3), ("documentRequests", 4), ("newOne", 1))
        );
        IReadOnlyList<EarlyWarning> warnings = Warnings(history);
        warnings
            .Select(warning => (warning.Code, warning.Since, warning.Text))
            .ShouldBe([
                (
                    "counter_rising:listingPolicyViolations",
                    Today.AddDays(-3),
                    "Listing policy violations rose from 2 to 3 on 17 Sep 2026."
                ),
                ("counter_rising:newOne", Today, "New one rose from 0 to 1 on 20 Sep 2026."),
            ]);
    }

    [Theory]
    [InlineData(13, true)]
    [InlineData(14, false)]
    public void An_old_rise_is_told_no_more(int days, bool told) =>
        Warnings(
                History(
                    Ago(days + 1).Counting(("listingPolicyViolations", 0)),
                    Ago(days).Counting(("listingPolicyViolations", 1)),
                    Ago(0).Counting(("listingPolicyViolations", 1))
                )
            )
            .Any()
            .ShouldBe(told);

    [Fact]
    public void A_rise_that_came_down_again_is_told_no_more() =>
        Warnings(
                History(
                    Ago(2).Counting(("listingPolicyViolations", 1)),
                    Ago(1).Counting(("listingPolicyViolations", 2)),
                    Ago(0).Counting(("listingPolicyViolations", 1))
                )
            )
            .ShouldBeEmpty();
}
