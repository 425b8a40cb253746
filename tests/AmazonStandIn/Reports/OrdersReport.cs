namespace Reprieve.AmazonStandIn;

/// <summary>All orders, by the day they were placed or by their last change; a row for each line.</summary>
internal static class OrdersReport
{
    private static readonly string[] Header =
    [
        "amazon-order-id",
        "merchant-order-id",
        "purchase-date",
        "last-updated-date",
        "order-status",
        "fulfillment-channel",
        "sales-channel",
        "order-channel",
        "ship-service-level",
        "product-name",
        "sku",
        "asin",
        "item-status",
        "quantity",
        "currency",
        "item-price",
        "item-tax",
        "shipping-price",
        "shipping-tax",
        "gift-wrap-price",
        "gift-wrap-tax",
        "item-promotion-discount",
        "ship-promotion-discount",
        "ship-city",
        "ship-state",
        "ship-postal-code",
        "ship-country",
        "promotion-ids",
        "is-business-order",
        "purchase-order-number",
        "price-designation",
    ];

    // The published header of this one has Brazil's tax number as well.
    private static readonly string[] HeaderWithTaxNumber = [.. Header[..28], "cpf", .. Header[28..]];

    public static StoredDocument? ByOrderDate(ReportOrder order) => Write(order, HeaderWithTaxNumber, o => o.Purchased);

    public static StoredDocument? ByLastUpdate(ReportOrder order) => Write(order, Header, o => o.Updated);

    private static StoredDocument? Write(ReportOrder order, string[] header, Func<SellerOrder, DateTimeOffset> when) =>
        FlatFile.Of(
            order,
            header,
            order
                .Data.Orders.Where(o => order.Covers(o.MarketplaceId, when(o)))
                .SelectMany(o => o.Lines.Select(line => (Order: o, Line: line))),
            row => Cells(row.Order, row.Line)
        );

    private static IEnumerable<(string Column, string Value)> Cells(SellerOrder order, OrderLine line)
    {
        Marketplace store = Marketplaces.Of(order.MarketplaceId);
        return
        [
            ("amazon-order-id", order.Id),
            ("merchant-order-id", order.Id),
            ("purchase-date", Time(order.Purchased)),
            ("last-updated-date", Time(order.Updated)),
            ("order-status", Status(order.Status)),
            ("fulfillment-channel", order.ByAmazon ? "Amazon" : "Merchant"),
            ("sales-channel", store.Domain),
            ("ship-service-level", order.ByAmazon ? "Expedited" : "Standard"),
            ("product-name", line.Title),
            ("sku", line.Sku),
            ("asin", line.Asin),
            ("item-status", Status(order.Status)),
            ("quantity", FlatFile.Number(line.Quantity)),
            ("currency", store.Currency),
            ("item-price", FlatFile.Money(line.UnitPrice * line.Quantity)),
            ("item-tax", "0.00"),
            ("ship-country", store.Country),
            ("is-business-order", "false"),
        ];
    }

    private static string Time(DateTimeOffset time) =>
        Iso8601.Write(time).Replace("Z", "+00:00", StringComparison.Ordinal);

    private static string Status(string status) =>
        status switch
        {
            "SHIPPED" => "Shipped",
            "CANCELLED" => "Cancelled",
            "PENDING" => "Pending",
            _ => "Unshipped",
        };
}
