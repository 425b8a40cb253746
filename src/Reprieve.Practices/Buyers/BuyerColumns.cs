using System.Collections.Frozen;
using System.Text;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Buyers;

/// <summary>
/// Takes the columns out of tables that tell who a buyer is (named in <c>knowledge/columns/buyers.yaml</c>). Everything
/// else stays byte for byte: encoding, quotes, line ends and the number of rows.
/// </summary>
public sealed class BuyerColumns
{
    /// <summary>What the entries name in place of a report: they are of no one report.</summary>
    internal const string Report = "buyers";
    private const int Sample = 64 * 1024;

    private readonly FrozenSet<string> _names;
    private readonly KnowledgeBase _knowledge;

    /// <summary>Prepares to look for the columns that knowledge names.</summary>
    public BuyerColumns(KnowledgeBase knowledge)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        _knowledge = knowledge;
        _names = knowledge
            .Columns.Where(entry => entry.Report == Report)
            .SelectMany(entry => entry.Columns.Values.SelectMany(names => names))
            .Select(name => Header.Normalise(name))
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The content without such columns, read as it streams by; a content that has none comes as it is.</summary>
    /// <param name="content">Read from where it stands; closed with the stream that is returned.</param>
    public BuyerFreeContent Without(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        byte[] sample = new byte[Sample];
        int length = content.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        var begun = new ContinuedStream(sample, length, content);
        TableShape? shape = TableShape.Of(sample.AsSpan(0, length), length < sample.Length, IsOfBuyer);
        return shape is null
            ? new BuyerFreeContent(begun, 0)
            : new BuyerFreeContent(new ColumnFilter(begun, shape), shape.Dropped.Count);
    }

    /// <summary>
    /// The tables within a workbook, an archive or a saved page, each without such columns; null when it holds none of
    /// them, so that the file may stay as it is. Of an archive every file is given.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Its name, which those of the tables begin with.</param>
    public IReadOnlyList<TableWithoutBuyers>? TablesIn(string path, string name)
    {
        List<TableWithoutBuyers> found = [];
        try
        {
            bool any = Look(ReportSource.OfFile(path, name), TableFormats.Of(_knowledge, ""), found, top: true);
            return any ? found : null;
        }
        catch (Exception fault) when (fault is ReportException or InvalidDataException)
        {
            // Broken, encrypted or a bomb: no table can be read out of it, here or later.
            return null;
        }
    }

    private bool IsOfBuyer(string name) => _names.Contains(Header.Normalise(name));

    /// <summary>Notes what a file gives, and tells whether buyers are named anywhere in it.</summary>
    private bool Look(ReportSource source, TableFormats formats, List<TableWithoutBuyers> found, bool top)
    {
        IReadOnlyList<ReportSource>? within = source.IsTable ? null : Container.Tables(source, Start(source), formats);
        if (within is null)
        {
            if (!top)
            {
                found.Add(new TableWithoutBuyers(source.Shown, source.IsTable, () => Without(source.Open())));
            }

            using BuyerFreeContent content = Without(source.Open());
            return content.Dropped > 0 && !top;
        }

        bool any = formats.Workbooks.Values.Any(sheets =>
            sheets.Any(sheet => sheet.Rows.Any(row => row.Any(IsOfBuyer)))
        );
        foreach (ReportSource one in within)
        {
            any |= Look(one, formats, found, top: false);
        }

        return any;
    }

    private static string Start(ReportSource source)
    {
        using Stream stream = source.Open();
        byte[] start = new byte[Sample];
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(start, 0, length).TrimStart('\uFEFF');
    }
}

/// <summary>A content from which the columns that name buyers are gone.</summary>
/// <param name="Content">What is left.</param>
/// <param name="Dropped">How many columns are gone; 0 when it had none.</param>
public sealed record BuyerFreeContent(Stream Content, int Dropped) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Content.Dispose();
}

/// <summary>A file or table out of another file.</summary>
/// <param name="Name">Name of the file it lies in, and its own behind a slash.</param>
/// <param name="IsTable">Whether it was made text by us; it is CSV then.</param>
/// <param name="Open">Opens it without the columns that name buyers.</param>
public sealed record TableWithoutBuyers(string Name, bool IsTable, Func<BuyerFreeContent> Open);
