using System.Runtime.InteropServices;
using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>
/// An order as it stood at the end of the day the review looks back from: a look into the book, as large accounts have
/// millions.
/// </summary>
/// <param name="Number">Its number in the book.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Order(OrderBook Book, int Number)
{
    public OrderKey Key => Book.Numbers[Number];

    /// <summary>Whether an order report has it; else only the shipments table names it, and nothing else is known of it.</summary>
    public bool Reported => Has(OrderTraits.Reported);

    /// <summary>Whether a report has it as the store's; else nothing else is known of it.</summary>
    public bool OfStore => Has(OrderTraits.OfStore);

    /// <summary>The day of the purchase, in the store's zone.</summary>
    public DateOnly Purchased => Book.PurchasedOn(Number);

    /// <summary>An order with a merchant line is a merchant order; null where the report tells neither.</summary>
    public Fulfilment? Program =>
        Has(OrderTraits.Merchant) ? Fulfilment.Merchant
        : Has(OrderTraits.Amazon) ? Fulfilment.Amazon
        : null;

    /// <summary>The order or one of its lines is cancelled.</summary>
    public bool Cancelled => Has(OrderTraits.Cancelled);

    /// <summary>Something of it is still to be shipped.</summary>
    public bool Unshipped => Has(OrderTraits.Unshipped);

    /// <summary>By number; 0 without.</summary>
    public int ServiceLevel => Book.RowOf(Number).Service;

    /// <summary>Country and state by number; 0 without.</summary>
    public int ShipTo => Book.RowOf(Number).ShipTo;

    /// <summary>Its lines.</summary>
    public OrderLines Lines => Book.LinesOf(Number);

    /// <summary>
    /// Whether rates of a programme count it, if it falls into their window: the store's, purchased by the end of the day,
    /// and not exactly Pending.
    /// </summary>
    public bool CountsFor(Fulfilment program) =>
        Has(OrderTraits.Counts | (program is Fulfilment.Merchant ? OrderTraits.Merchant : OrderTraits.Amazon));

    private bool Has(OrderTraits traits) => (Book.TraitsOf(Number) & traits) == traits;
}

/// <summary>What is asked of every order many times.</summary>
[Flags]
internal enum OrderTraits : byte
{
    None = 0,
    OfStore = 1,
    Counts = 2,
    Merchant = 4,
    Amazon = 8,
    Cancelled = 16,
    Unshipped = 32,
    Reported = 64,
}

/// <summary>The lines of an order. Nearly all have one.</summary>
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
