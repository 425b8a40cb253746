using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>The numbers of rows in the order of their order ids, so that the rows of one order stand together.</summary>
internal sealed class RowsByOrder
{
    /// <summary>Fewer rows are gone through sooner than threads are asked.</summary>
    private const int WorthAThread = 50_000;

    private readonly ulong[] _keys;
    private readonly int[] _rows;

    /// <param name="count">How many rows there are.</param>
    /// <param name="keyOf">The order of a row.</param>
    public RowsByOrder(int count, Func<int, OrderKey> keyOf)
    {
        _keys = new ulong[count];
        _rows = new int[count];
        for (int i = 0; i < count; i++)
        {
            (_keys[i], _rows[i]) = (keyOf(i).Value, i);
        }

        Array.Sort(_keys, _rows);
    }

    public int Count => _keys.Length;

    /// <summary>The number of the row at a place.</summary>
    public int this[int place] => _rows[place];

    /// <summary>The order at a place.</summary>
    public OrderKey KeyAt(int place) => new(_keys[place]);

    /// <summary>Where the rows of the order at a place end.</summary>
    public int EndOf(int from)
    {
        int to = from + 1;
        while (to < _keys.Length && _keys[to] == _keys[from])
        {
            to++;
        }

        return to;
    }

    /// <summary>The first place whose order is not before another; where that would stand if it is not there.</summary>
    public int PlaceOf(OrderKey key)
    {
        int low = 0;
        int high = _keys.Length;
        while (low < high)
        {
            int middle = (int)(((uint)low + (uint)high) / 2);
            (low, high) = _keys[middle] < key.Value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Goes through all orders on all processors, each going through a stretch of them; the results come in order.</summary>
    /// <param name="walk">Goes from a place to before another; both stand between orders.</param>
    public IReadOnlyList<T> Walk<T>(Func<int, int, T> walk)
    {
        int[] cuts = Cuts();
        var found = new T[cuts.Length - 1];
        if (found.Length == 1)
        {
            found[0] = walk(cuts[0], cuts[1]);
        }
        else
        {
            Parallel.For(0, found.Length, i => found[i] = walk(cuts[i], cuts[i + 1]));
        }

        return found;
    }

    private int[] Cuts()
    {
        int parts = Math.Clamp(_keys.Length / WorthAThread, 1, Environment.ProcessorCount);
        var cuts = new int[parts + 1];
        for (int i = 1; i < parts; i++)
        {
            int cut = (int)((long)_keys.Length * i / parts);
            cuts[i] = cut == 0 ? 0 : EndOf(cut - 1);
        }

        cuts[parts] = _keys.Length;
        return cuts;
    }
}
