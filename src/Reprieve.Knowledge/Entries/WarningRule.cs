namespace Reprieve.Knowledge;

/// <summary>
/// When a store's standing gives reason to warn (<c>knowledge/warnings</c>). The code is that of a metric, whose name, target
/// and condition hold then, or a code of its own that brings them along; <c>policy_counters</c> is for all counters of
/// violations. Days ahead, windows and steps are ours, not Amazon's.
/// </summary>
public sealed record WarningRule : KnowledgeEntry
{
    /// <summary>The code of the entry for counters, which have no limit: any rise is told.</summary>
    public const string PolicyCounters = "policy_counters";

    /// <summary>The code of the entry for the Account Health Rating, whose limits are scores.</summary>
    public const string Rating = "account_health_rating";

    /// <summary>
    /// The code of the entry for listings that stopped to be for sale: its limits are shares of them, of which the last is urgent, its
    /// step the fewest.
    /// </summary>
    public const string ListingsActive = "listings_active";

    /// <summary>What it is called; null where the metric's name holds.</summary>
    public LocalizedText? Name { get; init; }

    /// <summary>What the seller should do now.</summary>
    public required LocalizedText Advice { get; init; }

    /// <summary>Calendar days looked back at, with today: the snapshots that make the pace, or a rise that is still told.</summary>
    public required int Days { get; init; }

    /// <summary>A newest snapshot older than so many days says nothing of today.</summary>
    public required int StaleDays { get; init; }

    /// <summary>A warning that was away for no more than so many days and comes back is the same one.</summary>
    public required int QuietDays { get; init; }

    /// <summary>The smallest difference between two snapshots that is told as a change; a fraction, points of a score, or listings.</summary>
    public double? Step { get; init; }

    /// <summary>How a pace is reckoned; null where nothing is projected.</summary>
    public WarningPace? Pace { get; init; }

    /// <summary>The limits, the one that is reached first before the next; empty where the metric's target holds.</summary>
    public IReadOnlyList<double> Limits
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Which side of the limits is good; null where the metric says it.</summary>
    public TargetCondition? Condition { get; init; }
}

/// <summary>What a projection needs, and how far it looks.</summary>
public sealed record WarningPace
{
    /// <summary>The fewest days with a snapshot.</summary>
    public required int Snapshots { get; init; }

    /// <summary>The fewest calendar days from the first of them to the last, both counted.</summary>
    public required int OverDays { get; init; }

    /// <summary>A limit that is further away, in days, is not told.</summary>
    public required int AheadDays { get; init; }

    /// <summary>One that is no further away than this, in days, is urgent.</summary>
    public required int UrgentDays { get; init; }
}
