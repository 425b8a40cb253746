using System.Text.Json.Serialization;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>What is different between two snapshots of a store.</summary>
/// <param name="Subject">The metric's or counter's code, the warning's type, or what is meant of the account.</param>
/// <param name="Program">Who fulfils; null where the subject knows no programmes.</param>
/// <param name="Text">The sentence, in the screen's language.</param>
public sealed record StandingChange(
    ChangeKind Kind,
    string Subject,
    Fulfilment? Program,
    ChangeDirection Direction,
    string Text
)
{
    /// <summary>How much it is, beside others of its kind.</summary>
    [JsonIgnore]
    internal decimal Size { get; init; }

    /// <summary>
    /// What changed, the weightiest first: by kind, what got worse before what got better, then by size. Rates that moved
    /// less than the step of <c>knowledge/warnings</c> without crossing their target are left out, and so is what one of
    /// the two snapshots does not say.
    /// </summary>
    public static IReadOnlyList<StandingChange> Between(
        AccountSnapshot before,
        AccountSnapshot after,
        KnowledgeBase knowledge
    ) =>
        [
            .. AccountChanges
                .Of(before, after)
                .Concat(GaugeChanges.Of(before, after, knowledge))
                .OrderBy(change => change.Kind)
                .ThenBy(change => change.Direction)
                .ThenByDescending(change => change.Size)
                .ThenBy(change => change.Subject, StringComparer.Ordinal)
                .ThenBy(change => change.Program),
        ];

    /// <summary>
    /// What changed on the days before a notice came, day by day and oldest first, up to the last snapshot before it: because
    /// that is what a seller asks.
    /// </summary>
    /// <param name="notice">When the notice came.</param>
    /// <param name="days">Days before the day of the notice that are looked at, 1 to 7.</param>
    /// <returns>
    /// Each day that has a snapshot and an earlier one to hold it against, also those without a change; empty where nothing
    /// is known of these days.
    /// </returns>
    public static IReadOnlyList<DayOfChanges> BeforeNotice(
        SnapshotHistory history,
        DateTimeOffset notice,
        KnowledgeBase knowledge,
        int days = 1
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, 7);
        DateOnly first = history.DayOf(notice).AddDays(-days);
        IReadOnlyList<SnapshotDay> known = history.Until(notice).Days;
        return
        [
            .. known
                .Zip(known.Skip(1))
                .Where(pair => pair.Second.Day >= first)
                .Select(pair => new DayOfChanges(
                    pair.Second.Day,
                    pair.First.Day,
                    Between(pair.First.Snapshot, pair.Second.Snapshot, knowledge)
                )),
        ];
    }
}

/// <summary>What changed on a day.</summary>
/// <param name="Day">In the store's zone.</param>
/// <param name="Since">The day of the snapshot it is held against: the day before, or an earlier one where there is a gap.</param>
/// <param name="Changes">The weightiest first; empty where nothing changed.</param>
public sealed record DayOfChanges(DateOnly Day, DateOnly Since, IReadOnlyList<StandingChange> Changes);

/// <summary>What changed, in the order of weight.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ChangeKind>))]
public enum ChangeKind
{
    /// <summary>Amazon's word for the account.</summary>
    Status,

    /// <summary>A metric crossed its target, either way.</summary>
    Target,

    /// <summary>Amazon's word for a metric.</summary>
    Mark,

    /// <summary>A metric moved by a step or more.</summary>
    Rate,

    /// <summary>A counter of violations, complaints or requests.</summary>
    Counter,

    /// <summary>The Account Health Rating: its band, its word, or a step of points.</summary>
    Rating,

    /// <summary>A warning came or went.</summary>
    Warning,

    /// <summary>Listings were suppressed or became inactive, or came back.</summary>
    Listings,
}

/// <summary>Which way a change goes.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ChangeDirection>))]
public enum ChangeDirection
{
    Worse,

    /// <summary>A word changed whose meaning is not known.</summary>
    Other,
    Better,
}
