namespace Reprieve.AmazonStandIn;

/// <summary>A kind of report.</summary>
/// <param name="Write">The document, or null where there are no data.</param>
internal sealed record ReportType(string Name, string? Role, Func<ReportOrder, StoredDocument?> Write)
{
    /// <summary>A longer range ends in FATAL.</summary>
    public TimeSpan? Longest { get; init; }
}

/// <summary>The reports that the stand-in makes.</summary>
internal static class ReportTypes
{
    private static readonly ReportType[] All =
    [
        new("GET_V2_SELLER_PERFORMANCE_REPORT", Roles.SellingPartnerInsights, PerformanceReport.Write),
        new("GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL", Roles.Orders, OrdersReport.ByOrderDate),
        new("GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL", Roles.Orders, OrdersReport.ByLastUpdate),
        new("GET_SELLER_FEEDBACK_DATA", Roles.SellingPartnerInsights, FeedbackReport.Write),
        new("GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE", Roles.Orders, MerchantReturnsReport.Write)
        {
            Longest = TimeSpan.FromDays(60),
        },
        new("GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA", Roles.Fulfillment, WarehouseReturnsReport.Write),
        new("GET_MERCHANT_LISTINGS_ALL_DATA", Roles.Listings, ListingsReport.All),
        new("GET_MERCHANTS_LISTINGS_FYP_REPORT", Roles.Listings, ListingsReport.Suppressed),
    ];

    public static ReportType? Find(string name) => Array.Find(All, t => t.Name == name);
}
