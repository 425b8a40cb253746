using System.Runtime.InteropServices;
using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>
/// An order as it stood at the end of the day the review looks back from: a look at its row, as large accounts have
/// millions.
/// </summary>
/// <param name="Number">Its number among the orders of the account.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Order(OrderBook Book, int Number)
{
    private ref readonly OrderRow Row => ref Book.RowOf(Number);

    public OrderKey Key => Book.Numbers[Number];

    /// <summary>Whether an order report has it; else only the shipments table names it, and nothing else is known of it.</summary>
    public bool Reported => Book.Has(Number);

    /// <summary>Whether a report has it as the store's.</summary>
    public bool OfStore => Reported && Book.IsOfStore(Row);

    public Moment Purchased => Book.PurchasedAt(Row);

    /// <summary>An order with a merchant line is a merchant order; null where the report tells neither.</summary>
    public Fulfilment? Program => Row.Fulfilment;

    /// <summary>The order or one of its lines is cancelled.</summary>
    public bool Cancelled => Row.Cancelled || Row.LineCancelled;

    /// <summary>Something of it is still to be shipped.</summary>
    public bool Unshipped => Row.Unshipped && !Row.LineCancelled;

    /// <summary>By number; 0 without.</summary>
    public int ServiceLevel => Row.Service;

    /// <summary>Country and state by number; 0 without.</summary>
    public int ShipTo => Row.ShipTo;

    /// <summary>Its lines.</summary>
    public OrderLines Lines => Book.LinesOf(Number);

    /// <summary>
    /// Whether rates of a programme count it, if it falls into their window: the store's, purchased by the end of the day,
    /// and not exactly Pending.
    /// </summary>
    public bool CountsFor(Fulfilment program)
    {
        if (!Reported)
        {
            return false;
        }

        ref readonly OrderRow row = ref Row;
        return row.Fulfilment == program && !row.Pending && Book.IsOfStore(row) && Book.IsKnown(row);
    }
}

/// <summary>The lines of an order. Nearly all have one, which costs no array.</summary>
/// <param name="only">The line, where there is one only.</param>
/// <param name="several">The lines, where there are several.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly struct OrderLines(OrderLine only, OrderLine[]? several)
{
    private readonly OrderLine _only = only;

    public int Count => several?.Length ?? 1;

    public OrderLine this[int line] => several is null ? _only : several[line];
}

/// <summary>A line of an order; 0 where the report has no SKU or ASIN.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OrderLine(int Sku, int Asin, int Units, bool Cancelled);

/// <summary>The defects known of an order.</summary>
[Flags]
internal enum Defects : byte
{
    None = 0,
    NegativeFeedback = 1,
    AToZ = 2,
    Chargeback = 4,
}
