using System.Runtime.InteropServices;
using Reprieve.Practices.Accounts;
using Reprieve.Practices.Metrics;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Drivers;

/// <summary>The groups of one dimension, being counted.</summary>
/// <param name="names">What numbers stand for.</param>
internal sealed class GroupedCounts(Dimension dimension, Names names)
{
    private readonly Dictionary<int, Group> _groups = [];
    private int _item;

    public IEnumerable<Group> Groups => _groups.Values;

    /// <summary>Counts a thing in its groups, once in each.</summary>
    public void Take(in Counted item, Account account)
    {
        _item++;
        dimension.Take(item, account, this);
    }

    /// <summary>Puts the thing that is counted into a group.</summary>
    public void Add(int number, in Counted item)
    {
        ref Group? group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, number, out _);
        group ??= new Group(dimension, dimension.Text(number, names));
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
internal sealed class Group(Dimension dimension, string value)
{
    public Dimension Dimension => dimension;

    public string Value => value;

    public int Size { get; set; }

    public int Bad { get; set; }

    public long Weight { get; set; }

    public long BadWeight { get; set; }

    /// <summary>The counted thing that was added last.</summary>
    public int LastItem { get; set; }
}
