namespace Reprieve.AmazonStandIn;

/// <summary>A listing as the API writes it, with the sets of data that were asked for.</summary>
internal static class ListingJson
{
    public static string[] Statuses(SellerListing listing) =>
        [
            .. new[]
            {
                listing.Buyable ? "BUYABLE" : null,
                listing.Discoverable ? "DISCOVERABLE" : null,
            }.OfType<string>(),
        ];

    public static object Of(SellerListing listing, string[] sets)
    {
        Marketplace store = Marketplaces.Of(listing.MarketplaceId);
        return new
        {
            sku = listing.Sku,
            summaries = sets.Contains("summaries")
                ? new[]
                {
                    new
                    {
                        marketplaceId = store.Id,
                        asin = listing.Asin,
                        productType = "LAMP",
                        conditionType = "new_new",
                        status = Statuses(listing),
                        itemName = listing.Title,
                        createdDate = Iso8601.Write(listing.Created),
                        lastUpdatedDate = Iso8601.Write(listing.Updated),
                    },
                }
                : null,
            issues = sets.Contains("issues") ? listing.Issues.Select(Issue).ToArray() : null,
            offers = sets.Contains("offers")
                ? new[]
                {
                    new
                    {
                        marketplaceId = store.Id,
                        offerType = "B2C",
                        price = new { currencyCode = store.Currency, amount = FlatFile.Money(listing.Price) },
                    },
                }
                : null,
            fulfillmentAvailability = sets.Contains("fulfillmentAvailability")
                ? new[]
                {
                    new
                    {
                        fulfillmentChannelCode = listing.ByAmazon ? $"AMAZON_{store.Region}" : "DEFAULT",
                        quantity = listing.Quantity,
                    },
                }
                : null,
            productTypes = sets.Contains("productTypes")
                ? new[] { new { marketplaceId = store.Id, productType = "LAMP" } }
                : null,
        };
    }

    private static object Issue(ListingIssue issue) =>
        new
        {
            code = issue.Code,
            message = issue.Message,
            severity = issue.Severity,
            attributeNames = issue.Attributes,
            categories = issue.Categories,
            enforcements = issue.Actions.Count == 0
                ? null
                : new
                {
                    actions = issue.Actions.Select(action => new { action }).ToArray(),
                    exemption = new { status = "NOT_EXEMPT" },
                },
        };
}
