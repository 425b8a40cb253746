using System.Numerics;

namespace Reprieve.Practices.Reports;

/// <summary>
/// Numbers orders from 0 in the order in which rows name them, so that what belongs to an order is found in arrays, and
/// what the files have near each other stays so.
/// </summary>
internal sealed class OrderNumbers
{
    /// <summary>How many of the next orders are looked at before one is looked for.</summary>
    private const int Near = 4;

    private ulong[] _keys;

    /// <summary>Numbers and one, by hash; 0 is an empty place. At most three of four are taken.</summary>
    private int[] _table;

    private int _last;

    /// <summary>Whether an order was not near the one before.</summary>
    private bool _searched = true;

    /// <param name="expected">About how many orders there will be.</param>
    public OrderNumbers(int expected)
    {
        Expected = Math.Max(expected, 16);
        _keys = new ulong[Expected];
        _table = Zeros.Of<int>((int)BitOperations.RoundUpToPowerOf2(((uint)Expected * 4 / 3) + 1));
    }

    /// <summary>About how many orders there will be.</summary>
    public int Expected { get; }

    /// <summary>How many orders have a number.</summary>
    public int Count { get; private set; }

    /// <summary>The id of an order.</summary>
    public OrderKey this[int number] => new(_keys[number]);

    /// <summary>The number of an order, which it gets if it has none.</summary>
    public int Of(OrderKey key)
    {
        // One file has the orders in much the same order as another.
        int near = Math.Min(_last + Near, Count - 1);
        for (int number = _last; number <= near; number++)
        {
            if (_keys[number] == key.Value)
            {
                return _last = number;
            }
        }

        _searched = true;
        int place = PlaceOf(key.Value);
        if (_table[place] == 0)
        {
            if (4 * (long)Count >= 3 * (long)_table.Length)
            {
                Grow();
                place = PlaceOf(key.Value);
            }

            if (Count == _keys.Length)
            {
                Array.Resize(ref _keys, 2 * Count);
            }

            _keys[Count] = key.Value;
            _table[place] = ++Count;
        }

        return _last = _table[place] - 1;
    }

    /// <summary>
    /// The numbers of orders, which they get if they have none. Unless the last ones were near each other, all are looked for
    /// where they would stand first: the machine then waits for many places at once.
    /// </summary>
    public void Of(ReadOnlySpan<ulong> keys, Span<int> numbers)
    {
        bool search = _searched;
        _searched = false;
        if (search)
        {
            int[] table = _table;
            for (int i = 0; i < keys.Length; i++)
            {
                numbers[i] = table[(int)TextHash.Of(keys[i]) & (table.Length - 1)] - 1;
            }
        }

        for (int i = 0; i < keys.Length; i++)
        {
            if (search && numbers[i] >= 0 && _keys[numbers[i]] == keys[i])
            {
                _last = numbers[i];
            }
            else
            {
                numbers[i] = Of(new OrderKey(keys[i]));
            }
        }
    }

    /// <summary>The number of an order; -1 where it has none.</summary>
    public int Find(OrderKey key) => _table[PlaceOf(key.Value)] - 1;

    /// <summary>Where an order stands in the table, or would stand.</summary>
    private int PlaceOf(ulong key)
    {
        int mask = _table.Length - 1;
        int place = (int)TextHash.Of(key) & mask;
        while (_table[place] != 0 && _keys[_table[place] - 1] != key)
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    private void Grow()
    {
        _table = Zeros.Of<int>(2 * _table.Length);
        for (int number = 0; number < Count; number++)
        {
            _table[PlaceOf(_keys[number])] = number + 1;
        }
    }
}
