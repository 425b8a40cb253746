namespace Reprieve.Practices.Reports;

/// <summary>
/// The rows of a block of text in which no field is quoted, so that a line is a row: the quick way through large reports.
/// What <see cref="TableReader"/> makes of such a text, this makes of it too.
/// </summary>
internal sealed class PlainRows(char[] text, int length, char delimiter)
{
    private readonly bool _nul = text.AsSpan(0, length).Contains('\0');
    private int _at;

    /// <summary>The fields of the current row.</summary>
    public RowFields Fields { get; } = new();

    /// <summary>Number of the current row within the block: the first is 1, blank ones count.</summary>
    public long Row { get; private set; }

    /// <summary>What is wrong with the current row.</summary>
    public RowFault Fault { get; private set; }

    /// <summary>Goes to the next row that is not blank; false at the end.</summary>
    public bool Read()
    {
        while (_at < length)
        {
            int start = _at;
            Split();
            Row++;
            ReadOnlySpan<char> row = text.AsSpan(start, Math.Min(_at, length) - start);
            Fault =
                row.Length > TableReader.MaxRow ? RowFault.TooLong
                : _nul && row.Contains('\0') ? RowFault.NulBytes
                : RowFault.None;
            if (Fault is not RowFault.None || !Fields.IsBlank())
            {
                return true;
            }
        }

        return false;
    }

    private void Split()
    {
        Fields.Begin(text);
        int from = _at;
        while (true)
        {
            int step = text.AsSpan(from, length - from).IndexOfAny(delimiter, '\n');
            int stop = step < 0 ? length : from + step;
            if (stop == length || text[stop] == '\n')
            {
                int end = stop < length && stop > from && text[stop - 1] == '\r' ? stop - 1 : stop;
                Fields.Add(from, end - from);
                _at = stop + 1;
                return;
            }

            Fields.Add(from, stop - from);
            from = stop + 1;
        }
    }
}
