using System.Text.Json.Serialization;
using Reprieve.Knowledge;

namespace Reprieve.Practices;

/// <summary>When a missed metric recovers.</summary>
/// <param name="MetByAgeing">First day after asOf on which it meets its target with no new orders; null when the window runs empty first.</param>
/// <param name="CleanOrdersNeeded">Further orders without defect that meet the target today; null when there is no such number.</param>
/// <param name="Reason">Why there is no day; null when there is one.</param>
public sealed record MetricForecast(
    string Metric,
    Fulfilment Program,
    DateOnly? MetByAgeing,
    int? CleanOrdersNeeded,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null
)
{
    /// <summary>What the forecast cannot know, in the screen's language.</summary>
    public string? Caution { get; init; }

    /// <summary>The same if claims that can still be appealed, or those asked about, were reversed; null where none stands behind it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReversedForecast? IfReversed { get; init; }

    /// <summary>The metric day by day from the review to the day it is met, or the window is empty.</summary>
    [JsonIgnore]
    public IReadOnlyList<TrendPoint> Path { get; init; } = [];
}

/// <summary>A metric as it would stand without some claims and chargebacks.</summary>
/// <param name="Orders">The orders whose claims are taken as reversed, of those behind the metric; feedback on them stays.</param>
/// <param name="Status">met or missed, today.</param>
/// <param name="MetByAgeing">As in the forecast; null too when it is met today.</param>
public sealed record ReversedForecast(
    IReadOnlyList<string> Orders,
    int Numerator,
    int Denominator,
    double? Value,
    string? Status,
    DateOnly? MetByAgeing,
    int? CleanOrdersNeeded
);
