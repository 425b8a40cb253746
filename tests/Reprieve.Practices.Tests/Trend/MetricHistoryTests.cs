using CsCheck;
using Reprieve.Practices.Tests.Metrics;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Trend;

public sealed class MetricHistoryTests
{
    [Fact]
    public void Every_day_of_a_trend_agrees_with_a_second_reading_of_the_moved_window() =>
        InventedAccount.Any.Sample(
            account =>
            {
                using CaseFolder folder = account.Write();
                Review review = folder.Review(account.AsOf.ToString("yyyy-MM-dd", null), "amazon.com");
                review
                    .Trend.Select(trend => (trend.Metric, trend.Program))
                    .ShouldBe(review.Metrics.Where(m => m.Status == "missed").Select(m => (m.Code, m.Program)));
                foreach (MetricTrend trend in review.Trend)
                {
                    trend.Days[^1].Day.ShouldBe(account.AsOf);
                    foreach (TrendPoint point in trend.Days)
                    {
                        var slow = new SlowReading(account, point.Day.DayNumber - account.AsOf.DayNumber);
                        (long numerator, long denominator, _) = slow.Of(trend.Metric, trend.Program);
                        (point.Numerator, point.Denominator).ShouldBe(((int)numerator, (int)denominator));
                        point.Value.ShouldBe(denominator == 0 ? null : (double)numerator / denominator);
                    }
                }
            },
            iter: 100,
            threads: 1
        );

    [Fact]
    public void It_reaches_as_far_as_whole_windows_are_covered()
    {
        // Confirmations from 1 August on: the 30 days that end on 30 August are the first whole window.
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-07-30"))
            .Shipments(
                Enumerable
                    .Range(1, 60)
                    .Select(n =>
                        $"{Id(n)}\t2026-07-31\t{new DateOnly(2026, 7, 31).AddDays(n):yyyy-MM-dd}\tUPS\tT{n}\t\t\t\t"
                    )
            );
        MetricTrend trend = folder.Review().Trend.First(t => t.Metric == "late_shipment_rate_30d");
        trend.Days[0].Day.ShouldBe(new DateOnly(2026, 8, 30));
        trend.Days.Count.ShouldBe(32);
        trend.Days.ShouldAllBe(point => point.Value == 1);
    }

    [Fact]
    public void A_metric_that_is_met_has_no_trend()
    {
        using CaseFolder folder = new CaseFolder().Orders(Order(Id(1), "2026-08-01"));
        folder.Review().Trend.ShouldBeEmpty();
    }
}
