using Reprieve.Knowledge;

namespace Reprieve.Practices.Reports;

/// <summary>What a performance report holds.</summary>
/// <param name="Stores">The stores that have figures.</param>
/// <param name="Statuses">The word for the account by marketplace id; of stores without figures too.</param>
internal sealed record PerformanceContent(
    IReadOnlyList<PerformanceFigures> Stores,
    IReadOnlyDictionary<string, string> Statuses
);

/// <summary>Amazon's own figures for one store, by metric and programme.</summary>
/// <param name="Until">End of the newest period the figures speak of; null when no period is given.</param>
internal sealed record PerformanceFigures(
    string MarketplaceId,
    DateTimeOffset? Until,
    IReadOnlyDictionary<(string Code, Fulfilment Program), PerformanceFigure> Figures
)
{
    /// <summary>Counts of open violations and requests, by the name that the report gives them.</summary>
    public IReadOnlyDictionary<string, int> Counters { get; init; } = new Dictionary<string, int>();

    /// <summary>The Account Health Rating's score; null where only its word is given.</summary>
    public int? RatingScore { get; init; }

    public string? RatingStatus { get; init; }

    /// <summary>Warnings that stand on the page: type and word.</summary>
    public IReadOnlyList<(string Type, string? Status)> Warnings { get; init; } = [];
}

/// <summary>A figure of Amazon's: rate as a fraction, status word, and its period where given.</summary>
/// <param name="Days">Length of the period; known for some figures that do not give its dates.</param>
/// <param name="Counted">What it is a share of: orders, shipments or units; null where it is not given.</param>
internal sealed record PerformanceFigure(
    double? Rate,
    string? Status,
    int? Days,
    DateOnly? From = null,
    DateOnly? To = null,
    int? Counted = null
)
{
    /// <summary>What of it is counted as the rate's numerator; null where it is not given.</summary>
    public int? Share { get; init; }

    /// <summary>Whether it is the older on-time figure, of shipments over 30 days, for which another target holds.</summary>
    public bool Older { get; init; }
}
