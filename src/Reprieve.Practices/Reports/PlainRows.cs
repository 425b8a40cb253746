using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Reprieve.Practices.Reports;

/// <summary>
/// The rows of a block of text in which no field is quoted, so that a line is a row: the quick way through large reports.
/// What <see cref="TableReader"/> makes of such a text, this makes of it too.
/// </summary>
/// <param name="text">UTF-8.</param>
/// <param name="length">How much of it there is.</param>
/// <param name="delimiter">An ASCII character.</param>
internal sealed class PlainRows(byte[] text, int length, char delimiter)
{
    private readonly bool _nul = text.AsSpan(0, length).Contains((byte)0);
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
            ReadOnlySpan<byte> row = text.AsSpan(start, Math.Min(_at, length) - start);
            Fault =
                row.Length > TableReader.MaxRow && Encoding.UTF8.GetCharCount(row) > TableReader.MaxRow
                    ? RowFault.TooLong
                : _nul && row.Contains((byte)0) ? RowFault.NulBytes
                : RowFault.None;
            if (Fault is not RowFault.None || !Fields.IsBlank())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds the fields up to the end of the line, looking at so many characters at once as the machine can.</summary>
    private void Split()
    {
        Fields.Begin(text);
        ref byte all = ref MemoryMarshal.GetArrayDataReference(text);
        Vector256<byte> delimiters = Vector256.Create((byte)delimiter);
        Vector256<byte> breaks = Vector256.Create((byte)'\n');
        int[] places = Fields.Room(0);
        int count = 0;
        int from = _at;
        int at = _at;
        for (; at + Vector256<byte>.Count <= length; at += Vector256<byte>.Count)
        {
            var some = Vector256.LoadUnsafe(ref all, (nuint)at);
            uint ends = Vector256.Equals(some, breaks).ExtractMostSignificantBits();
            uint stops = Vector256.Equals(some, delimiters).ExtractMostSignificantBits();
            // What stands behind the break is of the next line.
            for (stops &= ends ^ (ends - 1); stops != 0; stops &= stops - 1)
            {
                int stop = at + BitOperations.TrailingZeroCount(stops);
                if (2 * count == places.Length)
                {
                    places = Fields.Room(count);
                }

                (places[2 * count], places[(2 * count) + 1]) = (from, stop);
                count++;
                from = stop + 1;
            }

            if (ends != 0)
            {
                End(count, from, at + BitOperations.TrailingZeroCount(ends));
                return;
            }
        }

        Fields.End(count);
        for (; at < length && text[at] != '\n'; at++)
        {
            if (text[at] == delimiter)
            {
                Fields.Add(from, at - from);
                from = at + 1;
            }
        }

        End(Fields.Count, from, at);
    }

    /// <summary>Adds the last field of a line, without the carriage return that may stand before the break.</summary>
    private void End(int count, int from, int stop)
    {
        int end = stop < length && stop > from && text[stop - 1] == '\r' ? stop - 1 : stop;
        Fields.End(count);
        Fields.Add(from, end - from);
        _at = stop + 1;
    }
}
