using System.Text;

namespace Reprieve.Practices.Reports;

/// <summary>Takes the rows of one file: block by block, of a large one on all processors, where it can, else row by row.</summary>
/// <param name="source">Where the rows come from.</param>
/// <param name="report">Called now and then with (bytes read of this file, rows).</param>
internal sealed class RowImport(
    ReportSource source,
    ImportedFile file,
    Imports into,
    Func<long> bytesRead,
    Action<long, long> report,
    CancellationToken cancel
)
{
    private const int MaxRejectedKept = 100_000;
    private const int RowsPerReport = 20_000;
    private const int TextBuffer = 64 * 1024;

    /// <summary>Smaller files are taken sooner than threads are started.</summary>
    private const int Large = 4 * 1024 * 1024;

    /// <summary>Charsets of several bytes none of whose bytes can be taken for a line break or a delimiter.</summary>
    private static readonly int[] EastAsian = [932, 936, 949, 950, 54936];

    private readonly int _index = into.Files.Count - 1;
    private long _lines;
    private int _rows;
    private int _rejected;

    public void Take(HashingStream stream, ReportStart known)
    {
        Header header = known.Header!;
        bool whole = MayCut(known) && TakeBlocks(stream, known, header);
        if (!whole)
        {
            TakeRows(stream, known.Encoding, header);
        }

        (file.Rows, file.Rejected) = (_rows, _rejected);
    }

    /// <summary>Whether a line break is one wherever it stands in the bytes.</summary>
    private static bool MayCut(ReportStart known) =>
        known.LineFeeds
        && (
            known.Encoding.CodePage == Encoding.UTF8.CodePage
            || known.Encoding.IsSingleByte
            || EastAsian.Contains(known.Encoding.CodePage)
        );

    /// <summary>Takes blocks of lines until the end, or until a quote may hold a line break; false where rows are left.</summary>
    private bool TakeBlocks(HashingStream stream, ReportStart known, Header header)
    {
        var blocks = new LineBlocks(stream, known.Encoding.Preamble.ToArray());
        using var pipeline = new RowPipeline(
            () => new RowWorker(header, known.Encoding, _index),
            Append,
            threads: stream.Size >= Large
        );
        bool first = true;
        while (blocks.Next() is var (bytes, length))
        {
            cancel.ThrowIfCancellationRequested();
            if (header.Delimiter != '\t' && bytes.AsSpan(0, length).Contains((byte)'"'))
            {
                stream.PutBack((byte[])[.. bytes.AsSpan(0, length), .. blocks.Left]);
                pipeline.Finish();
                return false;
            }

            pipeline.Give(bytes, length, first);
            first = false;
            report(bytesRead(), _rows);
        }

        pipeline.Finish();
        if (!blocks.Ended)
        {
            stream.PutBack(blocks.Left.ToArray());
        }

        return blocks.Ended;
    }

    private void Append(RowPart part, List<int> names)
    {
        foreach (string name in part.NewNames)
        {
            names.Add(into.Names.Of(name));
        }

        into.Take(part.Rows, names);
        into.Index?.CatchUp();
        file.Saw(part.Dates);
        foreach ((long row, string why) in part.Rejected)
        {
            Reject(_lines + row, why);
        }

        _lines += part.Lines;
        _rows += part.Count;
    }

    private void TakeRows(Stream stream, Encoding encoding, Header header)
    {
        using var text = new StreamReader(
            stream,
            encoding,
            detectEncodingFromByteOrderMarks: true,
            TextBuffer,
            leaveOpen: true
        );
        var table = new TableReader(text, header.Delimiter);
        if (_lines == 0)
        {
            table.Read();
        }

        var fields = new RowFields();
        var row = new ReportRow(fields, header.Columns, _index, file, header.Mapping);
        while (table.Read())
        {
            fields.Take(table);
            if (++_rows % RowsPerReport == 0)
            {
                report(bytesRead(), _rows);
                cancel.ThrowIfCancellationRequested();
            }

            if ((ReportRow.Fault(table.Fault, table.Fields, header) ?? header.Kind.Take(row, into)) is { } why)
            {
                Reject(_lines + table.Row, why);
            }
        }
    }

    private void Reject(long row, string why)
    {
        if (++_rejected <= MaxRejectedKept)
        {
            into.Rejected.Add(new RejectedRow(source.Shown, source.RowsBefore + row, why));
        }
    }
}
