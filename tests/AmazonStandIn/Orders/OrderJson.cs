namespace Reprieve.AmazonStandIn;

/// <summary>An order as the API writes it, with the sets of data that were asked for.</summary>
internal static class OrderJson
{
    private static readonly string[] Sets =
    [
        "BUYER",
        "RECIPIENT",
        "PROCEEDS",
        "EXPENSE",
        "PROMOTION",
        "CANCELLATION",
        "FULFILLMENT",
        "PACKAGES",
        "TAX",
        "PAYMENT",
        "FULFILLMENT_ORDERS",
    ];

    /// <summary>The sets asked for; those of buyers need the restricted role.</summary>
    public static string[] Included(OperationCall call)
    {
        string[] sets = call.Query.List("includedData", int.MaxValue, Sets) ?? [];
        return
            sets.Any(s => s is "BUYER" or "RECIPIENT") && !call.Account.Roles.Contains(Roles.DirectToConsumerShipping)
            ? throw Refusal.Unauthorized()
            : sets;
    }

    public static object Of(SellerOrder order, string[] data)
    {
        Marketplace store = Marketplaces.Of(order.MarketplaceId);
        return new
        {
            orderId = order.Id,
            createdTime = Iso8601.Write(order.Purchased),
            lastUpdatedTime = Iso8601.Write(order.Updated),
            salesChannel = new
            {
                channelName = "AMAZON",
                marketplaceId = store.Id,
                marketplaceName = store.Domain,
            },
            proceeds = data.Contains("PROCEEDS")
                ? new { grandTotal = Money(order.Lines.Sum(l => l.UnitPrice * l.Quantity), store) }
                : null,
            fulfillment = data.Contains("FULFILLMENT") ? Fulfillment(order) : null,
            orderItems = order.Lines.Select(l => Item(order, l, store, data)).ToArray(),
            packages = data.Contains("PACKAGES") && !order.ByAmazon
                ? order.Parcels.Select(p => Package(order, p)).ToArray()
                : null,
        };
    }

    private static object Fulfillment(SellerOrder order) =>
        new
        {
            fulfillmentStatus = order.Status,
            fulfilledBy = order.ByAmazon ? "AMAZON" : "MERCHANT",
            fulfillmentServiceLevel = order.ByAmazon ? "EXPEDITED" : "STANDARD",
            shipByWindow = Window(order.ShipBy),
            deliverByWindow = Window(order.DeliverBy),
        };

    private static object Item(SellerOrder order, OrderLine line, Marketplace store, string[] data)
    {
        int shipped = order.Status == "SHIPPED" ? line.Quantity : 0;
        bool cancelled = data.Contains("CANCELLATION") && order.CancelledBy is not null;
        return new
        {
            orderItemId = line.ItemId,
            quantityOrdered = line.Quantity,
            product = new
            {
                asin = line.Asin,
                title = line.Title,
                sellerSku = line.Sku,
                condition = new { conditionType = "NEW", conditionSubtype = "NEW" },
                price = new { unitPrice = Money(line.UnitPrice, store) },
            },
            proceeds = data.Contains("PROCEEDS")
                ? new { proceedsTotal = Money(line.UnitPrice * line.Quantity, store) }
                : null,
            cancellation = cancelled
                ? new
                {
                    cancellationRequest = order.BuyerAsked
                        ? new { requester = "BUYER", cancelReason = order.CancelReason }
                        : null,
                    cancellationExecution = new { cancelledBy = order.CancelledBy, cancelReason = order.CancelReason },
                }
                : null,
            fulfillment = data.Contains("FULFILLMENT")
                ? new
                {
                    quantityFulfilled = shipped,
                    quantityUnfulfilled = order.Status == "CANCELLED" ? 0 : line.Quantity - shipped,
                }
                : null,
        };
    }

    private static object Package(SellerOrder order, OrderParcel parcel) =>
        new
        {
            packageReferenceId = parcel.Id,
            createdTime = Iso8601.Write(parcel.Shipped.AddHours(-2)),
            packageStatus = new { status = parcel.Status },
            carrier = parcel.Carrier,
            shipTime = Iso8601.Write(parcel.Shipped),
            shippingService = "Standard",
            trackingNumber = parcel.Tracking,
            packageItems = order
                .Lines.Where(l => parcel.ItemIds.Contains(l.ItemId))
                .Select(l => new { orderItemId = l.ItemId, quantity = l.Quantity })
                .ToArray(),
        };

    private static object? Window(TimeWindow? window) =>
        window is null
            ? null
            : new { earliestDateTime = Iso8601.Write(window.Earliest), latestDateTime = Iso8601.Write(window.Latest) };

    private static object Money(decimal amount, Marketplace store) =>
        new { amount = FlatFile.Money(amount), currencyCode = store.Currency };
}
