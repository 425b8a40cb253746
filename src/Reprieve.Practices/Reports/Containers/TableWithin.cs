namespace Reprieve.Practices.Reports;

/// <summary>
/// A table within a workbook or page, by its first rows: where its header is, and whether a kind of report has it.
/// Titles and empty rows above a header are passed over.
/// </summary>
/// <param name="Name">The sheet's name, or the number of the table on its page.</param>
/// <param name="HeaderRow">Rows above the header.</param>
/// <param name="Width">Cells of the header that are not empty.</param>
internal sealed record TableWithin(string Name, int HeaderRow, int Width, bool Known)
{
    /// <summary>How far down a header is looked for.</summary>
    public const int RowsLookedAt = 20;

    public static TableWithin Of(string name, IReadOnlyList<IReadOnlyList<string>> firstRows, TableFormats formats)
    {
        int best = 0;
        for (int i = 0; i < firstRows.Count; i++)
        {
            if (
                Header.Of([.. firstRows[i].Select(cell => Header.Normalise(cell))], DelimitedStream.Delimiter, formats)
                is not null
            )
            {
                return new TableWithin(name, i, Filled(firstRows[i]), Known: true);
            }

            best = Filled(firstRows[i]) > Filled(firstRows[best]) ? i : best;
        }

        return new TableWithin(name, best, firstRows.Count == 0 ? 0 : Filled(firstRows[best]), Known: false);
    }

    /// <summary>
    /// The tables that a kind of report has; without any the widest one, which may be mapped. One alone is shown under
    /// the file's own name.
    /// </summary>
    public static IReadOnlyList<ReportSource> Chosen(
        ReportSource file,
        IReadOnlyList<TableWithin> tables,
        Func<TableWithin, IEnumerable<IReadOnlyList<string>>> rows
    )
    {
        List<TableWithin> known = [.. tables.Where(table => table.Known)];
        List<TableWithin> chosen =
            known.Count > 0 ? known : [.. tables.OrderByDescending(table => table.Width).Take(1)];
        return
        [
            .. chosen.Select(table => new ReportSource(
                chosen.Count == 1 ? file.Shown : $"{file.Shown}/{table.Name}",
                () => new DelimitedStream(rows(table).Skip(table.HeaderRow))
            )
            {
                RowsBefore = table.HeaderRow,
                Sha256 = file.Sha256,
                Depth = file.Depth,
                IsTable = true,
            }),
        ];
    }

    private static int Filled(IReadOnlyList<string> row) => row.Count(cell => cell.Length > 0);
}
