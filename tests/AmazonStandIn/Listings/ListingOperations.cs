namespace Reprieve.AmazonStandIn;

/// <summary>Listings Items API 2021-08-01, reading only.</summary>
internal sealed class ListingOperations
{
    private const string Root = "/listings/2021-08-01/items/{sellerId}";
    private static readonly string[] Sets =
    [
        "summaries",
        "attributes",
        "issues",
        "offers",
        "fulfillmentAvailability",
        "procurement",
        "relationships",
        "productTypes",
    ];
    private static readonly string[] Statuses = ["BUYABLE", "DISCOVERABLE"];

    private static readonly string[] AllParameters =
    [
        "marketplaceIds",
        "issueLocale",
        "includedData",
        "identifiers",
        "identifiersType",
        "createdAfter",
        "createdBefore",
        "lastUpdatedAfter",
        "lastUpdatedBefore",
        "withIssueSeverity",
        "withStatus",
        "withoutStatus",
        "sortBy",
        "sortOrder",
        "pageSize",
        "pageToken",
    ];

    private readonly Pages _pages = new();

    public IEnumerable<Operation> Operations =>
        [
            new("searchListingsItems", "GET", Root, Roles.Listings, Search),
            new("getListingsItem", "GET", Root + "/{sku}", Roles.Listings, Get),
        ];

    private Answer Search(OperationCall call)
    {
        Parameters query = call.Query;
        query.Only(AllParameters);
        string store = Store(call);
        string[] sets = query.List("includedData", int.MaxValue, Sets) ?? ["summaries"];
        int size = query.Number("pageSize", 10, 1, 20);
        string question = query.Question("pageToken");
        Page<SellerListing> page = query.Text("pageToken") is { } token
            ? _pages.Next<SellerListing>(call.Account, token, question)
            : _pages.First(call.Account, Matching(call, store), size, question);
        return Answer.Json(
            200,
            new
            {
                numberOfResults = page.Total,
                pagination = page.NextToken is null ? null : new { nextToken = page.NextToken },
                items = page.Items.Select(l => ListingJson.Of(l, sets)).ToArray(),
            }
        );
    }

    private static Answer Get(OperationCall call)
    {
        call.Query.Only("marketplaceIds", "issueLocale", "includedData");
        string store = Store(call);
        string sku = call.Path["sku"];
        string[] sets = call.Query.List("includedData", int.MaxValue, Sets) ?? ["summaries"];
        SellerListing listing =
            call.Account.Data.Listings.FirstOrDefault(l => l.Sku == sku && l.MarketplaceId == store)
            ?? throw Refusal.Unknown($"There is no listing {sku}.");
        return Answer.Json(200, ListingJson.Of(listing, sets));
    }

    /// <summary>The one store; the seller of the path must be the caller.</summary>
    private static string Store(OperationCall call)
    {
        string[] stores =
            call.Query.List("marketplaceIds") ?? throw Refusal.Invalid("Missing required parameter 'marketplaceIds'.");
        return call.Path["sellerId"] != call.Account.SellerId ? throw Refusal.Unauthorized()
            : stores is [string store] && call.Account.SellsIn(store) ? store
            : throw Refusal.Invalid("The parameter 'marketplaceIds' must name one store of the account.");
    }

    private static SellerListing[] Matching(OperationCall call, string store)
    {
        Parameters query = call.Query;
        string[]? identifiers = query.List("identifiers", 20);
        string[]? type = query.List("identifiersType", 1, "ASIN", "SKU");
        if (identifiers is null != type is null)
        {
            throw Refusal.Invalid("'identifiers' and 'identifiersType' go together.");
        }

        string[]? severities = query.List("withIssueSeverity", int.MaxValue, "WARNING", "ERROR");
        string[]? with = query.List("withStatus", int.MaxValue, Statuses);
        string[]? without = query.List("withoutStatus", int.MaxValue, Statuses);
        DateTimeOffset? createdAfter = query.Time("createdAfter");
        DateTimeOffset? createdBefore = query.Time("createdBefore");
        DateTimeOffset? updatedAfter = query.Time("lastUpdatedAfter");
        DateTimeOffset? updatedBefore = query.Time("lastUpdatedBefore");
        IEnumerable<SellerListing> found = call.Account.Data.Listings.Where(l =>
            l.MarketplaceId == store
            && (identifiers is null || identifiers.Contains(type is ["ASIN"] ? l.Asin : l.Sku))
            && (severities is null || l.Issues.Any(i => severities.Contains(i.Severity)))
            && (with is null || with.All(ListingJson.Statuses(l).Contains))
            && (without is null || !without.Any(ListingJson.Statuses(l).Contains))
            && (createdAfter is null || l.Created >= createdAfter)
            && (createdBefore is null || l.Created <= createdBefore)
            && (updatedAfter is null || l.Updated >= updatedAfter)
            && (updatedBefore is null || l.Updated <= updatedBefore)
        );
        return Sorted(query, found);
    }

    private static SellerListing[] Sorted(Parameters query, IEnumerable<SellerListing> found)
    {
        string[] by = query.List("sortBy", 1, "sku", "createdDate", "lastUpdatedDate") ?? ["lastUpdatedDate"];
        IEnumerable<SellerListing> sorted = found.OrderBy(l => l.Sku, StringComparer.Ordinal);
        sorted = by[0] switch
        {
            "createdDate" => sorted.OrderBy(l => l.Created),
            "lastUpdatedDate" => sorted.OrderBy(l => l.Updated),
            _ => sorted,
        };
        return query.List("sortOrder", 1, "ASC", "DESC") is ["ASC"] ? [.. sorted] : [.. sorted.Reverse()];
    }
}
