using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>Listings that stopped to be for sale, many of them from one day to the next, and are not back.</summary>
internal static class ListingWarnings
{
    public static IEnumerable<EarlyWarning> Of(SnapshotHistory history, DateOnly today, KnowledgeBase knowledge)
    {
        List<(DateOnly Day, int Active)> days =
        [
            .. history
                .Days.Where(day => day.Day <= today && day.Snapshot.Listings?.Active is not null)
                .Select(day => (day.Day, day.Snapshot.Listings!.Active!.Value)),
        ];
        WarningRule? rule = knowledge.Warnings.FirstOrDefault(rule =>
            rule.Code == WarningRule.ListingsActive && rule.HoldsFor(history.Store)
        );
        if (rule is null || days.Count < 2 || today.DayNumber - days[^1].Day.DayNumber > rule.StaleDays)
        {
            yield break;
        }

        int now = days[^1].Active;
        if (LastDrop(days, rule, today) is not { } drop || !IsDrop(drop.Before, now, rule))
        {
            yield break;
        }

        yield return new EarlyWarning
        {
            Code = WarningKind.ListingsDropped.Code(),
            Kind = WarningKind.ListingsDropped,
            Subject = rule.Code,
            Severity =
                Share(drop.Before, now) >= rule.Limits[^1] && rule.Limits.Count > 1
                    ? WarningSeverity.Urgent
                    : WarningSeverity.Warn,
            Since = drop.Day,
            Text = Say.Texts.Get("Standing_Dropped", drop.Before, drop.After, UserFigures.Day(drop.Day)),
            Advice = rule.Advice.In(UserTexts.Language),
        };
    }

    private static (DateOnly Day, int Before, int After)? LastDrop(
        List<(DateOnly Day, int Active)> days,
        WarningRule rule,
        DateOnly today
    )
    {
        for (int i = days.Count - 1; i > 0 && today.DayNumber - days[i].Day.DayNumber < rule.Days; i--)
        {
            if (IsDrop(days[i - 1].Active, days[i].Active, rule))
            {
                return (days[i].Day, days[i - 1].Active, days[i].Active);
            }
        }

        return null;
    }

    private static bool IsDrop(int before, int after, WarningRule rule) =>
        before - after >= (rule.Step ?? 1) && Share(before, after) >= rule.Limits[0];

    private static double Share(int before, int after) => before > 0 ? (double)(before - after) / before : 0;
}
