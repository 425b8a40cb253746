using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>Changes of the account as a whole: status, counters, warnings, listings.</summary>
internal static class AccountChanges
{
    public static IEnumerable<StandingChange> Of(AccountSnapshot before, AccountSnapshot after) =>
        Status(before, after)
            .Concat(Counters(before.Counters, after.Counters))
            .Concat(Warnings(before.Warnings, after.Warnings))
            .Concat(Listings("suppressed", before.Listings?.Suppressed, after.Listings?.Suppressed))
            .Concat(Listings("inactive", before.Listings?.Inactive, after.Listings?.Inactive));

    private static IEnumerable<StandingChange> Status(AccountSnapshot before, AccountSnapshot after)
    {
        // A synonym is no change, and a word that is missing says nothing.
        bool same =
            before.Standing == after.Standing
            && (after.Standing is not AccountStatus.Unknown || before.Status == after.Status);
        if (same || before.Status is null || after.Status is null)
        {
            yield break;
        }

        ChangeDirection direction =
            before.Standing is AccountStatus.Unknown || after.Standing is AccountStatus.Unknown ? ChangeDirection.Other
            : StatusWords.Gravity(after.Standing) > StatusWords.Gravity(before.Standing) ? ChangeDirection.Worse
            : ChangeDirection.Better;
        yield return new StandingChange(
            ChangeKind.Status,
            "account",
            null,
            direction,
            Say.Texts.Get("Standing_Change_status", StatusWords.Name(before.Status), StatusWords.Name(after.Status))
        );
    }

    /// <summary>A counter that only one of the two names stood at 0 in the other, unless that one has none at all.</summary>
    private static IEnumerable<StandingChange> Counters(
        IReadOnlyDictionary<string, int> before,
        IReadOnlyDictionary<string, int> after
    ) =>
        before.Count == 0 || after.Count == 0
            ? []
            : before
                .Keys.Union(after.Keys, StringComparer.Ordinal)
                .Select(counter =>
                    (counter, From: before.GetValueOrDefault(counter), To: after.GetValueOrDefault(counter))
                )
                .Where(one => one.From != one.To)
                .Select(one => new StandingChange(
                    ChangeKind.Counter,
                    one.counter,
                    null,
                    Fewer(one.From, one.To),
                    Say.Texts.Get("Standing_Change_counter", PolicyCounters.Title(one.counter), one.From, one.To)
                )
                {
                    Size = Math.Abs((decimal)one.To - one.From),
                });

    private static IEnumerable<StandingChange> Warnings(
        IReadOnlyList<AccountWarning> before,
        IReadOnlyList<AccountWarning> after
    )
    {
        string[] had = [.. before.Where(warning => warning.Stands).Select(warning => warning.Type)];
        string[] has = [.. after.Where(warning => warning.Stands).Select(warning => warning.Type)];
        return has.Except(had)
            .Select(type => Warning(type, ChangeDirection.Worse, "Standing_Change_warning_new"))
            .Concat(
                had.Except(has).Select(type => Warning(type, ChangeDirection.Better, "Standing_Change_warning_gone"))
            );
    }

    private static StandingChange Warning(string type, ChangeDirection direction, string text) =>
        new(ChangeKind.Warning, type, null, direction, Say.Texts.Get(text, type));

    private static IEnumerable<StandingChange> Listings(string what, int? before, int? after)
    {
        if (before is { } from && after is { } to && from != to)
        {
            yield return new StandingChange(
                ChangeKind.Listings,
                what,
                null,
                Fewer(from, to),
                Say.Texts.Get($"Standing_Change_listings_{what}", from, to)
            )
            {
                Size = Math.Abs((decimal)to - from),
            };
        }
    }

    private static ChangeDirection Fewer(int from, int to) =>
        to > from ? ChangeDirection.Worse : ChangeDirection.Better;
}
