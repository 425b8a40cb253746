using Reprieve.Practices.Metrics;
using Reprieve.Practices.Trend;

namespace Reprieve.Practices.Forecast;

/// <summary>When a missed metric meets its target again.</summary>
internal static class Recovery
{
    /// <summary>
    /// Days that are looked ahead at most. A window is empty after its own length and lag, unless days still to come
    /// put things into it (a deliver-by is a promise); a longer promise is a fault in the file.
    /// </summary>
    private const int Farthest = DailyCounts.Ahead;

    /// <summary>
    /// Moves the window day by day over what is already known: no new orders, no new defects. Gives the first day on
    /// which the target is met, or says that the window runs empty first.
    /// </summary>
    public static MetricForecast Of(MetricRun run, DateOnly asOf)
    {
        Target target = Target.Of(run.Metric)!.Value;
        IReadOnlyList<TrendPoint> path = Path(run, asOf, target);
        DateOnly? met = path.Count > 1 && path[^1].Denominator > 0 && Met(run, path[^1], target) ? path[^1].Day : null;
        return new MetricForecast(
            run.Formula.Code,
            run.Program,
            met,
            (int?)target.GoodNeeded(run.Tally.Bad, run.Tally.All),
            met is null ? Say.Texts.Get("WindowRunsEmpty") : null
        )
        {
            Path = path,
            Caution = Say.Texts.Get("NoNewOrders"),
        };
    }

    /// <summary>The days from the review on, until the target is met or the window has run empty.</summary>
    private static List<TrendPoint> Path(MetricRun run, DateOnly asOf, Target target)
    {
        List<TrendPoint> path = [MetricHistory.Point(run, asOf, 0)];
        for (int ahead = 1; ahead <= Farthest && path[^1].Denominator > 0; ahead++)
        {
            path.Add(MetricHistory.Point(run, asOf.AddDays(ahead), ahead));
            if (path[^1].Denominator > 0 && Met(run, path[^1], target))
            {
                break;
            }
        }

        return path;
    }

    private static bool Met(MetricRun run, TrendPoint point, Target target) =>
        target.Met(run.Formula.MoreIsBetter ? point.Denominator - point.Numerator : point.Numerator, point.Denominator);
}
