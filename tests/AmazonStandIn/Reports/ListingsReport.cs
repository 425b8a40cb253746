using System.Globalization;

namespace Reprieve.AmazonStandIn;

/// <summary>Listings of the first store: all of them, or those that Amazon suppressed.</summary>
internal static class ListingsReport
{
    private static readonly string[] AllOfThem =
    [
        "item-name",
        "item-description",
        "listing-id",
        "seller-sku",
        "price",
        "quantity",
        "open-date",
        "image-url",
        "item-is-marketplace",
        "product-id-type",
        "zshop-shipping-fee",
        "item-note",
        "item-condition",
        "zshop-category1",
        "zshop-browse-path",
        "zshop-storefront-feature",
        "asin1",
        "asin2",
        "asin3",
        "will-ship-internationally",
        "expedited-shipping",
        "zshop-boldface",
        "product-id",
        "bid-for-featured-placement",
        "add-delete",
        "pending-quantity",
        "fulfillment-channel",
        "merchant-shipping-group",
        "status",
    ];

    // Unconfirmed: no published source names these columns.
    private static readonly string[] AllSuppressed =
    [
        "Status",
        "Reason",
        "SKU",
        "ASIN",
        "Product name",
        "Condition",
        "Status Change Date",
        "Issue Description",
    ];

    public static StoredDocument? All(ReportOrder order) =>
        FlatFile.Of(
            order,
            AllOfThem,
            order.Data.Listings.Where(l => l.MarketplaceId == order.Store.Id),
            l =>
                [
                    ("item-name", l.Title),
                    ("seller-sku", l.Sku),
                    ("price", FlatFile.Money(l.Price)),
                    ("quantity", l.ByAmazon ? "" : FlatFile.Number(l.Quantity)),
                    ("open-date", OpenDate(order.Store, l.Created)),
                    ("item-is-marketplace", "y"),
                    ("product-id-type", "1"),
                    ("item-condition", "11"),
                    ("asin1", l.Asin),
                    ("product-id", l.Asin),
                    ("fulfillment-channel", l.ByAmazon ? $"AMAZON_{order.Store.Region}" : "DEFAULT"),
                    ("status", l.Buyable ? "Active" : "Inactive"),
                ]
        );

    public static StoredDocument? Suppressed(ReportOrder order) =>
        FlatFile.Of(
            order,
            AllSuppressed,
            order
                .Data.Listings.Where(l => l.MarketplaceId == order.Store.Id)
                .SelectMany(l => l.Issues.Where(i => i.Actions.Count > 0).Select(i => (Listing: l, Issue: i))),
            row =>
                [
                    (
                        "Status",
                        row.Issue.Actions[0] == "SEARCH_SUPPRESSED" ? "Search Suppressed" : "Listing Suppressed"
                    ),
                    ("Reason", row.Issue.Categories[0]),
                    ("SKU", row.Listing.Sku),
                    ("ASIN", row.Listing.Asin),
                    ("Product name", row.Listing.Title),
                    ("Condition", "New"),
                    (
                        "Status Change Date",
                        row.Listing.Updated.UtcDateTime.ToString("MMM d, yyyy", CultureInfo.InvariantCulture)
                    ),
                    ("Issue Description", row.Issue.Message),
                ]
        );

    /// <summary>In the store's own form, with the zone by its letters.</summary>
    private static string OpenDate(Marketplace store, DateTimeOffset time) =>
        store.Region == "EU"
            ? time.UtcDateTime.ToString("dd'/'MM'/'yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " GMT"
            : time.ToOffset(TimeSpan.FromHours(-8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
                + " PST";
}
