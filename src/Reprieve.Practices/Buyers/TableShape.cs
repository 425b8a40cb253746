using System.Text;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Buyers;

/// <summary>How a text table is written, and which of its columns go.</summary>
/// <param name="Units">How its characters lie in bytes.</param>
/// <param name="Preamble">Bytes of a byte order mark.</param>
/// <param name="HeaderRow">Rows above the header.</param>
/// <param name="Columns">Columns of the header.</param>
/// <param name="Dropped">The columns that go.</param>
internal sealed record TableShape(RowUnits Units, int Preamble, int HeaderRow, int Columns, IReadOnlySet<int> Dropped)
{
    private const int RowsLookedAt = 20;
    private const int NumberOfValue = 5;

    /// <summary>The first column that goes: what stands before it can be kept even of a row that is spoiled.</summary>
    public int First { get; } = Dropped.Min();

    /// <summary>The shape of a table that has such columns; null for anything else.</summary>
    public static TableShape? Of(ReadOnlySpan<byte> sample, bool whole, Func<string, bool> isDropped)
    {
        Encoding encoding = ReportEncoding.Of(sample, whole);
        int preamble =
            sample.StartsWith(Encoding.UTF8.Preamble) ? 3
            : encoding is UnicodeEncoding && sample.StartsWith(encoding.GetPreamble()) ? 2
            : 0;
        byte[] bytes = sample[preamble..].ToArray();
        TableShape? best = null;
        foreach (char delimiter in "\t,;|")
        {
            var units = RowUnits.Of(encoding, delimiter, bytes);
            if (
                In(units, encoding, bytes, whole, isDropped) is { } found
                && found.Dropped.Count > (best?.Dropped.Count ?? 0)
            )
            {
                best = found with { Preamble = preamble };
            }
        }

        return best;
    }

    private static TableShape? In(
        RowUnits units,
        Encoding encoding,
        byte[] bytes,
        bool whole,
        Func<string, bool> isDropped
    )
    {
        int at = 0;
        for (int row = 0; row < RowsLookedAt && at < bytes.Length; row++)
        {
            TableRow read = units.Row(bytes.AsSpan(at), atEnd: true);
            if (at + read.Length >= bytes.Length && !whole)
            {
                break;
            }

            HashSet<int> dropped = [];
            bool isHeader = read.Fields.Count > 1;
            for (int i = 0; i < read.Fields.Count; i++)
            {
                (int start, int length) = read.Fields[i];
                string text = encoding.GetString(bytes, at + start, length);
                isHeader = isHeader && !IsValue(text);
                if (isDropped(text))
                {
                    dropped.Add(i);
                }
            }

            if (dropped.Count > 0 && isHeader)
            {
                return new TableShape(units, 0, row, read.Fields.Count, dropped);
            }

            at += read.Length;
        }

        return null;
    }

    /// <summary>
    /// Whether a cell holds a value and no name of a column: an order's number, a day, a price. A row of data may hold the
    /// word "buyer" too ("who asked for the cancellation"), and is no header for that.
    /// </summary>
    private static bool IsValue(string text)
    {
        int digits = 0;
        foreach (char letter in text)
        {
            digits = char.IsAsciiDigit(letter) ? digits + 1 : 0;
            if (digits == NumberOfValue)
            {
                return true;
            }
        }

        return false;
    }
}
