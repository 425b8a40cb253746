using Reprieve.Knowledge;

namespace Reprieve.Practices;

/// <summary>A missed metric day by day up to the day of the review.</summary>
/// <param name="Days">Oldest first; the last is the review's own figure.</param>
public sealed record MetricTrend(string Metric, Fulfilment Program, IReadOnlyList<TrendPoint> Days);

/// <summary>A metric as of a day: what its window, ending so many days before, held.</summary>
/// <param name="Value">Null when the window was empty.</param>
public sealed record TrendPoint(DateOnly Day, int Numerator, int Denominator, double? Value);
