using System.Runtime.InteropServices;

namespace Reprieve.Notices;

/// <summary>A hash table from words to numbers above zero, in which the beginnings of a word are found while it is hashed.</summary>
internal sealed class WordTable
{
    private const int Smallest = 256;
    private const int Marks = 1 << 16;
    private const uint Seed = 2166136261;

    /// <summary>A bit for each word's hash: most of what is looked for is not here, and this says so at once.</summary>
    private readonly ulong[] _marks = new ulong[Marks / 64];

    private Entry[] _entries = new Entry[Smallest];
    private int _count;

    /// <summary>The hash of nothing, from which that of a word is built letter by letter.</summary>
    public const uint Empty = Seed;

    public static uint Hash(uint hash, char letter) => (hash ^ letter) * 16777619;

    public static uint Hash(ReadOnlySpan<char> word)
    {
        uint hash = Empty;
        foreach (char letter in word)
        {
            hash = Hash(hash, letter);
        }

        return hash;
    }

    /// <summary>The number of a word whose hash is known; 0 when it is not in the table.</summary>
    public int Find(ReadOnlySpan<char> word, uint hash)
    {
        uint mark = hash % Marks;
        if ((_marks[mark / 64] & (1UL << (int)(mark % 64))) == 0)
        {
            return 0;
        }

        Entry[] entries = _entries;
        for (uint at = hash; ; at++)
        {
            ref readonly Entry entry = ref entries[at & (uint)(entries.Length - 1)];
            if (entry.Number == 0)
            {
                return 0;
            }

            if (entry.Hash == hash && word.SequenceEqual(entry.Word))
            {
                return entry.Number;
            }
        }
    }

    public int Find(ReadOnlySpan<char> word) => Find(word, Hash(word));

    public void Add(string word, int number)
    {
        if (2 * (_count + 1) > _entries.Length)
        {
            Grow();
        }

        Put(new Entry(word, Hash(word), number));
    }

    private void Put(Entry entry)
    {
        uint at = entry.Hash & (uint)(_entries.Length - 1);
        while (_entries[at].Number != 0)
        {
            at = (at + 1) & (uint)(_entries.Length - 1);
        }

        uint mark = entry.Hash % Marks;
        _marks[mark / 64] |= 1UL << (int)(mark % 64);
        _entries[at] = entry;
        _count++;
    }

    private void Grow()
    {
        Entry[] entries = _entries;
        (_entries, _count) = (new Entry[2 * entries.Length], 0);
        foreach (Entry entry in entries)
        {
            if (entry.Number != 0)
            {
                Put(entry);
            }
        }
    }

    /// <summary>A word with its hash and number side by side, so that all come with one look into memory.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(string Word, uint Hash, int Number);
}
