using Reprieve.Practices.Metrics;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>
/// What the files show of one store's orders, as of one day: what the metrics are computed from. Large accounts have
/// millions of orders, so that they stand in arrays and name each other by number.
/// </summary>
internal sealed record Account
{
    /// <summary>All orders of the reports, other stores' too, by order id.</summary>
    public required Order[] Orders { get; init; }

    /// <summary>Shipments of the store's seller-fulfilled orders and of orders that no report has, by order id.</summary>
    public required Shipment[] Shipments { get; init; }

    /// <summary>The packages of the shipments, those of one together.</summary>
    public required Package[] Packages { get; init; }

    /// <summary>Orders with defects, the store's and others.</summary>
    public required IReadOnlyDictionary<OrderKey, Defects> Defects { get; init; }

    /// <summary>Who asked for the cancellation, where a file says.</summary>
    public required IReadOnlyDictionary<OrderKey, Requester> Requesters { get; init; }

    /// <summary>Types of the files that were read.</summary>
    public required IReadOnlySet<string> Types { get; init; }

    /// <summary>Stands for the number of names.</summary>
    public required Names Names { get; init; }

    /// <summary>The defects of an order.</summary>
    public Defects DefectsOf(in Order order) =>
        order.Defective ? Defects.GetValueOrDefault(order.Key) : Accounts.Defects.None;

    /// <summary>The packages of a shipment.</summary>
    public ReadOnlySpan<Package> PackagesOf(Shipment shipment) => Packages.AsSpan(shipment.First, shipment.Count);

    /// <summary>The packages of what a metric counted.</summary>
    public ReadOnlySpan<Package> PackagesOf(in Counted item) =>
        item.Package < 0 ? PackagesOf(item.Key) : Packages.AsSpan(item.Package, item.Packages);

    /// <summary>The packages of an order; none where the shipments table does not have it.</summary>
    public ReadOnlySpan<Package> PackagesOf(OrderKey order)
    {
        int low = 0;
        int high = Shipments.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Shipments[middle].Key.Value < order.Value ? (middle + 1, high) : (low, middle);
        }

        return low < Shipments.Length && Shipments[low].Key == order ? PackagesOf(Shipments[low]) : default;
    }

    /// <summary>Who asked for the cancellation of an order; null where nothing says so.</summary>
    public Requester? RequesterOf(OrderKey order) => Requesters.TryGetValue(order, out Requester by) ? by : null;
}
