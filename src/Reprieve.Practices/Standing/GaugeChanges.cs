using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>Changes of metrics and of the Account Health Rating, held against Amazon's limits.</summary>
internal static class GaugeChanges
{
    public static IEnumerable<StandingChange> Of(AccountSnapshot before, AccountSnapshot after, KnowledgeBase knowledge)
    {
        foreach (Gauge gauge in GaugeBook.Of(after.Store, knowledge))
        {
            StandingChange? value = Value(gauge, before, after);
            if (value is not null)
            {
                yield return value;
            }

            // A target that was crossed, or another score, says more than Amazon's word for it.
            if (value?.Kind is not (ChangeKind.Target or ChangeKind.Rating) && Word(gauge, before, after) is { } word)
            {
                yield return word;
            }
        }
    }

    /// <summary>Target crossed, or moved by a step; null for neither.</summary>
    private static StandingChange? Value(Gauge gauge, AccountSnapshot before, AccountSnapshot after)
    {
        if (
            gauge.In(new SnapshotDay(default, before)) is not { } from
            || gauge.In(new SnapshotDay(default, after)) is not { } to
        )
        {
            return null;
        }

        decimal by = to.Value - from.Value;
        (GaugeLimit? missed, GaugeLimit? missing) = (gauge.Missed(from.Value), gauge.Missed(to.Value));
        bool worse = gauge.Worsens(by);
        ChangeDirection direction = worse ? ChangeDirection.Worse : ChangeDirection.Better;
        (string before, string after) shown = (gauge.Show(from.Value), gauge.Show(to.Value));
        StandingChange Change(ChangeKind kind, string text) =>
            new(kind, gauge.Code, gauge.Program, direction, text)
            {
                Size = Math.Abs(by) / Math.Max(gauge.Limits[0].Value, 0.0001m),
            };

        bool moved = missed != missing || (gauge.Rule.Step is { } step && Math.Abs(by) >= (decimal)step);
        if (!moved)
        {
            return null;
        }

        if (gauge.Code == WarningRule.Rating)
        {
            return Change(
                ChangeKind.Rating,
                Say.Texts.Get("Standing_Change_rating", gauge.Name, shown.before, shown.after)
            );
        }

        if ((worse ? missing : missed) is { } limit && missed != missing)
        {
            string target = gauge.Say("Standing_Target", gauge.Show(limit.Value));
            string key = worse ? "Standing_Change_target_missed" : "Standing_Change_target_met";
            return Change(ChangeKind.Target, Say.Texts.Get(key, gauge.Name, shown.before, shown.after, target));
        }

        return Change(
            ChangeKind.Rate,
            Say.Texts.Get(
                worse ? "Standing_Change_rate_worse" : "Standing_Change_rate_better",
                gauge.Name,
                shown.before,
                shown.after
            )
        );
    }

    /// <summary>Amazon's own word for it; null where it stayed, or is not given.</summary>
    private static StandingChange? Word(Gauge gauge, AccountSnapshot before, AccountSnapshot after)
    {
        bool rating = gauge.Code == WarningRule.Rating;
        (string? from, string? to) = rating
            ? (before.Rating?.Status, after.Rating?.Status)
            : (Mark(gauge, before), Mark(gauge, after));
        if (from is null || to is null || from == to)
        {
            return null;
        }

        ChangeDirection direction =
            Good(to) ? ChangeDirection.Better
            : Good(from) ? ChangeDirection.Worse
            : ChangeDirection.Other;
        return new StandingChange(
            rating ? ChangeKind.Rating : ChangeKind.Mark,
            gauge.Code,
            gauge.Program,
            direction,
            Say.Texts.Get("Standing_Change_word", gauge.Name, from, to)
        );
    }

    private static string? Mark(Gauge gauge, AccountSnapshot snapshot) =>
        snapshot.Of(gauge.Code, gauge.Program ?? Fulfilment.Merchant)?.Status;

    private static bool Good(string word) => word is "GOOD" or "GREAT";
}
