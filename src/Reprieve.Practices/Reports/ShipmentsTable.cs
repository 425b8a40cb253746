using System.Globalization;

namespace Reprieve.Practices.Reports;

/// <summary>
/// Our own table of packages, and the late-shipment and on-time-delivery downloads of the Account Health page, which
/// have part of its columns under other names. An empty field means unknown, or that it has not happened.
/// </summary>
internal static class ShipmentsTable
{
    private const int OrderId = 0;
    private const int ShipBy = 1;
    private const int Confirmed = 2;
    private const int Carrier = 3;
    private const int Tracking = 4;
    private const int FirstScan = 5;
    private const int DeliverBy = 6;
    private const int Delivered = 7;
    private const int Quantity = 8;
    private const int Sku = 9;
    private const int Valid = 10;

    /// <summary>More units in one package than any seller ships: the column is another one.</summary>
    private const int MaxUnits = 1_000_000;

    public static readonly ReportKind Kind = new(
        "shipments",
        [
            "order-id",
            "ship-by",
            "ship-confirmed",
            "carrier",
            "tracking-id",
            "first-scan",
            "deliver-by",
            "delivered",
            "quantity",
            "sku",
            "has-valid-tracking",
        ],
        Needed: 3,
        Take
    );

    private static string? Take(ReportRow row, Imports into)
    {
        if (!row.TryOrder(OrderId, into.Names, out OrderKey order))
        {
            return Reject.OrderId(row[OrderId]);
        }

        Span<Stamp> dates = stackalloc Stamp[Delivered + 1];
        foreach (int column in (ReadOnlySpan<int>)[ShipBy, Confirmed, FirstScan, DeliverBy, Delivered])
        {
            if (!row.TryStamp(column, out dates[column]))
            {
                return Reject.Date(Kind.Columns[column], row[column]);
            }
        }

        int? units = null;
        if (row.Utf8(Quantity) is [>= (byte)'0' and <= (byte)'9' and var digit])
        {
            units = digit - (byte)'0';
        }
        else if (!row.Utf8(Quantity).IsEmpty)
        {
            if (
                !decimal.TryParse(
                    row.Utf8(Quantity),
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out decimal number
                )
                || number > MaxUnits
                || number != decimal.Truncate(number)
            )
            {
                return Reject.Number(Kind.Columns[Quantity], row[Quantity], 0, MaxUnits);
            }

            units = (int)number;
        }

        ulong tracking = row.Utf8(Tracking) is { IsEmpty: false } id ? TextHash.Of(id) : 0;
        if (tracking != 0 && YesNo.TryRead(row[Valid], out bool? valid) && valid is { } known)
        {
            into.ValidTracking[tracking] = known;
        }

        into.Packages.Add(
            new PackageRow(
                order,
                dates[ShipBy],
                dates[Confirmed],
                dates[FirstScan],
                dates[DeliverBy],
                dates[Delivered],
                into.Names.Of(row.Utf8(Carrier)),
                tracking,
                units,
                row.File,
                row.Has(Carrier) && row.Has(Tracking),
                row.Has(Tracking) ? 0 : into.Names.Of(row.Utf8(Sku))
            )
        );
        return null;
    }
}
