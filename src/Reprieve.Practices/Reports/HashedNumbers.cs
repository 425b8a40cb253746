using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Reprieve.Practices.Reports;

/// <summary>Numbers above 0 by the <see cref="TextHash"/> of a text.</summary>
internal sealed class HashedNumbers
{
    private Entry[] _entries = new Entry[64];
    private int _count;

    /// <summary>The number that stands for a hash; 0 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong hash)
    {
        Entry[] entries = _entries;
        for (uint at = (uint)hash; ; at++)
        {
            ref readonly Entry entry = ref entries[at & (uint)(entries.Length - 1)];
            if (entry.Hash == hash || entry.Number == 0)
            {
                return entry.Number;
            }
        }
    }

    /// <summary>Adds a number for a hash that has none.</summary>
    public void Add(ulong hash, int number)
    {
        if (2 * ++_count > _entries.Length)
        {
            Entry[] before = _entries;
            _entries = new Entry[2 * before.Length];
            foreach (Entry entry in before)
            {
                if (entry.Number != 0)
                {
                    Put(entry);
                }
            }
        }

        Put(new Entry(hash, number));
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
