using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>
/// The snapshots of one store in the order of time. Several of one day are possible, and days without any. Days are those
/// of the store's time zone (UTC where the store is not known).
/// </summary>
public sealed class SnapshotHistory
{
    private SnapshotHistory(string store, TimeZoneInfo zone, IReadOnlyList<AccountSnapshot> snapshots)
    {
        Store = store;
        Zone = zone;
        Snapshots = snapshots;
        Days =
        [
            .. snapshots
                .GroupBy(snapshot => DayOf(snapshot.TakenAt))
                .Select(day => new SnapshotDay(day.Key, day.Last()))
                .OrderBy(day => day.Day),
        ];
    }

    /// <summary>The store, as <see cref="AccountSnapshot.Store"/> names it.</summary>
    public string Store { get; }

    /// <summary>The zone in which its days run.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>All snapshots, oldest first.</summary>
    public IReadOnlyList<AccountSnapshot> Snapshots { get; }

    /// <summary>The last snapshot of each day that has one, oldest first.</summary>
    public IReadOnlyList<SnapshotDay> Days { get; }

    /// <summary>The history of a store; snapshots of other stores are left out, and their order does not matter.</summary>
    public static SnapshotHistory Of(string store, IEnumerable<AccountSnapshot> snapshots, KnowledgeBase knowledge)
    {
        return new SnapshotHistory(
            store,
            StoreZone.Of(store, knowledge),
            [
                .. snapshots
                    .Where(snapshot => snapshot.Store.Equals(store, StringComparison.OrdinalIgnoreCase))
                    .GroupBy(snapshot => snapshot.TakenAt)
                    .OrderBy(instant => instant.Key)
                    .Select(One),
            ]
        );
    }

    /// <summary>The same as it was known at an instant.</summary>
    public SnapshotHistory Until(DateTimeOffset instant) =>
        new(Store, Zone, [.. Snapshots.Where(snapshot => snapshot.TakenAt <= instant)]);

    /// <summary>The day of an instant in the store's zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>Of several at one instant always the same one is taken, in whatever order they come.</summary>
    private static AccountSnapshot One(IGrouping<DateTimeOffset, AccountSnapshot> instant) =>
        instant.Skip(1).Any() ? instant.MaxBy(SnapshotJson.Write, StringComparer.Ordinal)! : instant.First();
}

/// <summary>How the store stood at the end of what is known of a day.</summary>
/// <param name="Day">In the store's zone.</param>
public sealed record SnapshotDay(DateOnly Day, AccountSnapshot Snapshot);
