using System.Runtime.CompilerServices;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Metrics;

/// <summary>What a metric counted within its window, and day by day around it.</summary>
/// <param name="numbers">The orders by number.</param>
internal sealed class Tally(MetricWindow window, OrderNumbers numbers)
{
    private int _lastAssumed = -1;
    private readonly HashSet<OrderKey> _badOrders = [];

    /// <summary>Weight of all.</summary>
    public long All { get; private set; }

    /// <summary>Weight of the bad ones.</summary>
    public long Bad { get; private set; }

    /// <summary>Orders judged on an assumption.</summary>
    public int Assumed { get; private set; }

    /// <summary>The orders behind the bad ones.</summary>
    public IReadOnlySet<OrderKey> BadOrders => _badOrders;

    public DailyCounts Days { get; } = new(window);

    /// <returns>Whether any of them stands in the window.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Add(ReadOnlySpan<Counted> items)
    {
        bool inside = false;
        foreach (ref readonly Counted item in items)
        {
            Days.Add(item);
            if (window.Holds(item.Day))
            {
                AddInside(item);
                inside = true;
            }
        }

        return inside;
    }

    private void AddInside(in Counted item)
    {
        All += item.Weight;
        if (item.Assumed && item.Order != _lastAssumed)
        {
            // What is counted of an order comes together.
            _lastAssumed = item.Order;
            Assumed++;
        }

        if (item is { Bad: true, Weight: > 0 })
        {
            Bad += item.Weight;
            _badOrders.Add(numbers[item.Order]);
        }
    }
}
