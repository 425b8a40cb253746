using System.Runtime.InteropServices;

namespace Reprieve.Notices;

/// <summary>
/// A hash table from a pair of numbers to a number above zero. (A dictionary of numbers is compiled only when the
/// program runs, which a command of a tenth of a second would feel, and is slower in the reader's innermost loop.)
/// </summary>
internal sealed class PairTable
{
    private const int Smallest = 256;

    private Entry[] _entries = new Entry[Smallest];
    private int _count;

    /// <summary>The number of a pair; 0 when it has none.</summary>
    public int this[int left, int right]
    {
        get
        {
            ulong key = Key(left, right);
            Entry[] entries = _entries;
            for (uint at = Hash(key); ; at++)
            {
                Entry entry = entries[at & (uint)(entries.Length - 1)];
                if (entry.Value == 0 || entry.Key == key)
                {
                    return entry.Value;
                }
            }
        }
        set
        {
            if (2 * (_count + 1) > _entries.Length)
            {
                Grow();
            }

            Put(Key(left, right), value);
        }
    }

    private static ulong Key(int left, int right) => ((ulong)(uint)left << 32) | (uint)right;

    private static uint Hash(ulong key) => (uint)((key * 0x9E3779B97F4A7C15) >> 40);

    private void Put(ulong key, int value)
    {
        uint at = Hash(key) & (uint)(_entries.Length - 1);
        while (_entries[at].Value != 0 && _entries[at].Key != key)
        {
            at = (at + 1) & (uint)(_entries.Length - 1);
        }

        _count += _entries[at].Value == 0 ? 1 : 0;
        _entries[at] = new Entry(key, value);
    }

    private void Grow()
    {
        Entry[] entries = _entries;
        (_entries, _count) = (new Entry[2 * entries.Length], 0);
        foreach (Entry entry in entries)
        {
            if (entry.Value != 0)
            {
                Put(entry.Key, entry.Value);
            }
        }
    }

    /// <summary>Key and value side by side, so that both come with one look into memory.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(ulong Key, int Value);
}
