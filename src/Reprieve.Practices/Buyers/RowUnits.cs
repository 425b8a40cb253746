using System.Text;

namespace Reprieve.Practices.Buyers;

/// <summary>
/// Finds rows and fields in the bytes of a text table. Delimiters, quotes and line ends are one byte each in every
/// encoding that reports have, and never part of another character, but for UTF-16, where they are two.
/// </summary>
internal sealed class RowUnits
{
    private readonly int _width;
    private readonly int _low;
    private readonly char _delimiter;
    private readonly char _break;

    private RowUnits(int width, int low, char delimiter, char lineBreak)
    {
        (_width, _low, _delimiter, _break) = (width, low, delimiter, lineBreak);
    }

    /// <summary>The delimiter as bytes.</summary>
    public byte[] Delimiter =>
        _width == 1 ? [(byte)_delimiter]
        : _low == 0 ? [(byte)_delimiter, 0]
        : [0, (byte)_delimiter];

    public static RowUnits Of(Encoding encoding, char delimiter, byte[] sample)
    {
        int width = encoding is UnicodeEncoding ? 2 : 1;
        int low = encoding.CodePage == Encoding.BigEndianUnicode.CodePage ? 1 : 0;
        var units = new RowUnits(width, low, delimiter, '\n');
        // Where no line feed is, a carriage return ends a line.
        bool feeds = Enumerable.Range(0, sample.Length / width).Any(i => units.At(sample, i * width) == '\n');
        return feeds ? units : new RowUnits(width, low, delimiter, '\r');
    }

    /// <summary>The row at the beginning of some bytes. When it is longer than they are, its length is theirs.</summary>
    /// <param name="atEnd">Whether the bytes are the last ones: an open quote then never closes.</param>
    public TableRow Row(ReadOnlySpan<byte> bytes, bool atEnd)
    {
        if (_delimiter == '\t')
        {
            return Row(bytes, quotes: false, spoiled: false);
        }

        TableRow row = Row(bytes, quotes: true, spoiled: false);
        // A quote that never closes spoils its own line, and no other.
        return row.OpenQuote && atEnd ? Row(bytes, quotes: false, spoiled: true) : row;
    }

    /// <summary>The line at the beginning of some bytes, in which quotes are characters like others.</summary>
    public TableRow Spoiled(ReadOnlySpan<byte> bytes) => Row(bytes, quotes: false, spoiled: true);

    private TableRow Row(ReadOnlySpan<byte> bytes, bool quotes, bool spoiled)
    {
        List<(int, int)> fields = [];
        int from = 0;
        bool inQuotes = false;
        bool fresh = true;
        for (int at = 0; at + _width <= bytes.Length; at += _width)
        {
            char c = At(bytes, at);
            if (quotes && c == '"' && (inQuotes || fresh))
            {
                inQuotes = !inQuotes;
                // A quote doubled within quotes opens them again at once.
                fresh = true;
            }
            else if (!inQuotes && c == _delimiter)
            {
                fields.Add((from, at - from));
                from = at + _width;
                fresh = true;
            }
            else if (!inQuotes && c == _break)
            {
                int end = at > from && At(bytes, at - _width) == '\r' ? at - _width : at;
                fields.Add((from, end - from));
                return new TableRow(fields, end, at + _width, Ended: true, OpenQuote: false, spoiled);
            }
            else if (c is not (' ' or '\r'))
            {
                fresh = inQuotes;
            }
        }

        fields.Add((from, bytes.Length - from));
        return new TableRow(fields, bytes.Length, bytes.Length, Ended: false, inQuotes, spoiled);
    }

    private char At(ReadOnlySpan<byte> bytes, int at) =>
        _width == 1 ? (char)bytes[at]
        : bytes[at + 1 - _low] == 0 ? (char)bytes[at + _low]
        : '\uFFFF';
}

/// <summary>A row in some bytes.</summary>
/// <param name="Fields">Where each field begins, and its length in bytes.</param>
/// <param name="TextLength">Bytes without the line's end.</param>
/// <param name="Length">Bytes with it.</param>
/// <param name="Ended">Whether a line's end was there.</param>
/// <param name="OpenQuote">Whether a quote is open at the end.</param>
/// <param name="Spoiled">Whether a quote in it never closes.</param>
internal sealed record TableRow(
    IReadOnlyList<(int Start, int Length)> Fields,
    int TextLength,
    int Length,
    bool Ended,
    bool OpenQuote,
    bool Spoiled
);
