namespace Reprieve.Alerts;

/// <summary>Hours of each day in which only urgent alerts come; over midnight where they end before they begin.</summary>
/// <param name="From">The first quiet minute.</param>
/// <param name="To">The first minute that is not quiet any more.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To);
