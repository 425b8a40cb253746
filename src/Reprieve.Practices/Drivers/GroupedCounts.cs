using Reprieve.Practices.Accounts;
using Reprieve.Practices.Metrics;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Drivers;

/// <summary>The groups of one dimension, being counted.</summary>
/// <param name="names">What numbers stand for.</param>
internal sealed class GroupedCounts(Dimension dimension, Names names)
{
    private readonly List<Group> _groups = [];

    /// <summary>By number, which group it is and one; 0 for none yet. Numbers are small: of texts in the files, or of days.</summary>
    private int[] _places = new int[64];
    private int _item;

    public IReadOnlyList<Group> Groups => _groups;

    /// <summary>Counts a thing in its groups, once in each.</summary>
    public void Take(in Counted item, Account account)
    {
        _item++;
        dimension.Take(item, account, this);
    }

    /// <summary>Puts the thing that is counted into a group.</summary>
    public void Add(int number, in Counted item)
    {
        Group group = Of(number);
        if (group.LastItem != _item)
        {
            group.LastItem = _item;
            group.Size++;
            group.Bad += item.Bad ? 1 : 0;
            group.Weight += item.Weight;
            group.BadWeight += item.Bad ? item.Weight : 0;
        }
    }

    private Group Of(int number)
    {
        if (number >= _places.Length)
        {
            Array.Resize(ref _places, Math.Max(number + 1, 2 * _places.Length));
        }

        ref int place = ref _places[number];
        if (place == 0)
        {
            _groups.Add(new Group(dimension, dimension.Text(number, names)));
            place = _groups.Count;
        }

        return _groups[place - 1];
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
