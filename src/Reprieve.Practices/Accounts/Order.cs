using System.Runtime.InteropServices;
using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>An order as it stood at the end of the day the review looks back from. Texts are numbers of names.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Order(OrderKey Key)
{
    /// <summary>Whether it is the store's: else nothing more is known of it than that a report has it.</summary>
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

    public OrderLines Lines { get; init; }

    /// <summary>Whether rates of a programme count it, if it falls into their window.</summary>
    public bool CountsFor(Fulfilment program) => Known && !Pending && Program == program;

    /// <summary>The ASINs of its lines, each once.</summary>
    public IReadOnlyList<string> AsinsOf(Names names)
    {
        List<string> asins = new(Lines.Count);
        for (int i = 0; i < Lines.Count; i++)
        {
            string asin = names[Lines[i].Asin];
            if (asin.Length > 0 && !asins.Contains(asin))
            {
                asins.Add(asin);
            }
        }

        return asins;
    }
}

/// <summary>The lines of an order. Nearly all have one, which costs no array.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct OrderLines(OrderLine first, OrderLine[] others)
{
    private readonly OrderLine _first = first;
    private readonly OrderLine[]? _others = others;

    /// <summary>None for an order that is not the store's.</summary>
    public int Count => _others is null ? 0 : 1 + _others.Length;

    public OrderLine this[int line] => line == 0 ? _first : _others![line - 1];
}

/// <summary>A line of an order; 0 where the report has no SKU or ASIN.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OrderLine(int Sku, int Asin, int Units, bool Cancelled);

/// <summary>The packages of a seller-fulfilled order.</summary>
/// <param name="Order">The order's number in the account; -1 where no report has it.</param>
/// <param name="First">Number of its first package; the others follow.</param>
/// <param name="Count">How many there are.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Shipment(OrderKey Key, int Order, int First, int Count);

/// <summary>A package; null where a date is unknown or had not come by the end of the day.</summary>
/// <param name="Carrier">By number; 0 without.</param>
/// <param name="TellsTracking">Whether its file has columns of carrier and tracking id: without, they are unknown, not missing.</param>
/// <param name="Line">The SKU by number where rows are lines of an order rather than packages.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Package(
    Moment? ShipBy,
    Moment? Confirmed,
    Moment? FirstScan,
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
