using System.Runtime.CompilerServices;

namespace Reprieve.Practices.Reports;

/// <summary>The fields of one row, as places in a text.</summary>
internal sealed class RowFields
{
    private char[] _text = [];

    /// <summary>Where the fields begin and end, by turns.</summary>
    private int[] _places = new int[128];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>A field; empty beyond the end of the row.</summary>
    public ReadOnlySpan<char> this[int field]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            int[] places = _places;
            return (uint)field < (uint)Count
                ? new ReadOnlySpan<char>(_text, places[2 * field], places[(2 * field) + 1] - places[2 * field])
                : default;
        }
    }

    /// <summary>Begins a row in a text, without fields yet.</summary>
    public void Begin(char[] text) => (_text, Count) = (text, 0);

    public void Add(int start, int length)
    {
        int[] places = Room(Count);
        (places[2 * Count], places[(2 * Count) + 1]) = (start, start + length);
        Count++;
    }

    /// <summary>The places, with room for so many fields and one more; whoever fills them says with <see cref="End"/> how many there are.</summary>
    public int[] Room(int fields)
    {
        if (2 * fields == _places.Length)
        {
            Array.Resize(ref _places, 4 * fields);
        }

        return _places;
    }

    /// <summary>Ends a row that was written into the places.</summary>
    public void End(int count) => Count = count;

    /// <summary>Whether nothing but white space stands in it.</summary>
    public bool IsBlank()
    {
        for (int i = 0; i < Count; i++)
        {
            if (!this[i].IsWhiteSpace())
            {
                return false;
            }
        }

        return true;
    }
}
