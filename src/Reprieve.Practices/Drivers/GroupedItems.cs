using Reprieve.Practices.Accounts;
using Reprieve.Practices.Metrics;

namespace Reprieve.Practices.Drivers;

/// <summary>Counted things, each once in every group it belongs to.</summary>
internal sealed class GroupedItems(IReadOnlyList<Dimension> dimensions, Account account)
{
    private readonly GroupedCounts[] _counts =
    [
        .. dimensions.Select(dimension => new GroupedCounts(dimension, account.Names)),
    ];

    /// <summary>How many there are.</summary>
    public int Size { get; private set; }

    /// <summary>How many of them are misses.</summary>
    public int Bad { get; private set; }

    public IEnumerable<Group> Groups => _counts.SelectMany(count => count.Groups);

    public void Take(in Counted item)
    {
        Size++;
        Bad += item.Bad ? 1 : 0;
        foreach (GroupedCounts count in _counts)
        {
            count.Take(item, account);
        }
    }

    /// <summary>How likely one of the groups has so many misses by chance.</summary>
    public double Tail(Group group) => Significance.Tail(group.Bad, group.Size, Bad, Size);
}
