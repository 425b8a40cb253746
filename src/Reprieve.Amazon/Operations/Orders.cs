using Reprieve.Amazon.Calls;

namespace Reprieve.Amazon.Operations;

/// <summary>The Orders API, version 2026-01-01. Buyers and recipients are never asked for.</summary>
internal static class Orders
{
    /// <summary>A page of the orders that the seller fulfils, created in a span of time.</summary>
    /// <param name="span">From and until (inclusive both); the end lies at least two minutes in the past.</param>
    /// <param name="token">What the page before named; good for 24 hours. Null for the first page.</param>
    public static Task<OrderPage> SearchAsync(
        AmazonAccount account,
        (DateTimeOffset From, DateTimeOffset Until) span,
        IReadOnlyList<string> stores,
        string? token,
        CancellationToken cancel
    )
    {
        List<(string, string)> query =
        [
            ("createdAfter", Iso.Of(span.From)),
            ("createdBefore", Iso.Of(span.Until)),
            ("marketplaceIds", string.Join(',', stores)),
            ("fulfilledBy", "MERCHANT"),
            ("maxResultsPerPage", "100"),
            ("includedData", "CANCELLATION,FULFILLMENT,PACKAGES"),
        ];
        if (token is not null)
        {
            query.Add(("paginationToken", token));
        }

        return account.SendAsync(
            new AmazonCall("searchOrders", HttpMethod.Get, "/orders/2026-01-01/orders") { Query = query },
            AmazonJson.Default.OrderPage,
            cancel
        );
    }

    /// <summary>A page of the orders that the seller has to ship and that are not all shipped yet.</summary>
    /// <param name="from">Orders created then or later; the same for all pages.</param>
    /// <param name="token">What the page before named; good for 24 hours. Null for the first page.</param>
    public static Task<OrderPage> UnshippedAsync(
        AmazonAccount account,
        DateTimeOffset from,
        IReadOnlyList<string> stores,
        string? token,
        CancellationToken cancel
    )
    {
        List<(string, string)> query =
        [
            ("createdAfter", Iso.Of(from)),
            ("marketplaceIds", string.Join(',', stores)),
            ("fulfilledBy", "MERCHANT"),
            ("fulfillmentStatuses", "UNSHIPPED,PARTIALLY_SHIPPED"),
            ("maxResultsPerPage", "100"),
            ("includedData", "FULFILLMENT"),
        ];
        if (token is not null)
        {
            query.Add(("paginationToken", token));
        }

        return account.SendAsync(
            new AmazonCall("searchOrders", HttpMethod.Get, "/orders/2026-01-01/orders") { Query = query },
            AmazonJson.Default.OrderPage,
            cancel
        );
    }
}

internal sealed record OrderPage(IReadOnlyList<AmazonOrder>? Orders, OrderPagination? Pagination);

internal sealed record OrderPagination(string? NextToken);

/// <summary>An order, without anybody's name.</summary>
internal sealed record AmazonOrder(
    string? OrderId,
    DateTimeOffset? CreatedTime,
    OrderFulfillment? Fulfillment,
    IReadOnlyList<OrderLine>? OrderItems,
    IReadOnlyList<OrderPackage>? Packages
)
{
    public OrderChannel? SalesChannel { get; init; }
}

/// <summary>Where an order was placed.</summary>
internal sealed record OrderChannel(string? MarketplaceId);

internal sealed record OrderFulfillment(
    string? FulfillmentStatus,
    string? FulfilledBy,
    TimeWindow? ShipByWindow,
    TimeWindow? DeliverByWindow
);

internal sealed record TimeWindow(DateTimeOffset? EarliestDateTime, DateTimeOffset? LatestDateTime);

internal sealed record OrderLine(string? OrderItemId, int? QuantityOrdered, LineCancellation? Cancellation);

internal sealed record LineCancellation(
    CancellationRequest? CancellationRequest,
    CancellationExecution? CancellationExecution
);

internal sealed record CancellationRequest(string? Requester);

internal sealed record CancellationExecution(string? CancelledBy);

internal sealed record OrderPackage(
    string? PackageReferenceId,
    DateTimeOffset? CreatedTime,
    PackageState? PackageStatus,
    string? Carrier,
    DateTimeOffset? ShipTime,
    string? TrackingNumber,
    IReadOnlyList<PackageLine>? PackageItems
);

internal sealed record PackageState(string? Status, string? DetailedStatus);

internal sealed record PackageLine(int? Quantity);
