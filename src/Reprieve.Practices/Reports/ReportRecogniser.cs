namespace Reprieve.Practices.Reports;

/// <summary>A table that was recognised in a file.</summary>
/// <param name="Type">Its code in <c>files[].type</c>.</param>
/// <param name="Fills">The type whose rows it has; another one only for a mapped table.</param>
public sealed record RecognisedTable(string Type, string Fills);

/// <summary>Tells which reports a file holds, by its content alone.</summary>
public static class ReportRecogniser
{
    /// <summary>Enough for the longest header row there is.</summary>
    private const int Sample = 64 * 1024;

    /// <summary>
    /// The code of a file's type as in <c>files[].type</c> (all_orders, claims …), or null when it is none of the
    /// reports; of a file that holds several tables the first. Never throws on what it finds there.
    /// </summary>
    public static string? TypeOf(string path) => TablesIn(path).Select(table => table.Type).FirstOrDefault();

    /// <summary>The tables of a file: one, or several in a workbook, an archive or a saved page; none when it has none.</summary>
    /// <param name="formats">By what tables are known; null for the built-in names.</param>
    public static IReadOnlyList<RecognisedTable> TablesIn(string path, TableFormats? formats = null)
    {
        List<RecognisedTable> found = [];
        Look(ReportSource.OfFile(path, path), formats ?? TableFormats.BuiltIn, found);
        return found;
    }

    /// <summary>What to do with a file in which no table is recognised; null when it is not even a table.</summary>
    public static string? Advice(string path, TableFormats? formats = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Look(ReportSource.OfFile(path, Path.GetFileName(path)), formats ?? TableFormats.BuiltIn, []);
    }

    /// <summary>Notes the tables, and returns what is to be said of a file without any.</summary>
    private static string? Look(ReportSource source, TableFormats formats, List<RecognisedTable> found)
    {
        try
        {
            ReportStart start = ReportStart.Of(source, formats, Sample);
            if (start.Header is { } header)
            {
                found.Add(new RecognisedTable(header.Type, header.Kind.Code));
            }
            else if (start.Figures)
            {
                found.Add(new RecognisedTable(PerformanceReport.Code, PerformanceReport.Code));
            }
            else
            {
                return Within(source, start, formats, found);
            }
        }
        catch (ReportException fault)
        {
            return fault.Message;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }

        return null;
    }

    private static string? Within(
        ReportSource source,
        ReportStart start,
        TableFormats formats,
        List<RecognisedTable> found
    )
    {
        if (source.IsTable || Container.Tables(source, start.Text, formats) is not { } tables)
        {
            return
                source.IsTable
                || Unrecognised.OrderColumn(start) is not null
                || Header.Nearest(start.HeaderLine) is not null
                ? Unrecognised.Why(source, start)
                : null;
        }

        string? advice = null;
        int before = found.Count;
        foreach (ReportSource table in tables)
        {
            advice ??= Look(table, formats, found);
        }

        return found.Count > before ? null : advice ?? Unrecognised.Why(tables.Count > 0 ? tables[0] : source, start);
    }
}
