namespace Reprieve.Notices;

/// <summary>
/// A hash table from a pair of numbers to a number above zero. (A dictionary of numbers is compiled only when the
/// program runs, which a command of a tenth of a second would feel, and is slower in the reader's innermost loop.)
/// </summary>
internal sealed class PairTable
{
    private const int Smallest = 256;

    private ulong[] _keys = new ulong[Smallest];
    private int[] _values = new int[Smallest];
    private int _count;

    /// <summary>The number of a pair; 0 when it has none.</summary>
    public int this[int left, int right]
    {
        get
        {
            ulong key = Key(left, right);
            for (uint at = Slot(key); ; at = (at + 1) & (uint)(_keys.Length - 1))
            {
                if (_values[at] == 0 || _keys[at] == key)
                {
                    return _values[at];
                }
            }
        }
        set
        {
            if (2 * (_count + 1) > _keys.Length)
            {
                Grow();
            }

            Put(Key(left, right), value);
        }
    }

    private static ulong Key(int left, int right) => ((ulong)(uint)left << 32) | (uint)right;

    private uint Slot(ulong key) => (uint)((key * 0x9E3779B97F4A7C15) >> 40) & (uint)(_keys.Length - 1);

    private void Put(ulong key, int value)
    {
        uint at = Slot(key);
        while (_values[at] != 0 && _keys[at] != key)
        {
            at = (at + 1) & (uint)(_keys.Length - 1);
        }

        _count += _values[at] == 0 ? 1 : 0;
        (_keys[at], _values[at]) = (key, value);
    }

    private void Grow()
    {
        (ulong[] keys, int[] values) = (_keys, _values);
        (_keys, _values, _count) = (new ulong[2 * keys.Length], new int[2 * keys.Length], 0);
        for (int i = 0; i < keys.Length; i++)
        {
            if (values[i] != 0)
            {
                Put(keys[i], values[i]);
            }
        }
    }
}
