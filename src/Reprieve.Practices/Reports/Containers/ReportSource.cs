namespace Reprieve.Practices.Reports;

/// <summary>Where the bytes of a table come from: a file, an entry of an archive, a sheet, a table of a page.</summary>
/// <param name="Shown">Its path in the case folder; what lies within another file is named behind it.</param>
/// <param name="Open">Opens it at its beginning; may be called more than once.</param>
internal sealed record ReportSource(string Shown, Func<Stream> Open)
{
    /// <summary>Rows above its header that were passed over; rejected rows are named as a spreadsheet counts them.</summary>
    public long RowsBefore { get; init; }

    /// <summary>SHA-256 of the file that holds it, where its own bytes are made by us; null to take it while reading.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Whether it is a table out of a workbook or page: there is nothing within it any more.</summary>
    public bool IsTable { get; init; }

    /// <summary>How many archives it lies in.</summary>
    public int Depth { get; init; }

    /// <summary>A file on disk.</summary>
    public static ReportSource OfFile(string path, string shown) =>
        new(
            shown,
            () =>
                new FileStream(
                    path,
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.ReadWrite,
                    64 * 1024,
                    FileOptions.SequentialScan
                )
        );
}
