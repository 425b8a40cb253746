using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>What the files show of one store's orders, as of one day: what the metrics are computed from.</summary>
internal sealed record Account
{
    /// <summary>All orders that any report or the shipments table has, other stores' too.</summary>
    public required OrderBook Orders { get; init; }

    /// <summary>Their packages.</summary>
    public required PackageBook Packages { get; init; }

    /// <summary>The orders' defects, by number.</summary>
    public required Defects[] Defects { get; init; }

    /// <summary>Who asked for the cancellation, where a file says.</summary>
    public required IReadOnlyDictionary<OrderKey, Requester> Requesters { get; init; }

    /// <summary>Types of the files that were read.</summary>
    public required IReadOnlySet<string> Types { get; init; }

    /// <summary>What the numbers of SKUs, ASINs and carriers stand for.</summary>
    public required Names Names { get; init; }

    /// <summary>The defects of an order.</summary>
    public Defects DefectsOf(OrderKey order) =>
        Orders.Numbers.Find(order) is >= 0 and var number ? Defects[number] : Accounts.Defects.None;

    /// <summary>Who asked for the cancellation of an order; null where nothing says so.</summary>
    public Requester? RequesterOf(OrderKey order) => Requesters.TryGetValue(order, out Requester by) ? by : null;

    /// <summary>The ASINs of an order's lines, each once.</summary>
    public IReadOnlyList<string> AsinsOf(Order order)
    {
        List<string> asins = [];
        OrderLines lines = order.Lines;
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].Asin != 0 && !asins.Contains(Names[lines[i].Asin]))
            {
                asins.Add(Names[lines[i].Asin]);
            }
        }

        return asins;
    }
}
