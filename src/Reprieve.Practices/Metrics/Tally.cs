using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Metrics;

/// <summary>What a metric counted within its window, and day by day around it.</summary>
internal sealed class Tally(MetricWindow window)
{
    private readonly HashSet<OrderKey> _assumed = [];
    private readonly HashSet<OrderKey> _badOrders = [];

    /// <summary>Weight of all.</summary>
    public long All { get; private set; }

    /// <summary>Weight of the bad ones.</summary>
    public long Bad { get; private set; }

    /// <summary>Orders judged on an assumption.</summary>
    public int Assumed => _assumed.Count;

    /// <summary>The orders behind the bad ones.</summary>
    public IReadOnlySet<OrderKey> BadOrders => _badOrders;

    public DailyCounts Days { get; } = new(window);

    public void Add(in Counted item)
    {
        Days.Add(item);
        if (!window.Holds(item.Day))
        {
            return;
        }

        All += item.Weight;
        if (item.Assumed)
        {
            _assumed.Add(item.Key);
        }

        if (item is { Bad: true, Weight: > 0 })
        {
            Bad += item.Weight;
            _badOrders.Add(item.Key);
        }
    }
}
