using System.Globalization;
using System.Runtime.CompilerServices;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Reports;

/// <summary>
/// Amazon's all-orders reports, by order date or by last update, in all variants: columns in any order, further ones
/// ignored. A row is a line of an order.
/// </summary>
internal static class AllOrdersReport
{
    private const int OrderId = 0;
    private const int PurchaseDate = 1;
    private const int OrderStatus = 2;
    private const int FulfillmentChannel = 3;
    private const int LastUpdated = 4;
    private const int SalesChannel = 5;
    private const int ItemStatus = 6;
    private const int Sku = 7;
    private const int Asin = 8;
    private const int Quantity = 9;
    private const int Service = 10;
    private const int ShipState = 11;
    private const int ShipCountry = 12;
    private const int LastColumn = 18;

    /// <summary>Columns of which something is kept, from the first.</summary>
    public const int Kept = ShipCountry + 1;

    public static readonly ReportKind Kind = new(
        "all_orders",
        [
            "amazon-order-id",
            "purchase-date",
            "order-status",
            "fulfillment-channel",
            "last-updated-date",
            "sales-channel",
            "item-status",
            "sku",
            "asin",
            "quantity",
            "ship-service-level",
            "ship-state",
            "ship-country",
            // Only told apart, never kept: two lines of one SKU may differ in these alone.
            "product-name",
            "item-price",
            "item-tax",
            "shipping-price",
            "item-promotion-discount",
            "promotion-ids",
        ],
        Needed: 4,
        Take
    );

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static string? Take(ReportRow row, Imports into)
    {
        if (!OrderKey.TryRead(row[OrderId], into.Names, out OrderKey order))
        {
            return Reject.OrderId(row[OrderId]);
        }

        if (!row.TryStamp(PurchaseDate, out Stamp purchased) || !purchased.Known)
        {
            return Reject.Date(Kind.Columns[PurchaseDate], row[PurchaseDate]);
        }

        if (!row.TryStamp(LastUpdated, out Stamp updated))
        {
            return Reject.Date(Kind.Columns[LastUpdated], row[LastUpdated]);
        }

        ReadOnlySpan<char> status = row[OrderStatus];
        into.Orders.Add(
            new OrderRow(
                order,
                purchased,
                updated,
                Identity(row, status),
                row.File,
                row.Has(SalesChannel) ? LowerName(row[SalesChannel], into.Names) : -1,
                into.Names.Of(row[Sku]),
                into.Names.Of(row[Asin]),
                into.Names.OfFew(row[Service]),
                ShipTo(row[ShipCountry], row[ShipState], into.Names),
                Units(row[Quantity]),
                FulfilmentOf(row[FulfillmentChannel]),
                Is(status, "Pending"),
                IsCancelled(status),
                IsCancelled(row[ItemStatus]),
                IsUnshipped(status)
            )
        );
        return null;
    }

    private static bool IsCancelled(ReadOnlySpan<char> status) =>
        status.StartsWith("Cancel", StringComparison.OrdinalIgnoreCase);

    private static bool IsUnshipped(ReadOnlySpan<char> status) =>
        status.StartsWith("Unshipped", StringComparison.OrdinalIgnoreCase)
        || status.StartsWith("Partially", StringComparison.OrdinalIgnoreCase);

    private static Fulfilment? FulfilmentOf(ReadOnlySpan<char> channel) =>
        Is(channel, "Merchant") || Is(channel, "MFN") ? Fulfilment.Merchant
        : Is(channel, "Amazon") || Is(channel, "AFN") ? Fulfilment.Amazon
        : null;

    private static bool Is(ReadOnlySpan<char> value, string word) =>
        value.Length == word.Length && value.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>An empty quantity is 1, and so is one that is no number: no metric rests on it.</summary>
    private static int Units(ReadOnlySpan<char> quantity) =>
        int.TryParse(quantity, NumberStyles.None, CultureInfo.InvariantCulture, out int units) ? units : 1;

    /// <summary>Longest store or place that is kept; longer ones are cut.</summary>
    private const int MaxName = 100;

    private static int LowerName(ReadOnlySpan<char> text, Names names)
    {
        Span<char> lower = stackalloc char[MaxName];
        int length = text[..Math.Min(text.Length, MaxName)].ToLowerInvariant(lower);
        return names.OfFew(lower[..length]);
    }

    /// <summary>Country and state, as far as they are there: "US/CA".</summary>
    private static int ShipTo(ReadOnlySpan<char> country, ReadOnlySpan<char> state, Names names)
    {
        Span<char> place = stackalloc char[(2 * MaxName) + 1];
        int length = country[..Math.Min(country.Length, MaxName)].ToUpperInvariant(place);
        if (length > 0 && !state.IsEmpty)
        {
            place[length++] = '/';
            length += state[..Math.Min(state.Length, MaxName)].ToUpperInvariant(place[length..]);
        }

        return names.OfFew(place[..length]);
    }

    /// <summary>A hash over what is not kept of the columns that all variants share; stable within a run is enough.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Identity(ReportRow row, ReadOnlySpan<char> status)
    {
        ulong hash = TextHash.Of(status);
        hash = TextHash.Add(hash, row[FulfillmentChannel]);
        hash = TextHash.Add(hash, row[ItemStatus]);
        for (int column = Kept; column <= LastColumn; column++)
        {
            hash = TextHash.Add(hash, row[column]);
        }

        return (int)hash;
    }
}
