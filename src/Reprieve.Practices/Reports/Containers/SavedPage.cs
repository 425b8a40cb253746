using System.Globalization;
using Reprieve.Notices;

namespace Reprieve.Practices.Reports;

/// <summary>The tables of a saved web page, and of the pages that some systems export under the name of a workbook.</summary>
internal static class SavedPage
{
    private static readonly string[] Openings =
    [
        "<!doctype html",
        "<html",
        "<table",
        "<head",
        "<meta",
        "<body",
        "<div",
        "<style",
    ];

    /// <summary>A page as large as a message may be, and then as much again for what its tables hold.</summary>
    private const long MaxBytes = 64L * 1024 * 1024;

    public static bool Is(string start)
    {
        ReadOnlySpan<char> text = start.AsSpan().TrimStart();
        if (text.StartsWith("<?xml"))
        {
            int end = text.IndexOf('>');
            text = end < 0 ? default : text[(end + 1)..].TrimStart();
        }

        while (text.StartsWith("<!--"))
        {
            int end = text.IndexOf("-->");
            text = end < 0 ? default : text[(end + 3)..].TrimStart();
        }

        foreach (string opening in Openings)
        {
            if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Null when the page has no table worth the name.</summary>
    public static IReadOnlyList<ReportSource>? Tables(ReportSource source, TableFormats formats)
    {
        using Stream stream = source.Open();
        if (stream.Length > MaxBytes)
        {
            throw new ReportException(Say.Texts.Get("ContainerTooLarge", MaxBytes / (1024 * 1024)));
        }

        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        IReadOnlyList<PageTable> pages = PageTables.Read(bytes);
        List<TableWithin> tables =
        [
            .. pages.Select(
                (table, i) =>
                    TableWithin.Of(
                        (i + 1).ToString(CultureInfo.InvariantCulture),
                        [.. table.Rows.Take(TableWithin.RowsLookedAt)],
                        formats
                    )
            ),
        ];
        return tables.Exists(table => table.Width > 1)
            ? TableWithin.Chosen(source, tables, table => pages[tables.IndexOf(table)].Rows)
            : null;
    }
}
