using System.Text.Json.Serialization;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>Trouble that shows before Amazon acts, or that Amazon may act upon.</summary>
public sealed record EarlyWarning
{
    /// <summary>
    /// The same for the same trouble, day after day: kind, subject, programme and limit
    /// (<c>target_ahead:late_shipment_rate_30d:merchant:0.04</c>). With <see cref="Since"/> it names one occurrence.
    /// </summary>
    public required string Code { get; init; }

    public required WarningKind Kind { get; init; }

    /// <summary>A code of <c>knowledge/warnings</c>, or the name of a counter.</summary>
    public required string Subject { get; init; }

    /// <summary>Who fulfils; null where the subject knows no programmes.</summary>
    public Fulfilment? Program { get; init; }

    public required WarningSeverity Severity { get; init; }

    /// <summary>
    /// The day, in the store's zone, since which it is warned of without a longer pause. It does not move while the history goes back that far.
    /// </summary>
    public required DateOnly Since { get; init; }

    /// <summary>The day, in the store's zone, on which the limit will be crossed at this pace; an estimate. Null where nothing is projected.</summary>
    public DateOnly? Crosses { get; init; }

    /// <summary>Days from today to that day.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>What is seen, in the screen's language; an estimate says that it is one.</summary>
    public required string Text { get; init; }

    /// <summary>What to do, in the screen's language.</summary>
    public required string Advice { get; init; }

    /// <summary>By which an alert is given once: code and first day.</summary>
    [JsonIgnore]
    public string Key => $"{Code}:{Since:yyyy-MM-dd}";

    /// <summary>The warnings of a day, the gravest first.</summary>
    /// <param name="today">In the store's zone; later snapshots are not looked at.</param>
    /// <param name="own">Limits of the account's own; null where Amazon's hold.</param>
    /// <exception cref="ArgumentException">An own limit is out of its range.</exception>
    public static IReadOnlyList<EarlyWarning> Of(
        SnapshotHistory history,
        DateOnly today,
        KnowledgeBase knowledge,
        OwnLimits? own = null
    ) =>
        [
            .. GaugeBook
                .Of(history.Store, knowledge, own)
                .SelectMany(gauge => GaugeWarnings.Of(gauge, history, today))
                .Concat(CounterWarnings.Of(history, today, knowledge))
                .Concat(ListingWarnings.Of(history, today, knowledge))
                .OrderByDescending(warning => warning.Severity)
                .ThenBy(warning => warning.DaysLeft ?? 0)
                .ThenBy(warning => warning.Code, StringComparer.Ordinal),
        ];
}

/// <summary>What is warned of.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<WarningKind>))]
public enum WarningKind
{
    /// <summary>A limit is not kept.</summary>
    TargetMissed,

    /// <summary>A limit will be crossed at the present pace.</summary>
    TargetAhead,

    /// <summary>A counter of violations, complaints or requests rose.</summary>
    CounterRising,

    /// <summary>Many listings stopped to be for sale from one day to the next.</summary>
    ListingsDropped,
}

/// <summary>How grave a warning is.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<WarningSeverity>))]
public enum WarningSeverity
{
    Warn,

    /// <summary>A limit of Amazon's is missed, or will be within the next days.</summary>
    Urgent,
}
