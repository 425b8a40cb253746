using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>An order as it stood at the end of the day the review looks back from.</summary>
/// <param name="Program">An order with a merchant line is a merchant order; null where the report tells neither.</param>
/// <param name="Pending">Exactly Pending: not in any rate yet.</param>
/// <param name="Cancelled">The order or one of its lines is cancelled.</param>
/// <param name="Unshipped">Something of it is still to be shipped.</param>
internal sealed record Order(
    OrderKey Key,
    Moment Purchased,
    Fulfilment? Program,
    bool Pending,
    bool Cancelled,
    bool Unshipped,
    string ServiceLevel,
    string ShipTo,
    IReadOnlyList<OrderLine> Lines
)
{
    /// <summary>The defects known of it.</summary>
    public Defects Defects { get; set; }

    /// <summary>Its packages, where the shipments table has them.</summary>
    public IReadOnlyList<Package>? Packages { get; set; }
}

/// <summary>A line of an order; empty texts where the report has none.</summary>
internal sealed record OrderLine(string Sku, string Asin, int Units, bool Cancelled);

/// <summary>The packages of a seller-fulfilled order.</summary>
/// <param name="Order">Null where no report has the order.</param>
internal sealed record Shipment(OrderKey Key, Order? Order, IReadOnlyList<Package> Packages);

/// <summary>A package; null where a date is unknown or had not come by the end of the day.</summary>
/// <param name="TellsTracking">Whether its file has columns of carrier and tracking id: without, they are unknown, not missing.</param>
/// <param name="Line">The SKU by number where rows are lines of an order rather than packages.</param>
internal sealed record Package(
    Moment? ShipBy,
    Moment? Confirmed,
    Moment? FirstScan,
    Moment? DeliverBy,
    Moment? Delivered,
    string Carrier,
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

/// <summary>What the files show of one store's orders, as of one day: what the metrics are computed from.</summary>
internal sealed record Account
{
    /// <summary>The store's orders, purchased late enough to matter for a metric or its recovery.</summary>
    public required IReadOnlyList<Order> Orders { get; init; }

    /// <summary>Shipments of the store's seller-fulfilled orders, by order id.</summary>
    public required IReadOnlyList<Shipment> Shipments { get; init; }

    /// <summary>Orders with defects, the store's and others.</summary>
    public required IReadOnlyDictionary<OrderKey, Defects> Defects { get; init; }

    /// <summary>Who asked for the cancellation, where a file says.</summary>
    public required IReadOnlyDictionary<OrderKey, Requester> Requesters { get; init; }

    /// <summary>The defects of an order.</summary>
    public Defects DefectsOf(OrderKey order) => Defects.GetValueOrDefault(order);

    /// <summary>The shipment of an order; null where the shipments table does not have it or it is too old to matter.</summary>
    public Shipment? ShipmentOf(OrderKey order)
    {
        int low = 0;
        int high = Shipments.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Shipments[middle].Key.Value < order.Value ? (middle + 1, high) : (low, middle);
        }

        return low < Shipments.Count && Shipments[low].Key == order ? Shipments[low] : null;
    }

    /// <summary>Who asked for the cancellation of an order; null where nothing says so.</summary>
    public Requester? RequesterOf(OrderKey order) => Requesters.TryGetValue(order, out Requester by) ? by : null;

    /// <summary>Types of the files that were read.</summary>
    public required IReadOnlySet<string> Types { get; init; }
}
