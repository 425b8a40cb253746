using System.Text.Json.Serialization;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>How one store of an account stood at an instant, in Amazon's own figures and words.</summary>
public sealed record AccountSnapshot
{
    /// <summary>When it was taken; UTC.</summary>
    public required DateTimeOffset TakenAt
    {
        get;
        init => field = value.ToUniversalTime();
    }

    /// <summary>The store by its code in <c>knowledge/marketplaces</c> (amazon.com); Amazon's marketplace id where that is not known.</summary>
    public required string Store { get; init; }

    /// <summary>Amazon's word for the account (NORMAL, AT_RISK, DEACTIVATED; others may come); null where it is not said.</summary>
    public string? Status { get; init; }

    /// <summary>What that word means; Unknown for one that is not known.</summary>
    [JsonIgnore]
    public AccountStatus Standing => StatusWords.Of(Status);

    /// <summary>Rates, in the order of the report's metrics.</summary>
    public IReadOnlyList<SnapshotFigure> Figures
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Open violations, complaints and requests, by Amazon's name in the published schema.</summary>
    public IReadOnlyDictionary<string, int> Counters
    {
        get;
        init => field = value ?? new Dictionary<string, int>();
    } = new Dictionary<string, int>();

    /// <summary>The Account Health Rating; null where nothing is said of it.</summary>
    public HealthRating? Rating { get; init; }

    /// <summary>Warnings that stand on the page.</summary>
    public IReadOnlyList<AccountWarning> Warnings
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>How many listings there are; null where nobody counted them. (No performance report says it.)</summary>
    public ListingCounts? Listings { get; init; }

    /// <summary>The figure of a metric and programme, or null.</summary>
    public SnapshotFigure? Of(string metric, Fulfilment program) =>
        Figures.FirstOrDefault(figure => figure.Metric == metric && figure.Program == program);
}

/// <summary>A rate as Amazon states it.</summary>
/// <param name="Metric">A code of <c>knowledge/metrics</c>, or <c>invoice_defect_rate</c>.</param>
/// <param name="Rate">As a fraction, 0.04 for 4 %.</param>
/// <param name="Status">Amazon's word for it (GOOD, BAD, NONE, WARNED); it may be GOOD though the target is missed, with few orders.</param>
/// <param name="Numerator">What is counted; null where it is not given.</param>
/// <param name="Denominator">What it is a share of: orders, shipments or units; null where it is not given.</param>
/// <param name="WindowDays">Days of the period it is for; null where it is not given.</param>
/// <param name="Older">It is the on-time figure of shipments over 30 days, for which the target of our metric does not hold.</param>
public sealed record SnapshotFigure(
    string Metric,
    Fulfilment Program,
    double? Rate,
    string? Status = null,
    int? Numerator = null,
    int? Denominator = null,
    int? WindowDays = null,
    bool Older = false
);

/// <summary>The Account Health Rating.</summary>
/// <param name="Score">0 to 1000; null where only the word is given.</param>
/// <param name="Status">Amazon's word (GREAT, WARNED; others may come).</param>
public sealed record HealthRating(int? Score, string? Status);

/// <summary>A warning on the account.</summary>
/// <param name="Status">Amazon's word (GOOD, BAD, NONE).</param>
public sealed record AccountWarning(string Type, string? Status)
{
    /// <summary>Whether it is in force, as far as its word tells.</summary>
    [JsonIgnore]
    public bool Stands => Status is not ("GOOD" or "NONE");
}

/// <summary>Counts of listings; null for each that is not known.</summary>
/// <param name="Active">Those that shoppers can buy.</param>
/// <param name="Inactive">Those that they cannot buy, for whatever reason.</param>
/// <param name="Suppressed">Those that they do not see, for whatever reason; most of them cannot be bought either.</param>
public sealed record ListingCounts(int? Active = null, int? Inactive = null, int? Suppressed = null);
