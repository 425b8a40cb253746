using Reprieve.Knowledge;
using Reprieve.Practices.Standing;
using Reprieve.Server.Selling.ByHand;
using Reprieve.Storage;

namespace Reprieve.Server.Selling;

/// <summary>How the account behind a connection stands, for its page and for programs.</summary>
/// <param name="Look">How it stands with looking; null where nobody came to it yet.</param>
/// <param name="Stores">Each store that was seen, by its code.</param>
/// <param name="Orders">What is to be shipped.</param>
/// <param name="Due">The day for which somebody has still to look at the page, in the store's zone; null where nobody has.</param>
public sealed record StandingView(
    StoredConnection Connection,
    LookState? Look,
    IReadOnlyList<StoreView> Stores,
    OrdersView Orders,
    DateOnly? Due
)
{
    /// <summary>When the account was seen last, UTC; null when it never was.</summary>
    public DateTimeOffset? Seen => Stores.Select(store => (DateTimeOffset?)store.Last.TakenAt).Max();

    public static StandingView Of(
        StoredConnection connection,
        LookState? look,
        IReadOnlyList<AccountSnapshot> snapshots,
        KnowledgeBase knowledge,
        DateTimeOffset now
    ) =>
        new(
            connection,
            look,
            [
                .. snapshots
                    .Select(snapshot => snapshot.Store)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
                    .Select(store =>
                        StoreView.Of(
                            SnapshotHistory.Of(store, snapshots, knowledge),
                            knowledge,
                            new OwnLimits(connection.Limits)
                        )
                    ),
            ],
            OrdersView.Of(look, knowledge, now),
            HandDay.Due(connection, snapshots.Count == 0 ? null : snapshots[^1].TakenAt, knowledge, now)
        );
}

/// <summary>How an account stands in one store.</summary>
/// <param name="Last">The newest snapshot.</param>
/// <param name="RatingName">What Amazon calls the account's rating, in the screen's language.</param>
/// <param name="Warnings">What to see to, the gravest first.</param>
/// <param name="Since">The day that the newest is held against; null while there is but one.</param>
/// <param name="Changes">What changed since then, the weightiest first.</param>
public sealed record StoreView(
    string Store,
    AccountSnapshot Last,
    string? RatingName,
    IReadOnlyList<EarlyWarning> Warnings,
    DateOnly? Since,
    IReadOnlyList<StandingChange> Changes,
    IReadOnlyList<StandingTrend> Figures,
    IReadOnlyList<StandingTrend> Counters,
    IReadOnlyList<StandingTrend> Listings
)
{
    /// <summary>Days of a line.</summary>
    public const int Days = 60;

    public static StoreView Of(SnapshotHistory history, KnowledgeBase knowledge, OwnLimits own)
    {
        SnapshotDay last = history.Days[^1];
        SnapshotDay? before = history.Days.Count > 1 ? history.Days[^2] : null;
        return new StoreView(
            history.Store,
            last.Snapshot,
            knowledge.Warnings.FirstOrDefault(rule => rule.Code == WarningRule.Rating)?.Name?.In(UserTexts.Language),
            EarlyWarning.Of(history, last.Day, knowledge, own),
            before?.Day,
            before is null ? [] : StandingChange.Between(before.Snapshot, last.Snapshot, knowledge),
            StandingTrend.Of(history, knowledge, Days, own),
            StandingTrend.Counters(history, Days),
            StandingTrend.Listings(history, Days)
        );
    }
}
