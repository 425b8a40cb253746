using Reprieve.Practices.Metrics;

namespace Reprieve.Practices.Trend;

/// <summary>
/// A metric day by day: its window moved back over what is known on the day of the review, as far as whole windows
/// are covered by the files. (What Amazon showed on those days may have been less: defects come late.)
/// </summary>
internal static class MetricHistory
{
    /// <summary>Days that are looked back at most.</summary>
    public const int MostDays = DailyCounts.Before;

    public static MetricTrend Of(MetricRun run, DateOnly asOf)
    {
        List<TrendPoint> days = [];
        for (int back = 0; back <= MostDays; back++)
        {
            DateOnly from = run.Window.From.AddDays(-back);
            if (back > 0 && !(from >= run.Tally.Days.First))
            {
                break;
            }

            days.Add(Point(run, asOf.AddDays(-back), -back));
        }

        days.Reverse();
        return new MetricTrend(run.Formula.Code, run.Program, days);
    }

    /// <summary>The metric with its window moved by some days.</summary>
    public static TrendPoint Point(MetricRun run, DateOnly day, int shift)
    {
        (long all, long bad) = run.Tally.Days.Between(run.Window.From.AddDays(shift), run.Window.To.AddDays(shift));
        long numerator = run.Formula.MoreIsBetter ? all - bad : bad;
        return new TrendPoint(day, (int)numerator, (int)all, all == 0 ? null : (double)numerator / all);
    }
}
