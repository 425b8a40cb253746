namespace Reprieve.AmazonStandIn;

/// <summary>Orders API 2026-01-01.</summary>
internal sealed class OrderOperations
{
    private const string Root = "/orders/2026-01-01/orders";
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(2);
    private static readonly string[] Parties = ["MERCHANT", "AMAZON"];

    private static readonly string[] Statuses =
    [
        "PENDING_AVAILABILITY",
        "PENDING",
        "UNSHIPPED",
        "PARTIALLY_SHIPPED",
        "SHIPPED",
        "CANCELLED",
        "UNFULFILLABLE",
    ];

    private static readonly string[] AllParameters =
    [
        "createdAfter",
        "createdBefore",
        "lastUpdatedAfter",
        "lastUpdatedBefore",
        "fulfillmentStatuses",
        "marketplaceIds",
        "fulfilledBy",
        "maxResultsPerPage",
        "paginationToken",
        "includedData",
    ];

    private readonly Pages _pages = new();

    public IEnumerable<Operation> Operations =>
        [
            new("searchOrders", "GET", Root, Roles.Orders, Search),
            new("getOrder", "GET", Root + "/{orderId}", Roles.Orders, Get),
        ];

    private Answer Search(OperationCall call)
    {
        Parameters query = call.Query;
        query.Only(AllParameters);
        string[] data = OrderJson.Included(call);
        (bool created, DateTimeOffset from, DateTimeOffset to) = Range(query, call.Now);
        int size = query.Number("maxResultsPerPage", 100, 1, 100);
        string question = query.Question("paginationToken");
        Page<SellerOrder> page = query.Text("paginationToken") is { } token
            ? _pages.Next<SellerOrder>(call.Account, token, question)
            : _pages.First(call.Account, Matching(call, created, from, to), size, question);
        return Answer.Json(
            200,
            new
            {
                orders = page.Items.Select(o => OrderJson.Of(o, data)).ToArray(),
                pagination = page.NextToken is null ? null : new { nextToken = page.NextToken },
                createdBefore = created ? Iso8601.Write(to) : null,
                lastUpdatedBefore = created ? null : Iso8601.Write(to),
            }
        );
    }

    private static Answer Get(OperationCall call)
    {
        call.Query.Only("includedData");
        string[] data = OrderJson.Included(call);
        string id = call.Path["orderId"];
        SellerOrder order =
            call.Account.Data.Orders.FirstOrDefault(o => o.Id == id)
            ?? throw Refusal.Unknown($"There is no order {id}.");
        return Answer.Json(200, new { order = OrderJson.Of(order, data) });
    }

    /// <summary>Exactly one of the two starts; an end of the same kind, at least two minutes ago.</summary>
    private static (bool Created, DateTimeOffset From, DateTimeOffset To) Range(Parameters query, DateTimeOffset now)
    {
        DateTimeOffset? createdAfter = query.Time("createdAfter");
        DateTimeOffset? updatedAfter = query.Time("lastUpdatedAfter");
        if (createdAfter is null == updatedAfter is null)
        {
            throw Refusal.Invalid("Exactly one of 'createdAfter' and 'lastUpdatedAfter' is required.");
        }

        bool created = createdAfter is not null;
        if (query.Text(created ? "lastUpdatedBefore" : "createdBefore") is not null)
        {
            throw Refusal.Invalid("The end of the range must be of the same kind as its start.");
        }

        DateTimeOffset from = (createdAfter ?? updatedAfter)!.Value;
        DateTimeOffset? end = query.Time(created ? "createdBefore" : "lastUpdatedBefore");
        if (end < from || end > now - Lag)
        {
            throw Refusal.Invalid("The end of the range must be after its start and at least two minutes ago.");
        }

        return (created, from, end ?? now - Lag);
    }

    private static SellerOrder[] Matching(OperationCall call, bool created, DateTimeOffset from, DateTimeOffset to)
    {
        string[]? statuses = call.Query.List("fulfillmentStatuses", int.MaxValue, Statuses);
        string[]? stores = call.Query.List("marketplaceIds", 50);
        string[]? parties = call.Query.List("fulfilledBy", int.MaxValue, Parties);
        DateTimeOffset When(SellerOrder order) => created ? order.Purchased : order.Updated;
        return
        [
            .. call
                .Account.Data.Orders.Where(o =>
                    When(o) >= from
                    && When(o) <= to
                    && (statuses is null || statuses.Contains(o.Status))
                    && (stores is null || stores.Contains(o.MarketplaceId))
                    && (parties is null || parties.Contains(o.ByAmazon ? "AMAZON" : "MERCHANT"))
                )
                .OrderBy(When)
                .ThenBy(o => o.Id, StringComparer.Ordinal),
        ];
    }
}
