using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Metrics;

/// <summary>What a metric counted within its window, and day by day around it.</summary>
/// <param name="All">Weight of all.</param>
/// <param name="Bad">Weight of the bad ones.</param>
/// <param name="Assumed">Orders judged on an assumption.</param>
/// <param name="BadOrders">The orders behind the bad ones.</param>
internal sealed record Tally(long All, long Bad, int Assumed, IReadOnlySet<OrderKey> BadOrders, DailyCounts Days)
{
    public static Tally Of(IEnumerable<Counted> items, MetricWindow window)
    {
        (long all, long bad) = (0, 0);
        HashSet<OrderKey> assumed = [];
        HashSet<OrderKey> orders = [];
        var days = new DailyCounts(window);
        foreach (Counted item in items)
        {
            days.Add(item);
            if (!window.Holds(item.Day))
            {
                continue;
            }

            all += item.Weight;
            if (item.Assumed)
            {
                assumed.Add(item.Key);
            }

            if (item is { Bad: true, Weight: > 0 })
            {
                bad += item.Weight;
                orders.Add(item.Key);
            }
        }

        return new Tally(all, bad, assumed.Count, orders, days);
    }
}
