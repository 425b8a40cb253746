using System.Globalization;

namespace Reprieve.SampleMaker;

/// <summary>Something the invented seller sells.</summary>
internal sealed record Product(string Sku, string Asin, string Name, decimal Price, string Description = "");

/// <summary>One order of one line.</summary>
internal sealed record Sale
{
    public required string OrderId { get; init; }
    public required DateTimeOffset Purchased { get; init; }
    public required Product Product { get; init; }
    public string Status { get; init; } = "Shipped";
    public bool ByAmazon { get; init; }
    public string SalesChannel { get; init; } = "Amazon.com";
    public string ServiceLevel { get; init; } = "Standard";
    public int Quantity { get; init; } = 1;
    public required Place Place { get; init; }
}

/// <summary>Where an order goes; no street and no name, as in the report.</summary>
internal sealed record Place(string City, string State, string PostalCode)
{
    /// <summary>Large cities with the first postal code of each: no place says anything about a buyer.</summary>
    public static readonly IReadOnlyList<Place> All =
    [
        new("COLUMBUS", "OH", "43085"),
        new("SPOKANE", "WA", "99201"),
        new("TUCSON", "AZ", "85701"),
        new("RALEIGH", "NC", "27601"),
        new("OMAHA", "NE", "68102"),
        new("ALBANY", "NY", "12201"),
        new("EL PASO", "TX", "79901"),
        new("TAMPA", "FL", "33602"),
        new("FRESNO", "CA", "93701"),
        new("BOISE", "ID", "83702"),
        new("MADISON", "WI", "53703"),
        new("RICHMOND", "VA", "23219"),
        new("PORTLAND", "ME", "04101"),
        new("TULSA", "OK", "74103"),
        new("SALEM", "OR", "97301"),
        new("DAYTON", "OH", "45402"),
    ];
}

/// <summary>The seller's reports about orders and listings, in Amazon's layouts.</summary>
internal static class Reports
{
    private static readonly string[] OrdersHeader =
        "amazon-order-id merchant-order-id purchase-date last-updated-date order-status fulfillment-channel sales-channel order-channel ship-service-level product-name sku asin item-status quantity currency item-price item-tax shipping-price shipping-tax gift-wrap-price gift-wrap-tax item-promotion-discount ship-promotion-discount ship-city ship-state ship-postal-code ship-country promotion-ids cpf is-business-order purchase-order-number price-designation".Split(
            ' '
        );

    private static readonly string[] ListingsHeader =
        "item-name item-description listing-id seller-sku price quantity open-date image-url item-is-marketplace product-id-type zshop-shipping-fee item-note item-condition zshop-category1 zshop-browse-path zshop-storefront-feature asin1 asin2 asin3 will-ship-internationally expedited-shipping zshop-boldface product-id bid-for-featured-placement add-delete pending-quantity fulfillment-channel merchant-shipping-group status".Split(
            ' '
        );

    private static readonly string[] FeedbackHeader =
    [
        "Date",
        "Rating",
        "Comments",
        "Your Response",
        "Order ID",
        "Rater Email",
    ];

    /// <param name="downloaded">When the seller took the report: no row was updated later.</param>
    public static void Orders(SampleFolder folder, DateTimeOffset downloaded, IEnumerable<Sale> sales) =>
        folder.Tabs(
            "orders.txt",
            OrdersHeader,
            sales
                .OrderByDescending(s => s.Purchased)
                .ThenBy(s => s.OrderId, StringComparer.Ordinal)
                .Select(sale => OrderRow(sale, downloaded))
        );

    public static void Listings(
        SampleFolder folder,
        IEnumerable<(Product Product, bool ByAmazon, int Stock, string Status)> listings
    ) =>
        folder.Tabs(
            "listings.txt",
            ListingsHeader,
            listings.Select(
                (one, at) =>
                    Row(
                        ListingsHeader,
                        new()
                        {
                            ["item-name"] = one.Product.Name,
                            ["item-description"] = one.Product.Description,
                            ["listing-id"] = $"0412ZK{7100 + at * 37}",
                            ["seller-sku"] = one.Product.Sku,
                            ["price"] = Money(one.Product.Price),
                            ["quantity"] = one.ByAmazon ? "" : one.Stock.ToString(CultureInfo.InvariantCulture),
                            ["open-date"] = $"2025-0{3 + at % 6}-1{at % 9} 09:1{at % 9}:00 PDT",
                            ["item-is-marketplace"] = "y",
                            ["product-id-type"] = "1",
                            ["item-condition"] = "11",
                            ["asin1"] = one.Product.Asin,
                            ["will-ship-internationally"] = "1",
                            ["product-id"] = one.Product.Asin,
                            ["pending-quantity"] = "0",
                            ["fulfillment-channel"] = one.ByAmazon ? "AMAZON_NA" : "DEFAULT",
                            ["merchant-shipping-group"] = "Default Template",
                            ["status"] = one.Status,
                        }
                    )
            )
        );

    public static void Feedback(
        SampleFolder folder,
        IEnumerable<(DateOnly Day, int Stars, string Comment, string Reply, string OrderId)> feedback
    ) =>
        folder.Tabs(
            "feedback.txt",
            FeedbackHeader,
            feedback
                .OrderByDescending(f => f.Day)
                .ThenBy(f => f.OrderId, StringComparer.Ordinal)
                .Select(f =>
                    (IReadOnlyList<string>)
                        [
                            f.Day.ToString("M/d/yy", CultureInfo.InvariantCulture),
                            f.Stars.ToString(CultureInfo.InvariantCulture),
                            f.Comment,
                            f.Reply,
                            f.OrderId,
                            "",
                        ]
                )
        );

    private static string[] OrderRow(Sale sale, DateTimeOffset downloaded)
    {
        bool cancelled = sale.Status == "Cancelled";
        decimal price = sale.Product.Price * sale.Quantity;
        DateTimeOffset updated = sale.Purchased.AddHours(31).AddMinutes(7);
        updated = updated < downloaded ? updated : downloaded;
        return Row(
            OrdersHeader,
            new()
            {
                ["amazon-order-id"] = sale.OrderId,
                ["purchase-date"] = SampleFolder.Iso(sale.Purchased.ToUniversalTime()),
                ["last-updated-date"] = SampleFolder.Iso(updated.ToUniversalTime()),
                ["order-status"] = sale.Status,
                ["fulfillment-channel"] = sale.ByAmazon ? "Amazon" : "Merchant",
                ["sales-channel"] = sale.SalesChannel,
                ["ship-service-level"] = sale.ServiceLevel,
                ["product-name"] = sale.Product.Name,
                ["sku"] = sale.Product.Sku,
                ["asin"] = sale.Product.Asin,
                ["item-status"] =
                    cancelled ? "Cancelled"
                    : sale.Status == "Shipped" ? "Shipped"
                    : "Unshipped",
                ["quantity"] = cancelled ? "0" : sale.Quantity.ToString(CultureInfo.InvariantCulture),
                ["currency"] = cancelled ? "" : "USD",
                ["item-price"] = cancelled ? "" : Money(price),
                ["item-tax"] = cancelled ? "" : Money(Math.Round(price * 0.06m, 2)),
                ["ship-city"] = sale.Place.City,
                ["ship-state"] = sale.Place.State,
                ["ship-postal-code"] = sale.Place.PostalCode,
                ["ship-country"] = "US",
                ["is-business-order"] = "false",
            }
        );
    }

    private static string[] Row(IEnumerable<string> header, Dictionary<string, string> values) =>
        [.. header.Select(column => values.GetValueOrDefault(column, ""))];

    private static string Money(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
