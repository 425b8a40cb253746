using Reprieve.Knowledge;
using Reprieve.Practices.Standing;
using static Reprieve.Practices.Tests.Standing.Invented;

namespace Reprieve.Practices.Tests.Standing;

public sealed class StandingTrendTests
{
    [Fact]
    public void A_day_without_a_look_is_a_gap_and_days_before_the_span_are_left_out()
    {
        StandingTrend trend = StandingTrend
            .Of(LateDays(0.01, 0.02, null, 0.05), Known, 3)
            .Single(one => one.Code == "late_shipment_rate_30d");

        trend.Values.ShouldBe([0.02, null, 0.05]);
        (trend.Now, trend.Missed, trend.LimitText, trend.Program).ShouldBe(
            ("5.0 %", true, "4.0 %", Fulfilment.Merchant)
        );
    }

    [Theory]
    [InlineData(0.0399, false)]
    [InlineData(0.04, true)]
    public void A_value_at_its_limit_does_not_keep_it(double rate, bool missed) =>
        StandingTrend
            .Of(LateDays(rate), Known, 1)
            .Single(one => one.Code == "late_shipment_rate_30d")
            .Missed.ShouldBe(missed);

    [Fact]
    public void A_figure_that_the_newest_look_does_not_have_is_left_out() =>
        StandingTrend
            .Of(History(Ago(1).Late(0.02), Ago(0)), Known, 5)
            .ShouldNotContain(one => one.Code == "late_shipment_rate_30d");

    [Fact]
    public void Counters_that_were_nothing_all_the_time_are_left_out_and_those_that_fell_to_nothing_stay()
    {
        SnapshotHistory history = History(
            Ago(1).Counting(("documentRequests", 0), ("listingPolicyViolations", 2)),
            Ago(0).Counting(("documentRequests", 0), ("listingPolicyViolations", 0))
        );

        StandingTrend trend = StandingTrend.Counters(history, 2).ShouldHaveSingleItem();
        (trend.Code, trend.Now, trend.Missed).ShouldBe(("listingPolicyViolations", "0", false));
        trend.Values.ShouldBe([2, 0]);
    }

    [Fact]
    public void Of_a_store_that_was_never_seen_nothing_is_said()
    {
        StandingTrend.Of(History(), Known, 5).ShouldBeEmpty();
        StandingTrend.Counters(History(), 5).ShouldBeEmpty();
    }
}
