using System.Runtime.InteropServices;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>
/// A package: a look at its row, or at one made of several, and at its dates. They are null where they are unknown or had
/// not come by the end of the day.
/// </summary>
internal readonly ref struct Package(ref readonly PackageRow row, ref readonly PackageDates dates)
{
    private readonly ref readonly PackageRow _row = ref row;
    private readonly ref readonly PackageDates _dates = ref dates;

    public Moment? ShipBy => _dates.ShipBy.OrNull;

    public Moment? Confirmed => _dates.Confirmed.OrNull;

    public Moment? DeliverBy => _dates.DeliverBy.OrNull;

    public Moment? Delivered => _dates.Delivered.OrNull;

    /// <summary>Whether the carrier had scanned it by the end of the day.</summary>
    public bool Scanned => _dates.Scanned;

    /// <summary>By number; 0 without.</summary>
    public int Carrier => _row.Carrier;

    /// <summary>Whether it has a tracking id.</summary>
    public bool Tracked => _row.Tracking != 0;

    /// <summary>Whether its file has columns of carrier and tracking id: without, they are unknown, not missing.</summary>
    public bool TellsTracking => _row.TellsTracking;

    /// <summary>An empty quantity is one unit.</summary>
    public int Units => _row.Units ?? 1;
}

/// <summary>The packages of an order.</summary>
/// <param name="place">The place of the first; what the others' are, only the book knows.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly struct OrderPackages(PackageBook book, int group, int place, int count)
{
    public int Count => count;

    public Package this[int number] => book.PackageAt(group < 0 ? place : book.PlaceOf(group, number));
}
