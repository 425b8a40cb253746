using Reprieve.Practices.Metrics;

namespace Reprieve.Practices.Forecast;

/// <summary>When a missed metric meets its target again.</summary>
internal static class Recovery
{
    /// <summary>
    /// Moves the window day by day over what is already known: no new orders, no new defects. Gives the first day on
    /// which the target is met, or says that the window runs empty first.
    /// </summary>
    public static MetricForecast Of(MetricRun run, DateOnly asOf)
    {
        Target target = Target.Of(run.Metric)!.Value;
        DateOnly? met = FirstDayMet(run, asOf, target);
        return new MetricForecast(
            run.Formula.Code,
            run.Program,
            met,
            (int?)target.GoodNeeded(run.Tally.Bad, run.Tally.All),
            met is null ? Say.Texts.Get("WindowRunsEmpty") : null
        );
    }

    private static DateOnly? FirstDayMet(MetricRun run, DateOnly asOf, Target target)
    {
        Dictionary<DateOnly, (long All, long Bad)> days = [];
        foreach (Counted item in run.Items)
        {
            (long whole, long missed) = days.GetValueOrDefault(item.Day);
            days[item.Day] = (whole + item.Weight, missed + (item.Bad ? item.Weight : 0));
        }

        (long all, long bad) = (run.Tally.All, run.Tally.Bad);
        int most = run.Metric.WindowDays + run.Metric.LagDays;
        for (int ahead = 1; ahead <= most && all > 0; ahead++)
        {
            (long All, long Bad) leaves = days.GetValueOrDefault(run.Window.From.AddDays(ahead - 1));
            (long All, long Bad) enters = days.GetValueOrDefault(run.Window.To.AddDays(ahead));
            all += enters.All - leaves.All;
            bad += enters.Bad - leaves.Bad;
            if (all > 0 && target.Met(bad, all))
            {
                return asOf.AddDays(ahead);
            }
        }

        return null;
    }
}
