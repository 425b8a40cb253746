using Reprieve.Knowledge;
using Reprieve.Practices.Standing;
using static Reprieve.Practices.Tests.Standing.Invented;

namespace Reprieve.Practices.Tests.Standing;

public sealed class StandingChangeTests
{
    [Fact]
    public void Everything_that_changed_stands_in_the_order_of_its_weight()
    {
        AccountSnapshot before = Ago(1)
            .With(
                new SnapshotFigure("order_defect_rate", Fulfilment.Merchant, 0.002),
                new SnapshotFigure("cancellation_rate", Fulfilment.Merchant, 0.001, "GOOD"),
                new SnapshotFigure("valid_tracking_rate", Fulfilment.Merchant, 0.94)
            )
            .Late(0.03, "GOOD")
            .Counting(("listingPolicyViolations", 1), ("documentRequests", 2))
            .Rated(210) with
        {
            Listings = new ListingCounts(100, 0, 3),
        };
        AccountSnapshot after = Ago(0, "AT_RISK")
            .With(
                new SnapshotFigure("order_defect_rate", Fulfilment.Merchant, 0.003),
                new SnapshotFigure("cancellation_rate", Fulfilment.Merchant, 0.001, "WARNED"),
                new SnapshotFigure("valid_tracking_rate", Fulfilment.Merchant, 0.96)
            )
            .Late(0.041, "BAD")
            .Counting(("listingPolicyViolations", 4), ("documentRequests", 1), ("foodAndProductSafetyIssues", 1))
            .Rated(199) with
        {
            Warnings = [new AccountWarning("spammingSellerMessaging", "BAD"), new AccountWarning("other", "GOOD")],
            Listings = new ListingCounts(90, 10, 2),
        };
        StandingChange
            .Between(before, after, Known)
            .Select(change => (change.Kind, change.Direction, change.Text))
            .ShouldBe([
                (ChangeKind.Status, ChangeDirection.Worse, "Account status: normal → at risk."),
                (
                    ChangeKind.Target,
                    ChangeDirection.Worse,
                    "Late shipment rate (30 days) no longer meets its target: 3.0 % → 4.1 % (target: under 4.0 %)."
                ),
                (
                    ChangeKind.Target,
                    ChangeDirection.Better,
                    "Valid tracking rate meets its target again: 94.0 % → 96.0 % (target: at least 95.0 %)."
                ),
                (ChangeKind.Mark, ChangeDirection.Worse, "Amazon's mark for Cancellation rate: GOOD → WARNED."),
                (
                    ChangeKind.Rate,
                    ChangeDirection.Worse,
                    "Order defect rate (fulfilled by the seller) got worse: 0.2 % → 0.3 %."
                ),
                (ChangeKind.Counter, ChangeDirection.Worse, "Listing policy violations: 1 → 4."),
                (ChangeKind.Counter, ChangeDirection.Worse, "Food and product safety issues: 0 → 1."),
                (ChangeKind.Counter, ChangeDirection.Better, "Document requests: 2 → 1."),
                (ChangeKind.Rating, ChangeDirection.Worse, "Account Health Rating: 210 → 199."),
                (ChangeKind.Warning, ChangeDirection.Worse, "New warning on the account: spammingSellerMessaging."),
                (ChangeKind.Listings, ChangeDirection.Worse, "Inactive listings: 0 → 10."),
                (ChangeKind.Listings, ChangeDirection.Better, "Suppressed listings: 3 → 2."),
            ]);
    }

    [Theory]
    [InlineData(0.03, 0.0349, null)]
    [InlineData(0.03, 0.035, ChangeKind.Rate)]
    [InlineData(0.035, 0.03, ChangeKind.Rate)]
    [InlineData(0.0399, 0.04, ChangeKind.Target)]
    [InlineData(0.04, 0.0399, ChangeKind.Target)]
    [InlineData(0.04, 0.0401, null)]
    public void A_rate_counts_by_its_target_and_by_its_step(double from, double to, ChangeKind? kind) =>
        StandingChange
            .Between(Ago(1).Late(from), Ago(0).Late(to), Known)
            .Select(change => (ChangeKind?)change.Kind)
            .ShouldBe(kind is null ? [] : [kind]);

    [Fact]
    public void Two_figures_are_not_rounded_to_the_same() =>
        StandingChange
            .Between(Ago(1).Late(0.0399), Ago(0).Late(0.04), Known)
            .ShouldHaveSingleItem()
            .Text.ShouldContain("3.99 % → 4.0 %");

    [Theory]
    [InlineData(900, 881, false)]
    [InlineData(900, 880, true)]
    [InlineData(200, 199, true)]
    [InlineData(100, 99, true)]
    [InlineData(199, 200, true)]
    public void The_rating_counts_by_its_band_and_by_its_step(int from, int to, bool told) =>
        StandingChange.Between(Ago(1).Rated(from), Ago(0).Rated(to), Known).Any().ShouldBe(told);

    [Fact]
    public void A_rating_without_score_counts_by_its_word()
    {
        StandingChange change = StandingChange
            .Between(Ago(1).Rated(null, "GREAT"), Ago(0).Rated(null, "WARNED"), Known)
            .ShouldHaveSingleItem();
        (change.Kind, change.Direction).ShouldBe((ChangeKind.Rating, ChangeDirection.Worse));
    }

    [Theory]
    [InlineData("DEACTIVATED", "SUSPENDED", null)]
    [InlineData("NORMAL", null, null)]
    [InlineData(null, "NORMAL", null)]
    [InlineData("WARNING", "WARNING", null)]
    [InlineData("NORMAL", "WARNING", ChangeDirection.Other)]
    [InlineData("WARNING", "LIMITED", ChangeDirection.Other)]
    [InlineData("AT_RISK", "SUSPENDED", ChangeDirection.Worse)]
    [InlineData("SUSPENDED", "AT_RISK", ChangeDirection.Better)]
    public void A_status_counts_by_what_it_means(string? from, string? to, ChangeDirection? direction) =>
        StandingChange
            .Between(Ago(1, from), Ago(0, to), Known)
            .Select(change => (ChangeDirection?)change.Direction)
            .ShouldBe(direction is null ? [] : [direction]);

    [Fact]
    public void What_one_of_the_two_does_not_say_is_no_change()
    {
        AccountSnapshot full = Ago(1).Late(0.01).Counting(("documentRequests", 2)).Rated(300) with
        {
            Listings = new ListingCounts(1, 1, 1),
        };
        StandingChange.Between(full, Ago(0), Known).ShouldBeEmpty();
        StandingChange.Between(Ago(1), full, Known).ShouldBeEmpty();
        StandingChange.Between(full, full, Known).ShouldBeEmpty();
    }

    [Fact]
    public void Before_a_notice_the_day_before_is_told_and_the_hours_up_to_the_notice()
    {
        SnapshotHistory history = History(
            Ago(3).Late(0.01),
            Ago(2).Late(0.02),
            Ago(1).Late(0.03),
            Ago(0).Late(0.05),
            Ago(0).Late(0.01) with
            {
                TakenAt = At(Today, 18),
            }
        );
        IReadOnlyList<DayOfChanges> days = StandingChange.BeforeNotice(history, At(Today, 14), Known);
        days.Select(day => (day.Day, day.Since))
            .ShouldBe([(Today.AddDays(-1), Today.AddDays(-2)), (Today, Today.AddDays(-1))]);
        days[0].Changes.ShouldHaveSingleItem().Text.ShouldEndWith("2.0 % → 3.0 %.");
        days[1]
            .Changes.ShouldHaveSingleItem()
            .Kind.ShouldBe(ChangeKind.Target, "what came after the notice does not count");
        StandingChange.BeforeNotice(history, At(Today, 14), Known, 7).Count.ShouldBe(3);
        StandingChange
            .BeforeNotice(history, At(Today, 11), Known)
            .ShouldHaveSingleItem()
            .Day.ShouldBe(Today.AddDays(-1));
    }

    [Fact]
    public void Over_a_gap_it_is_said_since_when()
    {
        SnapshotHistory history = History(Ago(9).Late(0.01), Ago(1).Late(0.05));
        DayOfChanges day = StandingChange.BeforeNotice(history, At(Today, 9), Known).ShouldHaveSingleItem();
        (day.Day, day.Since).ShouldBe((Today.AddDays(-1), Today.AddDays(-9)));
    }

    [Fact]
    public void Where_nothing_is_known_of_the_days_there_are_none()
    {
        StandingChange.BeforeNotice(History(), At(Today, 9), Known).ShouldBeEmpty();
        StandingChange.BeforeNotice(History(Ago(0)), At(Today, 14), Known, 7).ShouldBeEmpty();
        StandingChange.BeforeNotice(History(Ago(9), Ago(8)), At(Today, 14), Known, 7).ShouldBeEmpty();
        StandingChange
            .BeforeNotice(History(Ago(9), Ago(7)), At(Today, 14), Known, 7)
            .ShouldHaveSingleItem()
            .Changes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void More_than_a_week_is_not_looked_back(int days) =>
        Should.Throw<ArgumentOutOfRangeException>(() =>
            StandingChange.BeforeNotice(History(), At(Today, 9), Known, days)
        );
}
