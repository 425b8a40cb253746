using Reprieve.Amazon.Calls;

namespace Reprieve.Amazon.Operations;

/// <summary>The Data Kiosk API, version 2023-11-15.</summary>
internal static class Queries
{
    private const string Root = "/dataKiosk/2023-11-15";

    /// <summary>Has a query answered. The answer may be lost; then <see cref="FindAsync"/> tells whether there is one.</summary>
    /// <exception cref="UncertainCallException">The answer was lost.</exception>
    public static async Task<string> CreateAsync(AmazonAccount account, QueryOrder order, CancellationToken cancel)
    {
        var call = new AmazonCall("createQuery", HttpMethod.Post, Root + "/queries")
        {
            Body = AmazonCall.Json(order, AmazonJson.Default.QueryOrder),
            Makes = true,
        };
        QueryCreated made = await account.SendAsync(call, AmazonJson.Default.QueryCreated, cancel);
        return made.QueryId is { Length: > 0 } id
            ? id
            : throw new UncertainCallException(Say.Texts.Get("Not_Understood", call.Operation, "queryId"), null);
    }

    /// <summary>How far a query is.</summary>
    public static Task<QueryState> GetAsync(AmazonAccount account, string id, CancellationToken cancel) =>
        account.SendAsync(
            new AmazonCall("getQuery", HttpMethod.Get, $"{Root}/queries/{Uri.EscapeDataString(id)}"),
            AmazonJson.Default.QueryState,
            cancel
        );

    /// <summary>Where a document is, for five minutes.</summary>
    public static Task<QueryDocument> DocumentAsync(AmazonAccount account, string id, CancellationToken cancel) =>
        account.SendAsync(
            new AmazonCall("getDocument", HttpMethod.Get, $"{Root}/documents/{Uri.EscapeDataString(id)}"),
            AmazonJson.Default.QueryDocument,
            cancel
        );

    /// <summary>The id of the oldest query of this text since a time; null where there is none.</summary>
    /// <param name="known">Ids that belong to other pages.</param>
    public static async Task<string?> FindAsync(
        AmazonAccount account,
        string text,
        DateTimeOffset since,
        IReadOnlySet<string> known,
        CancellationToken cancel
    )
    {
        QueryState? found = null;
        string? next = null;
        do
        {
            QueryList page = await account.SendAsync(Listing(since, next), AmazonJson.Default.QueryList, cancel);
            found = (page.Queries ?? [])
                .Where(one => one.QueryId is { Length: > 0 } id && !known.Contains(id) && Same(one.Query, text))
                .Append(found)
                .OfType<QueryState>()
                .MinBy(one => one.CreatedTime);
            next = page.Pagination?.NextToken;
        } while (next is { Length: > 0 });
        return found?.QueryId;
    }

    private static AmazonCall Listing(DateTimeOffset since, string? next)
    {
        List<(string, string)> query = [("createdSince", Iso.Of(since)), ("pageSize", "100")];
        if (next is not null)
        {
            query.Add(("paginationToken", next));
        }

        return new AmazonCall("getQueries", HttpMethod.Get, Root + "/queries") { Query = query };
    }

    /// <summary>Amazon takes out white space that a query does not need.</summary>
    private static bool Same(string? said, string asked) => said is not null && Plain(said).SequenceEqual(Plain(asked));

    private static IEnumerable<char> Plain(string text) => text.Where(sign => !char.IsWhiteSpace(sign));
}

/// <summary>What is asked: GraphQL.</summary>
/// <param name="Query">The query.</param>
/// <param name="PaginationToken">What the page before named; null for the first.</param>
internal sealed record QueryOrder(string Query, string? PaginationToken);

internal sealed record QueryCreated(string? QueryId);

/// <summary>How far a query is.</summary>
internal sealed record QueryState(
    string? QueryId,
    string? Query,
    string? ProcessingStatus,
    string? DataDocumentId,
    string? ErrorDocumentId,
    DateTimeOffset? CreatedTime,
    QueryPagination? Pagination
);

internal sealed record QueryPagination(string? NextToken);

internal sealed record QueryList(IReadOnlyList<QueryState>? Queries, QueryPagination? Pagination);

/// <summary>Where a document is. Whether it is packed, only its download tells.</summary>
internal sealed record QueryDocument(string? DocumentId, string? DocumentUrl);
