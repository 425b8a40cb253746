using System.Globalization;

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

    private static string? Take(ReportRow row, Imports into)
    {
        if (!row.TryOrder(OrderId, into.Names, out OrderKey order))
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

        ReadOnlySpan<byte> status = row.Utf8(OrderStatus);
        into.Orders.Add(
            new OrderRow(
                order,
                purchased,
                updated,
                Identity(row, status),
                row.File,
                row.Has(SalesChannel) ? into.Names.Lower.Of(Utf8Text.Cut(row.Utf8(SalesChannel), MaxName)) : -1,
                into.Names.Of(row.Utf8(Sku)),
                into.Names.Of(row.Utf8(Asin)),
                into.Names.Of(row.Utf8(Service)),
                ShipTo(row.Utf8(ShipCountry), row.Utf8(ShipState), into.Names),
                Units(row.Utf8(Quantity)),
                Channel(row.Utf8(FulfillmentChannel))
                    | If(Utf8Text.Is(status, "Pending"u8), OrderMarks.Pending)
                    | If(IsCancelled(status), OrderMarks.Cancelled)
                    | If(IsCancelled(row.Utf8(ItemStatus)), OrderMarks.LineCancelled)
                    | If(IsUnshipped(status), OrderMarks.Unshipped)
            )
        );
        return null;
    }

    private static bool IsCancelled(ReadOnlySpan<byte> status) => Utf8Text.StartsWith(status, "Cancel"u8);

    private static bool IsUnshipped(ReadOnlySpan<byte> status) =>
        Utf8Text.StartsWith(status, "Unshipped"u8) || Utf8Text.StartsWith(status, "Partially"u8);

    private static OrderMarks Channel(ReadOnlySpan<byte> channel) =>
        Utf8Text.Is(channel, "Merchant"u8) || Utf8Text.Is(channel, "MFN"u8) ? OrderMarks.Merchant
        : Utf8Text.Is(channel, "Amazon"u8) || Utf8Text.Is(channel, "AFN"u8) ? OrderMarks.Amazon
        : OrderMarks.None;

    private static OrderMarks If(bool holds, OrderMarks mark) => holds ? mark : OrderMarks.None;

    /// <summary>An empty quantity is 1, and so is one that is no number: no metric rests on it.</summary>
    private static int Units(ReadOnlySpan<byte> quantity) =>
        quantity is [>= (byte)'0' and <= (byte)'9' and var digit] ? digit - (byte)'0'
        : int.TryParse(quantity, NumberStyles.None, CultureInfo.InvariantCulture, out int units) ? units
        : 1;

    /// <summary>Longest store or place that is kept, in bytes; longer ones are cut.</summary>
    private const int MaxName = 100;

    /// <summary>Country and state, as far as they are there: "US/CA".</summary>
    private static int ShipTo(ReadOnlySpan<byte> country, ReadOnlySpan<byte> state, Names names)
    {
        country = Utf8Text.Cut(country, MaxName);
        if (country.IsEmpty || state.IsEmpty)
        {
            return names.Upper.Of(country);
        }

        state = Utf8Text.Cut(state, MaxName);
        Span<byte> place = stackalloc byte[(2 * MaxName) + 1];
        country.CopyTo(place);
        place[country.Length] = (byte)'/';
        state.CopyTo(place[(country.Length + 1)..]);
        return names.Upper.Of(place[..(country.Length + 1 + state.Length)]);
    }

    /// <summary>A hash over what is not kept of the columns that all variants share; stable within a run is enough.</summary>
    private static int Identity(ReportRow row, ReadOnlySpan<byte> status)
    {
        ulong hash = TextHash.Of(status);
        hash = TextHash.Add(hash, row.Utf8(FulfillmentChannel));
        hash = TextHash.Add(hash, row.Utf8(ItemStatus));
        for (int column = Kept; column <= LastColumn; column++)
        {
            hash = TextHash.Add(hash, row.Utf8(column));
        }

        return (int)hash;
    }
}
