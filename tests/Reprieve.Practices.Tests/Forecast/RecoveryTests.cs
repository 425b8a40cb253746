using Reprieve.Knowledge;
using Reprieve.Practices.Metrics;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Forecast;

public sealed class RecoveryTests
{
    [Theory]
    [InlineData(14, 900, 501)]
    [InlineData(1, 100, 1)]
    [InlineData(0, 5, 0)]
    [InlineData(1, 99, 2)]
    public void So_many_clean_orders_undercut_a_target(int bad, int all, int needed)
    {
        var target = new Target(0.01m, TargetCondition.LessThan);
        target.GoodNeeded(bad, all).ShouldBe(needed);
        target.Met(bad, all + needed).ShouldBeTrue();
        target.Met(bad, all).ShouldBe(needed == 0);
    }

    [Theory]
    [InlineData(3, 20, 10)]
    [InlineData(2, 20, 0)]
    [InlineData(10, 20, 80)]
    public void So_many_clean_orders_reach_a_target(int bad, int all, int needed)
    {
        var target = new Target(0.9m, TargetCondition.AtLeast);
        target.GoodNeeded(bad, all).ShouldBe(needed);
        target.Met(bad, all + needed).ShouldBeTrue();
        (needed > 0 && target.Met(bad, all + needed - 1)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, TargetCondition.LessThan)]
    [InlineData(1, TargetCondition.AtLeast)]
    public void No_number_of_orders_meets_an_impossible_target(int value, TargetCondition condition) =>
        new Target(value, condition).GoodNeeded(1, 10).ShouldBeNull();

    [Fact]
    public void The_metric_recovers_on_the_day_its_defects_age_out()
    {
        // Two defects on 1 August leave the 60 days on 30 September + 14; 150 clean orders in the middle stay.
        using CaseFolder folder = new CaseFolder()
            .Orders([
                Order(Id(1), "2026-08-01"),
                Order(Id(2), "2026-08-01"),
                .. Enumerable.Range(3, 150).Select(n => Order(Id(n), "2026-09-10")),
            ])
            .Claims($"{Id(1)}\ta_to_z\t2026-08-10\tgranted", $"{Id(2)}\ta_to_z\t2026-08-10\tgranted");
        MetricForecast forecast = folder.Review().Forecast.ShouldHaveSingleItem();
        forecast.Metric.ShouldBe("order_defect_rate");
        forecast.MetByAgeing.ShouldBe(new DateOnly(2026, 8, 1).AddDays(60 + 14));
        forecast.CleanOrdersNeeded.ShouldBe(49);
        forecast.Reason.ShouldBeNull();
        folder.Review("2026-10-14").Of("order_defect_rate").Status.ShouldBe("met");
        folder.Review("2026-10-13").Of("order_defect_rate").Status.ShouldBe("missed");
    }

    [Fact]
    public void Orders_that_the_lag_still_holds_back_count_when_they_enter()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders([Order(Id(1), "2026-09-16"), .. Enumerable.Range(2, 101).Select(n => Order(Id(n), "2026-09-20"))])
            .Claims($"{Id(1)}\ta_to_z\t2026-09-20\tgranted");
        folder.Review().Forecast.ShouldHaveSingleItem().MetByAgeing.ShouldBe(new DateOnly(2026, 10, 4));
    }

    [Fact]
    public void A_window_that_runs_empty_first_has_no_day_and_says_so()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-08-01"))
            .Claims($"{Id(1)}\ta_to_z\t2026-08-10\tgranted");
        MetricForecast forecast = folder.Review().Forecast.ShouldHaveSingleItem();
        forecast.MetByAgeing.ShouldBeNull();
        forecast.Reason.ShouldNotBeNullOrEmpty();
        forecast.CleanOrdersNeeded.ShouldBe(100);
    }

    [Fact]
    public void A_metric_that_is_met_has_no_forecast()
    {
        using CaseFolder folder = new CaseFolder().Orders(Order(Id(1), "2026-08-01"));
        folder.Review().Forecast.ShouldBeEmpty();
    }
}
