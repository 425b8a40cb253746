using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>
/// Numbers orders from 0 in the order in which rows name them, so that what belongs to an order is found in arrays, and
/// what the files have near each other stays so.
/// </summary>
internal sealed class OrderNumbers
{
    private ulong[] _keys;

    /// <summary>Numbers and one, by hash; 0 is an empty place. At most half of them are taken.</summary>
    private int[] _table;

    /// <param name="expected">About how many orders there will be.</param>
    public OrderNumbers(int expected)
    {
        _keys = new ulong[Math.Max(expected, 16)];
        _table = new int[TableFor(_keys.Length)];
    }

    /// <summary>How many orders have a number.</summary>
    public int Count { get; private set; }

    /// <summary>The id of an order.</summary>
    public OrderKey this[int number] => new(_keys[number]);

    /// <summary>The number of an order, which it gets if it has none.</summary>
    public int Of(OrderKey key)
    {
        int place = PlaceOf(key.Value);
        if (_table[place] == 0)
        {
            if (Count == _keys.Length)
            {
                Grow();
                place = PlaceOf(key.Value);
            }

            _keys[Count] = key.Value;
            _table[place] = ++Count;
        }

        return _table[place] - 1;
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
        Array.Resize(ref _keys, 2 * _keys.Length);
        _table = new int[TableFor(_keys.Length)];
        for (int number = 0; number < Count; number++)
        {
            _table[PlaceOf(_keys[number])] = number + 1;
        }
    }

    private static int TableFor(int keys) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2(2 * (uint)keys);
}
