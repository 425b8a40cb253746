namespace Reprieve.Practices.Reports;

/// <summary>The fields of one row, as places in a text.</summary>
internal sealed class RowFields
{
    private char[] _text = [];
    private int[] _starts = new int[64];
    private int[] _lengths = new int[64];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>A field; empty beyond the end of the row.</summary>
    public ReadOnlySpan<char> this[int field] =>
        (uint)field < (uint)Count ? _text.AsSpan(_starts[field], _lengths[field]) : default;

    /// <summary>Begins a row in a text, without fields yet.</summary>
    public void Begin(char[] text) => (_text, Count) = (text, 0);

    public void Add(int start, int length)
    {
        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, 2 * Count);
            Array.Resize(ref _lengths, 2 * Count);
        }

        (_starts[Count], _lengths[Count]) = (start, length);
        Count++;
    }

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
