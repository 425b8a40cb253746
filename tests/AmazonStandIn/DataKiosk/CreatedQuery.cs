namespace Reprieve.AmazonStandIn;

/// <summary>A query that was created.</summary>
/// <param name="Text">GraphQL.</param>
/// <param name="Page">First line of its page of the answer, from 0.</param>
/// <param name="Outcome">`DONE`, `FATAL` or `CANCELLED`.</param>
public sealed record CreatedQuery(
    string Id,
    string SellerId,
    string Text,
    int Page,
    DateTimeOffset Created,
    string Outcome
)
{
    private static readonly TimeSpan Queued = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan InProgress = TimeSpan.FromMinutes(2);

    /// <summary>Where the answer is, or why there is none; null where there are no data.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Asks for the next page.</summary>
    public string? NextToken { get; init; }

    /// <summary>The status at a time.</summary>
    public string StatusAt(DateTimeOffset now) =>
        Outcome == "CANCELLED" ? Outcome
        : now < Created + Queued ? "IN_QUEUE"
        : now < Created + Queued + InProgress ? "IN_PROGRESS"
        : Outcome;

    internal object ToJson(DateTimeOffset now)
    {
        string status = StatusAt(now);
        bool ended = status is "DONE" or "FATAL";
        return new
        {
            queryId = Id,
            query = Text,
            createdTime = Iso8601.Write(Created),
            processingStatus = status,
            processingStartTime = ended || status == "IN_PROGRESS" ? Iso8601.Write(Created + Queued) : null,
            processingEndTime = ended ? Iso8601.Write(Created + Queued + InProgress) : null,
            dataDocumentId = status == "DONE" ? DocumentId : null,
            errorDocumentId = status == "FATAL" ? DocumentId : null,
            pagination = status == "DONE" && NextToken is not null ? new { nextToken = NextToken } : null,
        };
    }
}
