using System.Globalization;

namespace Reprieve.AmazonStandIn;

/// <summary>A report that was ordered. Times are UTC.</summary>
public sealed record CreatedReport
{
    public required string Id { get; init; }
    public required string SellerId { get; init; }
    public required string ClientId { get; init; }
    public required string Type { get; init; }
    public required IReadOnlyList<string> MarketplaceIds { get; init; }
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset To { get; init; }
    public required DateTimeOffset Created { get; init; }
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>When it began and ended; the end is never for one that hangs.</summary>
    public required DateTimeOffset Started { get; init; }
    public required DateTimeOffset Finished { get; init; }

    /// <summary>What comes of it in the end: `DONE`, `CANCELLED` or `FATAL`.</summary>
    public required string Outcome { get; init; }

    internal string DocumentId { get; init; } = "";

    /// <summary>What getReport says at that time.</summary>
    public string StatusAt(DateTimeOffset now) =>
        now < Started ? "IN_QUEUE"
        : now < Finished ? "IN_PROGRESS"
        : Outcome;

    internal object ToJson(DateTimeOffset now)
    {
        string status = StatusAt(now);
        bool ended = status is "DONE" or "CANCELLED" or "FATAL";
        return new
        {
            reportId = Id,
            reportType = Type,
            marketplaceIds = MarketplaceIds,
            dataStartTime = Iso8601.Write(From),
            dataEndTime = Iso8601.Write(To),
            createdTime = Iso8601.Write(Created),
            processingStatus = status,
            processingStartTime = status == "IN_QUEUE" ? null : Iso8601.Write(Started),
            processingEndTime = ended ? Iso8601.Write(Finished) : null,
            reportDocumentId = ended && DocumentId.Length > 0 ? DocumentId : null,
        };
    }

    internal static string IdOf(int number) => (5_000_000_000L + number).ToString(CultureInfo.InvariantCulture);
}
