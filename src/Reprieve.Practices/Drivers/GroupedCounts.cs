using System.Runtime.InteropServices;
using Reprieve.Practices.Metrics;

namespace Reprieve.Practices.Drivers;

/// <summary>The groups of one dimension, being counted.</summary>
internal sealed class GroupedCounts
{
    private readonly Dictionary<int, Group> _groups = [];
    private int _item;

    public IEnumerable<Group> Groups => _groups.Values;

    /// <summary>Begins with the next counted thing, which stands in each group once.</summary>
    public void Begin() => _item++;

    public void Add(int number, in Counted item)
    {
        ref Group? group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, number, out _);
        group ??= new Group(number);
        if (group.LastItem != _item)
        {
            group.LastItem = _item;
            group.Size++;
            group.Bad += item.Bad ? 1 : 0;
            group.Weight += item.Weight;
            group.BadWeight += item.Bad ? item.Weight : 0;
        }
    }
}

/// <summary>A group being counted: orders or packages for the test, and the weights that the metric counts (units, maybe).</summary>
/// <param name="Number">What tells it from others of its dimension.</param>
internal sealed record Group(int Number)
{
    public string Dimension { get; init; } = "";

    public string Value { get; init; } = "";

    public int Size { get; set; }

    public int Bad { get; set; }

    public long Weight { get; set; }

    public long BadWeight { get; set; }

    /// <summary>The counted thing that was added last.</summary>
    public int LastItem { get; set; }
}
