using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>Counters that rose within the last days and have not come down again.</summary>
internal static class CounterWarnings
{
    public static IEnumerable<EarlyWarning> Of(SnapshotHistory history, DateOnly today, KnowledgeBase knowledge)
    {
        // Only a snapshot with counters can say that one is at 0: of a store without figures nothing is known.
        List<SnapshotDay> days = [.. history.Days.Where(day => day.Day <= today && day.Snapshot.Counters.Count > 0)];
        WarningRule? rule = knowledge.Warnings.FirstOrDefault(rule =>
            rule.Code == WarningRule.PolicyCounters && rule.HoldsFor(history.Store)
        );
        if (rule is null || days.Count < 2 || today.DayNumber - days[^1].Day.DayNumber > rule.StaleDays)
        {
            yield break;
        }

        foreach (string counter in days[^1].Snapshot.Counters.Keys.Order(StringComparer.Ordinal))
        {
            if (LastRise(days, counter) is not { } rise || today.DayNumber - rise.Day.DayNumber >= rule.Days)
            {
                continue;
            }

            int now = In(days[^1], counter);
            if (now <= rise.Before)
            {
                continue;
            }

            yield return new EarlyWarning
            {
                Code = $"{WarningKind.CounterRising.Code()}:{counter}",
                Kind = WarningKind.CounterRising,
                Subject = counter,
                Severity = WarningSeverity.Warn,
                Since = rise.Day,
                Text = Say.Texts.Get(
                    "Standing_Rising",
                    PolicyCounters.Title(counter),
                    rise.Before,
                    rise.After,
                    UserFigures.Day(rise.Day)
                ),
                Advice = rule.Advice.In(UserTexts.Language),
            };
        }
    }

    private static (DateOnly Day, int Before, int After)? LastRise(List<SnapshotDay> days, string counter)
    {
        for (int i = days.Count - 1; i > 0; i--)
        {
            (int before, int after) = (In(days[i - 1], counter), In(days[i], counter));
            if (after > before)
            {
                return (days[i].Day, before, after);
            }
        }

        return null;
    }

    private static int In(SnapshotDay day, string counter) => day.Snapshot.Counters.GetValueOrDefault(counter);
}
