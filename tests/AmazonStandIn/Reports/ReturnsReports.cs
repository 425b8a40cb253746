using System.Globalization;

namespace Reprieve.AmazonStandIn;

/// <summary>Returns to the seller, by the day they were asked for.</summary>
internal static class MerchantReturnsReport
{
    private static readonly string[] Header =
    [
        "Order ID",
        "Order date",
        "Return request date",
        "Return request status",
        "Amazon RMA ID",
        "Merchant RMA ID",
        "Label type",
        "Label cost",
        "Currency code",
        "Return carrier",
        "Tracking ID",
        "Label to be paid by",
        "A-to-Z Claim",
        "Is prime",
        "ASIN",
        "Merchant SKU",
        "Item Name",
        "Return quantity",
        "Return Reason",
        "In policy",
        "Return type",
        "Resolution",
        "Invoice number",
        "Return delivery date",
        "Order Amount",
        "Order quantity",
        "SafeT Action reason",
        "SafeT claim id",
        "SafeT claim state",
        "SafeT claim creation time",
        "SafeT claim reimbursement amount",
        "Refunded Amount",
    ];

    public static StoredDocument? Write(ReportOrder order) =>
        FlatFile.Of(
            order,
            Header,
            from r in order.Data.MerchantReturns
            join o in order.Data.Orders on r.OrderId equals o.Id
            where order.Covers(o.MarketplaceId, r.Requested)
            select (Return: r, Order: o, Line: o.Lines.First(l => l.ItemId == r.ItemId)),
            row =>
                [
                    ("Order ID", row.Order.Id),
                    ("Order date", Day(row.Order.Purchased)),
                    ("Return request date", Day(row.Return.Requested)),
                    ("Return request status", row.Return.Status),
                    ("Amazon RMA ID", row.Return.RmaId),
                    ("Currency code", Marketplaces.Of(row.Order.MarketplaceId).Currency),
                    ("A-to-Z Claim", row.Return.Claim ? "Y" : "N"),
                    ("Is prime", "N"),
                    ("ASIN", row.Line.Asin),
                    ("Merchant SKU", row.Line.Sku),
                    ("Item Name", row.Line.Title),
                    ("Return quantity", FlatFile.Number(row.Line.Quantity)),
                    ("Return Reason", row.Return.Reason),
                    ("In policy", "Y"),
                    ("Return type", "C-Returns"),
                    ("Resolution", "StandardRefund"),
                    ("Order Amount", FlatFile.Money(row.Order.Lines.Sum(l => l.UnitPrice * l.Quantity))),
                    ("Order quantity", FlatFile.Number(row.Order.Lines.Sum(l => l.Quantity))),
                ]
        );

    private static string Day(DateTimeOffset time) =>
        time.UtcDateTime.ToString("dd-MMM-yyyy", CultureInfo.InvariantCulture);
}

/// <summary>Returns to Amazon's warehouses.</summary>
internal static class WarehouseReturnsReport
{
    private static readonly string[] Header =
    [
        "return-date",
        "order-id",
        "sku",
        "asin",
        "fnsku",
        "product-name",
        "quantity",
        "fulfillment-center-id",
        "detailed-disposition",
        "reason",
        "status",
        "license-plate-number",
        "customer-comments",
    ];

    public static StoredDocument? Write(ReportOrder order) =>
        FlatFile.Of(
            order,
            Header,
            from r in order.Data.WarehouseReturns
            join o in order.Data.Orders on r.OrderId equals o.Id
            where order.Covers(o.MarketplaceId, r.Returned)
            select (Return: r, Order: o, Line: o.Lines.First(l => l.ItemId == r.ItemId)),
            row =>
                [
                    (
                        "return-date",
                        Iso8601.Write(row.Return.Returned).Replace("Z", "+00:00", StringComparison.Ordinal)
                    ),
                    ("order-id", row.Order.Id),
                    ("sku", row.Line.Sku),
                    ("asin", row.Line.Asin),
                    ("fnsku", "X00" + row.Line.Asin[3..]),
                    ("product-name", row.Line.Title),
                    ("quantity", FlatFile.Number(row.Line.Quantity)),
                    ("fulfillment-center-id", "STN1"),
                    ("detailed-disposition", row.Return.Disposition),
                    ("reason", row.Return.Reason),
                    ("status", "Unit returned to inventory"),
                    ("license-plate-number", "LPN" + row.Line.ItemId),
                    ("customer-comments", row.Return.Comment),
                ]
        );
}
