using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Reprieve.Practices.Reports;

/// <summary>
/// Keeps each distinct text once (SKUs, ASINs, stores) and stands a number for it; 0 is the empty text. Texts are the same
/// whose <see cref="TextHash"/> is: to look at the text itself costs as much again as all else.
/// </summary>
internal sealed class Names
{
    private readonly List<string> _texts = [""];
    private Entry[] _entries = new Entry[1024];

    /// <summary>Numbers of texts that were asked for lately as some of few.</summary>
    private readonly int[] _few = new int[64];

    public string this[int number] => _texts[number];

    /// <summary>One more than the highest number.</summary>
    public int Count => _texts.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Of(ReadOnlySpan<char> text)
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
                return Add(text.ToString(), hash);
            }

            if (entry.Hash == hash)
            {
                return entry.Number;
            }
        }
    }

    /// <summary>The number of a text that is one of few in its column: sooner found where it was asked for lately.</summary>
    public int OfFew(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        ref int lately = ref _few[(text.Length + (5 * text[0]) + (11 * text[^1])) % 64];
        return text.SequenceEqual(_texts[lately]) ? lately : lately = Of(text);
    }

    /// <summary>The texts from a number on, in the order of their numbers.</summary>
    public string[] From(int number) => [.. CollectionsMarshal.AsSpan(_texts)[number..]];

    private int Add(string text, ulong hash)
    {
        if (2 * _texts.Count > _entries.Length)
        {
            Grow();
        }

        _texts.Add(text);
        Put(hash, _texts.Count - 1);
        return _texts.Count - 1;
    }

    private void Grow()
    {
        _entries = new Entry[2 * _entries.Length];
        for (int number = 1; number < _texts.Count; number++)
        {
            Put(TextHash.Of(_texts[number]), number);
        }
    }

    private void Put(ulong hash, int number)
    {
        uint at = (uint)hash;
        while (_entries[at & (uint)(_entries.Length - 1)].Number != 0)
        {
            at++;
        }

        _entries[at & (uint)(_entries.Length - 1)] = new Entry(hash, number);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(ulong Hash, int Number);
}
