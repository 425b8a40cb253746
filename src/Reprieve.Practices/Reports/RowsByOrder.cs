using System.Runtime.InteropServices;

namespace Reprieve.Practices.Reports;

/// <summary>Where the rows of each order are. Of nearly all orders there is one; those with several are groups.</summary>
/// <param name="rows">The rows; more may be added before <see cref="Group"/>.</param>
/// <param name="keyOf">The order of a row.</param>
/// <param name="numbers">Gives orders that have no number yet one.</param>
internal sealed class RowsByOrder<T>(RowStore<T> rows, RowsByOrder<T>.KeyOf keyOf, OrderNumbers numbers)
    where T : struct
{
    /// <summary>So many rows are numbered at once.</summary>
    private const int Together = 32;

    private readonly List<Further> _further = [];

    /// <summary>By order: the place of its only row and one; the complement of its group where it has several; 0 without.</summary>
    private int[] _firsts = [];

    /// <summary>The places of the groups' rows, those of a group together and as they were read.</summary>
    private readonly List<int> _places = [];

    /// <summary>Where the places of each group begin; behind them, all end.</summary>
    private readonly List<int> _starts = [];

    private int _block;
    private int _inBlock;

    /// <summary>The order of a row.</summary>
    public delegate OrderKey KeyOf(in T row);

    /// <summary>How many orders have several rows.</summary>
    public int Groups => _starts.Count - 1;

    /// <summary>Goes through the rows that were added since the last time.</summary>
    public void CatchUp()
    {
        for (; _block < rows.Blocks; (_block, _inBlock) = (_block + 1, 0))
        {
            TakeBlock(rows.Rows(_block));

            if (_block == rows.Blocks - 1)
            {
                // More rows may come into it.
                return;
            }
        }
    }

    /// <summary>Groups the rows, when all were gone through.</summary>
    public void Group()
    {
        _further.Sort((a, b) => a.Order != b.Order ? a.Order.CompareTo(b.Order) : a.Place.CompareTo(b.Place));
        int last = -1;
        foreach ((int order, int place) in _further)
        {
            if (order != last)
            {
                last = order;
                _starts.Add(_places.Count);
                _places.Add(_firsts[order] - 1);
                _firsts[order] = -_starts.Count;
            }

            _places.Add(place);
        }

        _starts.Add(_places.Count);
    }

    /// <summary>The place of an order's only row; -1 where it has none or several.</summary>
    public int OnlyOf(int order) => (uint)order < (uint)_firsts.Length ? Math.Max(_firsts[order], 0) - 1 : -1;

    /// <summary>The group of an order; -1 where it has no or one row.</summary>
    public int GroupOf(int order) => (uint)order < (uint)_firsts.Length ? -Math.Min(_firsts[order], 0) - 1 : -1;

    /// <summary>The places of a group's rows.</summary>
    public ReadOnlySpan<int> PlacesOf(int group) =>
        CollectionsMarshal.AsSpan(_places)[_starts[group].._starts[group + 1]];

    private void TakeBlock(ReadOnlySpan<T> block)
    {
        Span<ulong> keys = stackalloc ulong[Together];
        Span<int> orders = stackalloc int[Together];
        while (_inBlock < block.Length)
        {
            int count = Math.Min(Together, block.Length - _inBlock);
            for (int i = 0; i < count; i++)
            {
                keys[i] = keyOf(in block[_inBlock + i]).Value;
            }

            numbers.Of(keys[..count], orders);
            for (int i = 0; i < count; i++)
            {
                Take(orders[i], RowStore<T>.First(_block) + _inBlock++);
            }
        }
    }

    private void Take(int order, int place)
    {
        if (order >= _firsts.Length)
        {
            int[] firsts = Zeros.Of<int>(Math.Max(numbers.Expected, 2 * (order + 1)));
            _firsts.CopyTo(firsts, 0);
            _firsts = firsts;
        }

        if (_firsts[order] == 0)
        {
            _firsts[order] = place + 1;
        }
        else
        {
            _further.Add(new Further(order, place));
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Further(int Order, int Place);
}
