namespace Reprieve.AmazonStandIn;

/// <summary>
/// Roles by the names of the developer console. Which role opens the support cases is published nowhere; the one here is
/// a guess, so that a test can take it away.
/// </summary>
public static class Roles
{
    public const string SellingPartnerInsights = "Selling Partner Insights";
    public const string Orders = "Inventory and Order Tracking";
    public const string Listings = "Product Listing";
    public const string Finance = "Finance and Accounting";
    public const string Fulfillment = "Amazon Fulfillment";
    public const string BrandAnalytics = "Brand Analytics";
    public const string Support = "Support cases (unconfirmed)";

    /// <summary>Restricted: opens the data of buyers. Reprieve never asks for it.</summary>
    public const string DirectToConsumerShipping = "Direct-to-Consumer Shipping";

    /// <summary>All of them but the restricted one.</summary>
    public static IReadOnlyList<string> Unrestricted { get; } =
    [SellingPartnerInsights, Orders, Listings, Finance, Fulfillment, BrandAnalytics, Support];
}
