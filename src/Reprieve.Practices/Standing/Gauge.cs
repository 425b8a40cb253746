using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>What is read off snapshots and has limits: a metric for a programme, or the Account Health Rating.</summary>
/// <param name="Name">In the screen's language, with the programme where the metric has two.</param>
/// <param name="Limits">The one that is reached first before the next.</param>
internal sealed record Gauge(
    string Code,
    Fulfilment? Program,
    string Name,
    WarningRule Rule,
    TargetCondition Condition,
    IReadOnlyList<GaugeLimit> Limits
)
{
    /// <summary>Whether a value keeps a limit.</summary>
    public bool Keeps(decimal value, decimal limit) =>
        Condition is TargetCondition.LessThan ? value < limit : value >= limit;

    /// <summary>The last limit that a value does not keep; null where it keeps all.</summary>
    public GaugeLimit? Missed(decimal value) => Limits.LastOrDefault(limit => !Keeps(value, limit.Value));

    /// <summary>Whether a move makes it worse.</summary>
    public bool Worsens(decimal by) => Condition is TargetCondition.LessThan ? by > 0 : by < 0;

    /// <summary>A value as people read it; a rate as exactly as Amazon's page shows it, so that 3.99 % is not 4 %.</summary>
    public string Show(decimal value) =>
        IsRating
            ? value.ToString("0", CultureInfo.InvariantCulture)
            : (value * 100).ToString("0.0#", CultureInfo.InvariantCulture) + " %";

    /// <summary>A text that differs by the side that is good.</summary>
    public string Say(string key, params ReadOnlySpan<object?> arguments) =>
        Practices.Say.Texts.Get($"{key}_{Condition.Code()}", arguments);

    /// <summary>
    /// The value in a snapshot; null where it says none that can be held against the limits: no rate, none from 0 to 1,
    /// nothing counted at all, or the older on-time figure.
    /// </summary>
    public GaugePoint? In(SnapshotDay day)
    {
        if (IsRating)
        {
            return day.Snapshot.Rating?.Score is { } score ? new GaugePoint(day.Day, score, null) : null;
        }

        SnapshotFigure? figure = day.Snapshot.Of(Code, Program ?? Fulfilment.Merchant);
        return figure is { Rate: >= 0 and <= 1, Denominator: not 0, Older: false }
            ? new GaugePoint(day.Day, (decimal)figure.Rate.Value, figure)
            : null;
    }

    private bool IsRating => Code == WarningRule.Rating;
}

/// <param name="Own">It is the seller's own, not Amazon's.</param>
internal sealed record GaugeLimit(decimal Value, bool Own);

/// <summary>A gauge on a day.</summary>
/// <param name="Day">In the store's zone.</param>
/// <param name="Value">A rate as a fraction, or a score.</param>
/// <param name="Figure">Where the value is a rate.</param>
internal sealed record GaugePoint(DateOnly Day, decimal Value, SnapshotFigure? Figure);
