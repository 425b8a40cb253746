using System.Text;
using System.Text.Unicode;

namespace Reprieve.Practices.Reports;

/// <summary>What was taken from a part of a file, before it is put behind what came before it.</summary>
/// <param name="Rows">The rows, with the names of the worker that read them.</param>
/// <param name="NewNames">The names that the worker met in this part for the first time, in the order of their numbers.</param>
/// <param name="Dates">What its dates show.</param>
/// <param name="Rejected">Rows that were rejected: number within the part, and why.</param>
/// <param name="Count">Data rows.</param>
/// <param name="Lines">All rows, blank ones and the header too.</param>
internal sealed record RowPart(
    Imports Rows,
    string[] NewNames,
    ImportedFile Dates,
    List<(long Row, string Why)> Rejected,
    int Count,
    long Lines
);

/// <summary>Takes the rows of blocks of text, one after the other; each thread has a worker of its own.</summary>
internal sealed class RowWorker(Header header, Encoding encoding, int fileIndex)
{
    private readonly Names _names = new();
    private char[] _characters = [];
    private byte[] _text = [];

    /// <param name="block">Whole lines.</param>
    /// <param name="length">How much of the block they fill.</param>
    /// <param name="hasHeader">Whether the first row is the header.</param>
    public RowPart Take(byte[] block, int length, bool hasHeader)
    {
        bool plain = encoding.CodePage == Encoding.UTF8.CodePage && Utf8.IsValid(block.AsSpan(0, length));
        (byte[] text, int end) = plain ? (block, length) : ToUtf8(block.AsSpan(0, length));
        var rows = new PlainRows(text, end, header.Delimiter);
        var dates = new ImportedFile("", header.Kind.Code);
        var row = new ReportRow(rows.Fields, header.Columns, fileIndex, dates, header.Mapping);
        int known = _names.Count;
        var into = new Imports(_names);
        List<(long, string)> rejected = [];
        int count = 0;
        bool skip = hasHeader;
        while (rows.Read())
        {
            if (skip)
            {
                skip = false;
                continue;
            }

            count++;
            if ((ReportRow.Fault(rows.Fault, rows.Fields.Count, header) ?? header.Kind.Take(row, into)) is { } why)
            {
                rejected.Add((rows.Row, why));
            }
        }

        return new RowPart(into, _names.From(known), dates, rejected, count, rows.Row);
    }

    /// <summary>Writes a block in UTF-8; what is no character becomes U+FFFD.</summary>
    private (byte[] Text, int Length) ToUtf8(ReadOnlySpan<byte> block)
    {
        int most = encoding.GetMaxCharCount(block.Length);
        _characters = _characters.Length < most ? new char[most] : _characters;
        ReadOnlySpan<char> text = _characters.AsSpan(0, encoding.GetChars(block, _characters));
        most = Encoding.UTF8.GetMaxByteCount(text.Length);
        _text = _text.Length < most ? new byte[most] : _text;
        return (_text, Encoding.UTF8.GetBytes(text, _text));
    }
}
