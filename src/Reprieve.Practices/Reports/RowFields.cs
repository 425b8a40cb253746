using System.Runtime.CompilerServices;
using System.Text;

namespace Reprieve.Practices.Reports;

/// <summary>The fields of one row, as places in UTF-8.</summary>
internal sealed class RowFields
{
    private byte[] _text = [];

    /// <summary>Where the fields begin and end, by turns.</summary>
    private int[] _places = new int[128];

    /// <summary>Where rows are written that come as characters.</summary>
    private byte[] _own = [];

    /// <summary>Where characters are written that were asked for of this row.</summary>
    private char[] _characters = new char[1024];

    private int _written;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>A field; empty beyond the end of the row.</summary>
    public ReadOnlySpan<byte> this[int field]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            int[] places = _places;
            return (uint)field < (uint)Count
                ? new ReadOnlySpan<byte>(_text, places[2 * field], places[(2 * field) + 1] - places[2 * field])
                : default;
        }
    }

    /// <summary>A field, or part of one, as characters, which stand until the next row.</summary>
    public ReadOnlySpan<char> Characters(ReadOnlySpan<byte> field)
    {
        if (_characters.Length - _written < field.Length)
        {
            // What was handed out stays where it is.
            (_characters, _written) = (new char[Math.Max(field.Length, 2 * _characters.Length)], 0);
        }

        int length = Encoding.UTF8.GetChars(field, _characters.AsSpan(_written));
        _written += length;
        return _characters.AsSpan(_written - length, length);
    }

    /// <summary>Takes over the current row of a table.</summary>
    public void Take(TableReader table)
    {
        int at = 0;
        Begin(_own);
        for (int field = 0; field < table.Fields; field++)
        {
            ReadOnlySpan<char> text = table[field];
            int most = at + Encoding.UTF8.GetMaxByteCount(text.Length);
            if (most > _own.Length)
            {
                Array.Resize(ref _own, 2 * most);
                _text = _own;
            }

            int length = Encoding.UTF8.GetBytes(text, _own.AsSpan(at));
            Add(at, length);
            at += length;
        }
    }

    /// <summary>Begins a row in a text, without fields yet.</summary>
    public void Begin(byte[] text) => (_text, Count, _written) = (text, 0, 0);

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
            if (!Utf8Text.Trim(this[i]).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }
}
