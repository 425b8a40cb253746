using Reprieve.Practices.Metrics;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>
/// What the files show of one store's orders, as of one day: what the metrics are computed from. Large accounts have
/// millions of orders, so that all stands in arrays without objects.
/// </summary>
internal sealed record Account
{
    /// <summary>All orders that any report or the shipments table has, other stores' too, by number.</summary>
    public required Order[] Orders { get; init; }

    /// <summary>The second and further lines of orders that have such.</summary>
    public required OrderLine[] FurtherLines { get; init; }

    /// <summary>The packages, those of an order together.</summary>
    public required Package[] Packages { get; init; }

    /// <summary>The orders' numbers.</summary>
    public required OrderNumbers Numbers { get; init; }

    /// <summary>Orders with defects, the store's and others.</summary>
    public required IReadOnlyDictionary<OrderKey, Defects> Defects { get; init; }

    /// <summary>Who asked for the cancellation, where a file says.</summary>
    public required IReadOnlyDictionary<OrderKey, Requester> Requesters { get; init; }

    /// <summary>Types of the files that were read.</summary>
    public required IReadOnlySet<string> Types { get; init; }

    /// <summary>What the numbers of SKUs, ASINs and carriers stand for.</summary>
    public required Names Names { get; init; }

    /// <summary>Looks an order up.</summary>
    /// <returns>Known is whether any report has it; the order is null where it is not the store's.</returns>
    public (bool Known, Order? Order) Find(OrderKey key) =>
        Numbers.Find(key) is >= 0 and var number && Orders[number] is { Reported: true } order
            ? (true, order.OfStore ? order : null)
            : (false, null);

    /// <summary>The defects of an order.</summary>
    public Defects DefectsOf(in Order order) =>
        order.Defective ? Defects.GetValueOrDefault(order.Key) : Accounts.Defects.None;

    /// <summary>Who asked for the cancellation of an order; null where nothing says so.</summary>
    public Requester? RequesterOf(OrderKey order) => Requesters.TryGetValue(order, out Requester by) ? by : null;

    /// <summary>The packages of an order.</summary>
    public ReadOnlySpan<Package> PackagesOf(in Order order) => order.Packages.Of(Packages);

    /// <summary>The packages of what a metric counted: the order's, or the one that was counted.</summary>
    public ReadOnlySpan<Package> PackagesOf(in Counted item) =>
        item.Package < 0 ? PackagesOf(Orders[item.Order]) : Packages.AsSpan(item.Package, 1);

    /// <summary>The ASINs of an order's lines, each once.</summary>
    public IReadOnlyList<string> AsinsOf(in Order order)
    {
        List<string> asins = [];
        Add(order.Line, asins);
        foreach (ref readonly OrderLine line in order.FurtherLines.Of(FurtherLines))
        {
            Add(line, asins);
        }

        return asins;
    }

    private void Add(OrderLine line, List<string> asins)
    {
        if (line.Asin != 0 && !asins.Contains(Names[line.Asin]))
        {
            asins.Add(Names[line.Asin]);
        }
    }
}
