using System.Globalization;

namespace Reprieve.Amazon.History;

/// <summary>
/// The question for the account health of a store day by day, by Amazon's published schema
/// analytics_sellerAnalytics_2025_03_31. What the schema calls a snapshot of 120 days is left out: it is the same for each day.
/// </summary>
internal static class HistoryQuery
{
    private static readonly string[] Fields =
    [
        "accountHealthOrderCount",
        "accountHealthNegativeFeedbackOrderCount",
        "accountHealthAtozClaimOrderCount",
        "accountHealthChargebackClaimOrderCount",
        "accountHealthLateShipmentOrderCount",
        "accountHealthPreFulfillmentCancelOrderCount",
        "accountHealthValidTrackingDefectPackageCount",
        "accountHealthPackageCount",
        "accountHealthPackageUnits",
        "accountHealthOnTimeDeliveryDefectPackageUnits",
        "accountHealthOnTimeDeliveryDefectPackageCount",
        "accountHealthOrderDefectRate",
        "accountHealthNegativeFeedbackRate",
        "accountHealthAtozGuaranteeClaimRate",
        "accountHealthChargebackClaimRate",
        "accountHealthLateShipmentRate",
        "accountHealthPreFulfillmentCancelRate",
        "accountHealthValidTrackingRate",
        "accountHealthOnTimeDeliveryRate",
        "accountHealthRatingScore",
        "accountHealthTotalOrderDefects",
    ];

    /// <summary>The query; always the same for the same store and days, so that it is known again in a list.</summary>
    public static string Of(string marketplaceId, DateTimeOffset from, DateTimeOffset until) =>
        "query{analytics_sellerAnalytics_2025_03_31{sellerAnalyticsView("
        + $"startDate:\"{Day(from)}\" endDate:\"{Day(until)}\" aggregateBy:DAY marketplaceId:[\"{marketplaceId}\"])"
        + "{startDate endDate totals{accountHealth{"
        + string.Join(' ', Fields.Select(field => field + "{value}"))
        + "}}}}}";

    private static string Day(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
