using Reprieve.Amazon.Calls;

namespace Reprieve.Amazon.Operations;

/// <summary>The Listings Items API, version 2021-08-01.</summary>
internal static class Listings
{
    private const string Wanted = "summaries,issues";

    /// <summary>One listing.</summary>
    /// <exception cref="AmazonException">There is none (404), or Amazon refused or could not be asked.</exception>
    public static Task<Listing> OneAsync(
        AmazonAccount account,
        string sellerId,
        string store,
        string sku,
        CancellationToken cancel
    ) =>
        account.SendAsync(
            new AmazonCall("getListingsItem", HttpMethod.Get, $"{PathOf(sellerId)}/{Uri.EscapeDataString(sku)}")
            {
                Query = [("marketplaceIds", store), ("includedData", Wanted)],
            },
            AmazonJson.Default.Listing,
            cancel
        );

    /// <summary>A page of twenty listings that have an issue.</summary>
    public static Task<ListingPage> WithIssuesAsync(
        AmazonAccount account,
        string sellerId,
        string store,
        string? token,
        CancellationToken cancel
    )
    {
        List<(string, string)> query =
        [
            ("marketplaceIds", store),
            ("includedData", Wanted),
            ("withIssueSeverity", "ERROR,WARNING"),
            ("pageSize", "20"),
        ];
        if (token is not null)
        {
            query.Add(("pageToken", token));
        }

        return account.SendAsync(
            new AmazonCall("searchListingsItems", HttpMethod.Get, PathOf(sellerId)) { Query = query },
            AmazonJson.Default.ListingPage,
            cancel
        );
    }

    /// <summary>How many listings have a status, or have it not; null where Amazon does not say it.</summary>
    /// <param name="filter"><c>withStatus</c> or <c>withoutStatus</c>, and the status.</param>
    public static async Task<int?> CountAsync(
        AmazonAccount account,
        string sellerId,
        string store,
        (string Name, string Status) filter,
        CancellationToken cancel
    )
    {
        ListingPage page = await account.SendAsync(
            new AmazonCall("searchListingsItems", HttpMethod.Get, PathOf(sellerId))
            {
                Query = [("marketplaceIds", store), (filter.Name, filter.Status), ("pageSize", "1")],
            },
            AmazonJson.Default.ListingPage,
            cancel
        );
        return page.NumberOfResults;
    }

    private static string PathOf(string sellerId) => $"/listings/2021-08-01/items/{Uri.EscapeDataString(sellerId)}";
}

internal sealed record ListingPage(IReadOnlyList<Listing>? Items, ListingPagination? Pagination)
{
    public int? NumberOfResults { get; init; }
}

internal sealed record ListingPagination(string? NextToken);

/// <summary>A listing and what Amazon finds wrong with it.</summary>
internal sealed record Listing(
    string? Sku,
    IReadOnlyList<ListingSummary>? Summaries,
    IReadOnlyList<ListingIssue>? Issues
);

internal sealed record ListingSummary(
    string? MarketplaceId,
    string? Asin,
    IReadOnlyList<string>? Status,
    string? ItemName
);

internal sealed record ListingIssue(
    string? Code,
    string? Message,
    string? Severity,
    IReadOnlyList<string>? AttributeNames,
    IReadOnlyList<string>? Categories,
    IssueEnforcements? Enforcements
);

internal sealed record IssueEnforcements(IReadOnlyList<IssueAction>? Actions, IssueExemption? Exemption);

internal sealed record IssueAction(string? Action);

internal sealed record IssueExemption(string? Status, DateTimeOffset? ExpiryDate);
