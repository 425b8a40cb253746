using System.Runtime.InteropServices;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>
/// A package: a look at its row, or at one made of several. Dates are null where they are unknown or had not come by the
/// end of the day.
/// </summary>
/// <param name="Place">As the book keeps it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Package(PackageBook Book, int Place)
{
    private ref readonly PackageRow Row => ref Book.RowOf(Place);

    public Moment? ShipBy => Book.Resolve(Row.ShipBy, Row);

    public Moment? Confirmed => Book.Known(Row.Confirmed, Row);

    public Moment? DeliverBy => Book.Resolve(Row.DeliverBy, Row);

    public Moment? Delivered => Book.Known(Row.Delivered, Row);

    /// <summary>Whether the carrier had scanned it by the end of the day.</summary>
    public bool Scanned => Book.IsScanned(Row);

    /// <summary>By number; 0 without.</summary>
    public int Carrier => Row.Carrier;

    /// <summary>Whether it has a tracking id.</summary>
    public bool Tracked => Row.Tracking != 0;

    /// <summary>Whether its file has columns of carrier and tracking id: without, they are unknown, not missing.</summary>
    public bool TellsTracking => Row.TellsTracking;

    /// <summary>An empty quantity is one unit.</summary>
    public int Units => Row.Units ?? 1;
}

/// <summary>The packages of an order.</summary>
/// <param name="place">The place of the first; what the others' are, only the book knows.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly struct OrderPackages(PackageBook book, int group, int place, int count)
{
    public int Count => count;

    public Package this[int number] => new(book, group < 0 ? place : book.PlaceOf(group, number));
}
