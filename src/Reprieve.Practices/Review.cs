using System.Text.Json.Serialization;
using Reprieve.Knowledge;

namespace Reprieve.Practices;

/// <summary>What past practice shows. Mirrors step 2 of the command's contract, field by field; figures are estimates of Amazon's.</summary>
public sealed record Review
{
    /// <summary>The day the review looks back from, in the marketplace's zone.</summary>
    public required DateOnly AsOf { get; init; }

    public required string? Marketplace { get; init; }

    /// <summary>IANA zone in which the days run.</summary>
    public required string TimeZone { get; init; }

    public required IReadOnlyList<ReviewedFile> Files { get; init; }

    public required IReadOnlyList<MetricResult> Metrics { get; init; }

    public required IReadOnlyList<Driver> Drivers { get; init; }

    public required IReadOnlyList<ListingFinding> Listings { get; init; }

    public required IReadOnlyList<UnreadableFile> Unreadable { get; init; }

    public required IReadOnlyList<MetricForecast> Forecast { get; init; }

    /// <summary>What buyers said, grouped into causes.</summary>
    public IReadOnlyList<Voice> Voices { get; init; } = [];

    /// <summary>What can still be undone before an appeal, the most pressing first.</summary>
    public IReadOnlyList<Repair> Repairs { get; init; } = [];

    /// <summary>Every missed metric day by day.</summary>
    public IReadOnlyList<MetricTrend> Trend { get; init; } = [];

    /// <summary>Rows that were rejected, each with its file, row and reason.</summary>
    [JsonIgnore]
    public IReadOnlyList<RejectedRow> Rejected { get; init; } = [];

    /// <summary>Units sold per ASIN in the files, for the check of invoices against sales.</summary>
    [JsonIgnore]
    public IReadOnlyList<AsinSales> Sales { get; init; } = [];

    /// <summary>Listings in the files, by ASIN: whether each is live.</summary>
    [JsonIgnore]
    public IReadOnlyList<ListedAsin> Listed { get; init; } = [];

    /// <summary>The orders behind the figures by id, where they were asked for (<see cref="ReviewRequest.WithOrders"/>).</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, OrderBehind> Orders { get; init; } = new Dictionary<string, OrderBehind>();

    /// <summary>The result of a metric for a programme, or null.</summary>
    public MetricResult? Metric(string code, Fulfilment program) =>
        Metrics.FirstOrDefault(m => m.Code == code && m.Program == program);
}

/// <summary>A file of the case folder as the review took it.</summary>
/// <param name="Path">Relative to the folder.</param>
/// <param name="Type">all_orders, seller_feedback, shipments, claims, cancellations, listings, notice, document, answers …</param>
/// <param name="Rows">Data rows read; null for what has no rows.</param>
/// <param name="From">First day its rows speak of; null when they have no dates.</param>
/// <param name="Sha256">Lower-case hex; null where it was not asked for (<see cref="ReviewRequest.Hashed"/>).</param>
/// <param name="Fills">The type whose rows it has; another one than its own for a mapped table, and for what Amazon finds wrong with listings.</param>
public sealed record ReviewedFile(
    string Path,
    string Type,
    int? Rows,
    int? RejectedRows,
    DateOnly? From,
    DateOnly? To,
    [property: JsonIgnore] string? Sha256 = null,
    [property: JsonIgnore] string? Fills = null
)
{
    /// <summary>Whether it has rows of a type.</summary>
    public bool Has(string type) => (Fills ?? Type) == type;
}

/// <summary>A file that nothing could read.</summary>
public sealed record UnreadableFile(string Source, string Error);

/// <summary>A row that was not taken.</summary>
/// <param name="Row">1 is the header.</param>
public sealed record RejectedRow(string File, long Row, string Reason)
{
    /// <summary>The first line of a file that lists them.</summary>
    public const string FileHeader = "file,row,reason";
}

/// <summary>One metric of one programme.</summary>
public sealed record MetricResult
{
    public required string Code { get; init; }

    public required Fulfilment Program { get; init; }

    public required MetricWindow Window { get; init; }

    public required int Numerator { get; init; }

    public required int Denominator { get; init; }

    /// <summary>Numerator over denominator, not rounded; null when the denominator is 0.</summary>
    public required double? Value { get; init; }

    public required double? Target { get; init; }

    public required TargetCondition? Condition { get; init; }

    /// <summary>met, missed or no_data; null for a rate without a target.</summary>
    public required string? Status { get; init; }

    /// <summary>Orders judged on an assumption (an unknown requester, no ship-by).</summary>
    public required int Assumed { get; init; }

    /// <summary>Inputs that were not there, by file type.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Codes of what was assumed; the sentences are in the knowledge entry.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }

    /// <summary>The orders of the numerator (the misses where more is better), each once, sorted by code unit.</summary>
    public required IReadOnlyList<string> Orders { get; init; }

    /// <summary>Amazon's own figure; null when no file has it and the seller did not read it off the page.</summary>
    public required ReportedFigure? AmazonReported { get; init; }
}

/// <summary>The days a metric covers, both ends included.</summary>
public sealed record MetricWindow(DateOnly From, DateOnly To, int Days)
{
    /// <summary>Whether a day lies in it.</summary>
    public bool Holds(DateOnly day) => day >= From && day <= To;
}

/// <summary>A group of orders that carries more than its share of a missed metric.</summary>
/// <param name="Numerator">Misses within the group.</param>
/// <param name="Denominator">Orders (packages, units) of the group.</param>
/// <param name="Lift">Rate within the group over the rate of all.</param>
/// <param name="Program">The programme whose metric it drives.</param>
/// <param name="Tag">The part of the seller's practice that it points to.</param>
public sealed record Driver(
    string Metric,
    string Dimension,
    string Value,
    int Numerator,
    int Denominator,
    double Lift,
    Fulfilment Program = Fulfilment.Merchant,
    PracticeArea Tag = PracticeArea.SalesProcess
);

/// <summary>A listing that seems to be against a policy, or with which Amazon itself finds something wrong.</summary>
/// <param name="Rule">The policy's code, or one of Amazon's own findings.</param>
/// <param name="InNotice">Whether the notice names the ASIN.</param>
public sealed record ListingFinding(
    string Sku,
    string? Asin,
    string Rule,
    ListingSeverity Severity,
    ListingEvidence Evidence,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool InNotice = false
)
{
    /// <summary>The rule of an issue that Amazon names.</summary>
    public const string AmazonIssue = "amazon.issue";

    /// <summary>The rule of a listing that Amazon suppressed.</summary>
    public const string AmazonSuppressed = "amazon.suppressed";

    /// <summary>Whether Amazon found it and not we: such a finding is shown, but is nothing that the seller owns up to by itself.</summary>
    [JsonIgnore]
    public bool OfAmazon => Rule is AmazonIssue or AmazonSuppressed;
}

/// <summary>The field and the words that betray a listing.</summary>
public sealed record ListingEvidence(string Field, string Quote);

/// <summary>Units of an ASIN sold in a span of days (cancelled lines left out).</summary>
public sealed record AsinSales(string Asin, int Units, DateOnly From, DateOnly To);

/// <summary>A listing by ASIN and SKU and whether it can be bought.</summary>
public sealed record ListedAsin(string Asin, string Sku, bool Live);
