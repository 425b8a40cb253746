using System.Numerics;
using System.Runtime.InteropServices;

namespace Reprieve.Notices;

/// <summary>
/// A hash table from words to numbers above zero, in which the beginnings of a word are found while it is hashed. The
/// letters of all words stand in one piece, so that little memory is looked at.
/// </summary>
internal sealed class WordTable
{
    private const int Smallest = 256;
    private const uint Spread = 2654435769;

    private Entry[] _entries = new Entry[Smallest];
    private char[] _letters = new char[8 * Smallest];
    private int _count;
    private int _written;
    private int _shift = 32 - BitOperations.Log2(Smallest);

    /// <summary>The hash of nothing, from which that of a word is built letter by letter.</summary>
    public const uint Empty = 0;

    public static uint Hash(uint hash, char letter) => BitOperations.RotateLeft(hash, 5) ^ letter;

    public static uint Hash(ReadOnlySpan<char> word)
    {
        uint hash = Empty;
        foreach (char letter in word)
        {
            hash = Hash(hash, letter);
        }

        return hash;
    }

    /// <summary>
    /// Folds the ASCII letters that a text begins with, and hashes them on the way: most words are nothing else. Returns
    /// how many there are, as far as there is room.
    /// </summary>
    public static int Fold(ReadOnlySpan<char> text, Span<char> folded, out uint hash)
    {
        int most = Math.Min(text.Length, folded.Length);
        uint sum = Empty;
        int length = 0;
        for (; length < most && char.IsAsciiLetter(text[length]); length++)
        {
            char lower = (char)(text[length] | 0x20);
            folded[length] = lower;
            sum = Hash(sum, lower);
        }

        hash = sum;
        return length;
    }

    /// <summary>The number of a word whose hash is known; 0 when it is not in the table.</summary>
    public int Find(ReadOnlySpan<char> word, uint hash)
    {
        Entry[] entries = _entries;
        for (uint at = (hash * Spread) >> _shift; ; at++)
        {
            Entry entry = entries[at & (uint)(entries.Length - 1)];
            if (entry.Number == 0)
            {
                return 0;
            }

            if (entry.Hash == hash && word.SequenceEqual(_letters.AsSpan(entry.Start, entry.Length)))
            {
                return entry.Number;
            }
        }
    }

    public int Find(ReadOnlySpan<char> word) => Find(word, Hash(word));

    public void Add(ReadOnlySpan<char> word, int number)
    {
        if (2 * (_count + 1) > _entries.Length)
        {
            Grow();
        }

        if (_written + word.Length > _letters.Length)
        {
            Array.Resize(ref _letters, 2 * (_written + word.Length));
        }

        word.CopyTo(_letters.AsSpan(_written));
        Put(new Entry(Hash(word), _written, word.Length, number));
        _written += word.Length;
    }

    private void Put(Entry entry)
    {
        uint at = (entry.Hash * Spread) >> _shift;
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
    private readonly record struct Entry(uint Hash, int Start, int Length, int Number);
}
