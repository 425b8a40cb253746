using System.Runtime.InteropServices;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>A package; null where a date is unknown or had not come by the end of the day.</summary>
/// <param name="Scanned">Whether the carrier had scanned it by the end of the day.</param>
/// <param name="Carrier">By number; 0 without.</param>
/// <param name="TellsTracking">Whether its file has columns of carrier and tracking id: without, they are unknown, not missing.</param>
/// <param name="Line">The SKU by number where rows are lines of an order rather than packages.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Package(
    Moment? ShipBy,
    Moment? Confirmed,
    bool Scanned,
    Moment? DeliverBy,
    Moment? Delivered,
    int Carrier,
    ulong Tracking,
    int? Quantity,
    bool TellsTracking = true,
    int Line = 0
)
{
    /// <summary>An empty quantity is one unit.</summary>
    public int Units => Quantity ?? 1;
}

/// <summary>The packages of an order. Nearly all have one, which is made of its row when it is looked at.</summary>
/// <param name="place">The place of the only row; -1 where there is none, or several.</param>
/// <param name="several">The packages, where there are several.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly struct OrderPackages(PackageBook book, int place, Package[] several)
{
    public int Count => place < 0 ? several.Length : 1;

    public Package this[int number] => place < 0 ? several[number] : book.PackageAt(place);
}
