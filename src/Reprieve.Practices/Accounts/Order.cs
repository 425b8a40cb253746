using System.Runtime.InteropServices;
using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>An order as it stood at the end of the day the review looks back from. Texts are numbers of names.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Order(OrderKey Key)
{
    /// <summary>Whether an order report has it; else only the shipments table names it.</summary>
    public bool Reported { get; init; }

    /// <summary>Whether it is the store's: else nothing more is known of it.</summary>
    public bool OfStore { get; init; }

    public Moment Purchased { get; init; }

    /// <summary>Whether it had been purchased by the end of the day.</summary>
    public bool Known { get; init; }

    /// <summary>An order with a merchant line is a merchant order; null where the report tells neither.</summary>
    public Fulfilment? Program { get; init; }

    /// <summary>Exactly Pending: not in any rate yet.</summary>
    public bool Pending { get; init; }

    /// <summary>The order or one of its lines is cancelled.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Something of it is still to be shipped.</summary>
    public bool Unshipped { get; init; }

    /// <summary>Whether it may have defects: most have none, and those are not looked for.</summary>
    public bool Defective { get; init; }

    public int ServiceLevel { get; init; }

    public int ShipTo { get; init; }

    /// <summary>Its first line; nearly all have no other.</summary>
    public OrderLine Line { get; init; }

    /// <summary>Its further lines, among those of the account.</summary>
    public Stretch FurtherLines { get; init; }

    /// <summary>
    /// Its packages, among those of the account: of the store's seller-fulfilled orders, and of orders that no report has.
    /// </summary>
    public Stretch Packages { get; init; }

    /// <summary>Whether rates of a programme count it, if it falls into their window.</summary>
    public bool CountsFor(Fulfilment program) => Known && !Pending && Program == program;
}

/// <summary>So many things of an array, from one on.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Stretch(int First, int Count)
{
    /// <summary>Those things.</summary>
    public ReadOnlySpan<T> Of<T>(T[] all) => all.AsSpan(First, Count);
}

/// <summary>A line of an order; 0 where the report has no SKU or ASIN.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OrderLine(int Sku, int Asin, int Units, bool Cancelled);

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

/// <summary>The defects known of an order.</summary>
[Flags]
internal enum Defects
{
    None = 0,
    NegativeFeedback = 1,
    AToZ = 2,
    Chargeback = 4,
}
