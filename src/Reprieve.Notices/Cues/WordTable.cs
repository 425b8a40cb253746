using System.Numerics;
using System.Runtime.InteropServices;

namespace Reprieve.Notices;

/// <summary>
/// A hash table from words to numbers above zero, looked up by a word's key (<see cref="WordKey"/>). Few words need to be
/// compared letter by letter; the letters of all these stand in one piece.
/// </summary>
internal sealed class WordTable
{
    private const int Smallest = 256;

    private Entry[] _entries = new Entry[Smallest];
    private char[] _letters = new char[8 * Smallest];
    private int _count;
    private int _written;
    private int _shift = 32 - BitOperations.Log2(Smallest);

    /// <summary>The number of a word whose key is known; 0 when it is not in the table.</summary>
    public int Find(ReadOnlySpan<char> word, ulong key)
    {
        Entry[] entries = _entries;
        for (uint at = WordKey.Spread(key) >> _shift; ; at++)
        {
            Entry entry = entries[at & (uint)(entries.Length - 1)];
            if (entry.Number == 0)
            {
                return 0;
            }

            if (entry.Key == key && (WordKey.IsWhole(key) || IsAt(entry.Start, word)))
            {
                return entry.Number;
            }
        }
    }

    /// <summary>What <see cref="Find(ReadOnlySpan{char}, ulong)"/> will look at first, of no other use than <see cref="Ahead"/>.</summary>
    public ulong First(ulong key) => _entries[WordKey.Spread(key) >> _shift].Key;

    public int Find(ReadOnlySpan<char> word) => Find(word, WordKey.Of(word));

    public void Add(ReadOnlySpan<char> word, int number)
    {
        if (2 * (_count + 1) > _entries.Length)
        {
            Grow();
        }

        ulong key = WordKey.Of(word);
        Put(new Entry(key, WordKey.IsWhole(key) ? 0 : Write(word), number));
    }

    /// <summary>Whether a word was written at a place, its length before it.</summary>
    private bool IsAt(int start, ReadOnlySpan<char> word) =>
        word.SequenceEqual(_letters.AsSpan(start + 1, _letters[start]));

    private int Write(ReadOnlySpan<char> word)
    {
        int start = _written;
        int end = start + 1 + word.Length;
        if (end > _letters.Length)
        {
            Array.Resize(ref _letters, 2 * end);
        }

        _letters[start] = (char)word.Length;
        word.CopyTo(_letters.AsSpan(start + 1));
        _written = end;
        return start;
    }

    private void Put(Entry entry)
    {
        uint at = WordKey.Spread(entry.Key) >> _shift;
        while (_entries[at & (uint)(_entries.Length - 1)].Number != 0)
        {
            at++;
        }

        _entries[at & (uint)(_entries.Length - 1)] = entry;
        _count++;
    }

    private void Grow()
    {
        Entry[] entries = _entries;
        (_entries, _count, _shift) = (new Entry[2 * entries.Length], 0, _shift - 1);
        foreach (Entry entry in entries)
        {
            if (entry.Number != 0)
            {
                Put(entry);
            }
        }
    }

    /// <summary>What is known of a word side by side, so that it comes with one look into memory.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(ulong Key, int Start, int Number);
}
