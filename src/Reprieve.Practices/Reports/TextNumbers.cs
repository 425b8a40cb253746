using System.Runtime.InteropServices;

namespace Reprieve.Practices.Reports;

/// <summary>
/// Numbers that stand for texts; 0 for the empty one. Texts are the same whose <see cref="TextHash"/> is: to look at the text
/// itself costs as much again as all else.
/// </summary>
internal abstract class TextNumbers
{
    private Entry[] _entries = new Entry[64];
    private int _count;

    /// <param name="text">UTF-8.</param>
    public int Of(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        ulong hash = TextHash.Of(text);
        Entry[] entries = _entries;
        for (uint at = (uint)hash; ; at++)
        {
            ref readonly Entry entry = ref entries[at & (uint)(entries.Length - 1)];
            if (entry.Number == 0)
            {
                return Add(hash, New(text));
            }

            if (entry.Hash == hash)
            {
                return entry.Number;
            }
        }
    }

    /// <summary>The number of a text that was not asked for before.</summary>
    protected abstract int New(ReadOnlySpan<byte> text);

    private int Add(ulong hash, int number)
    {
        if (2 * ++_count > _entries.Length)
        {
            Entry[] before = _entries;
            _entries = Zeros.Of<Entry>(2 * before.Length);
            foreach (Entry entry in before)
            {
                if (entry.Number != 0)
                {
                    Put(entry);
                }
            }
        }

        Put(new Entry(hash, number));
        return number;
    }

    private void Put(Entry entry)
    {
        uint at = (uint)entry.Hash;
        while (_entries[at & (uint)(_entries.Length - 1)].Number != 0)
        {
            at++;
        }

        _entries[at & (uint)(_entries.Length - 1)] = entry;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(ulong Hash, int Number);
}
