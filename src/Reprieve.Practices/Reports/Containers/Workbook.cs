using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;

namespace Reprieve.Practices.Reports;

/// <summary>
/// The sheets of an Excel workbook (<c>.xlsx</c>). A date is given as a date whatever way its cell shows it, a formula
/// by its last value. Numbers are written in full: what Excel has rounded away nobody brings back.
/// </summary>
internal static class Workbook
{
    private const int MaxSheets = 100;

    /// <summary>Rows that a sheet of Excel can have.</summary>
    private const int MaxRows = 1_048_576;

    /// <summary>More columns than any report has; each costs memory in every row.</summary>
    private const int MaxColumns = 2_000;

    /// <summary>All texts of a workbook lie in memory while it is read.</summary>
    private const long MaxTexts = 512L * 1024 * 1024;

    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IReadOnlyList<ReportSource> Tables(ReportSource source, ZipArchive zip, TableFormats formats)
    {
        if (zip.GetEntry("xl/sharedStrings.xml")?.Length > MaxTexts)
        {
            throw new ReportException(Say.Texts.Get("ContainerTooLarge", MaxTexts / (1024 * 1024)));
        }

        List<TableWithin> tables = Safely(() => Sheets(source, formats));
        return tables.Exists(table => table.Width > 0)
            ? TableWithin.Chosen(source, tables, table => Rows(source, tables.IndexOf(table)))
            : throw new ReportException(Say.Texts.Get("WorkbookEmpty"));
    }

    private static List<TableWithin> Sheets(ReportSource source, TableFormats formats)
    {
        using Stream stream = source.Open();
        using IExcelDataReader reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        List<TableWithin> tables = [];
        do
        {
            CheckWidth(reader);
            List<IReadOnlyList<string>> first = [];
            while (first.Count < TableWithin.RowsLookedAt && reader.Read())
            {
                first.Add(Cells(reader));
            }

            tables.Add(TableWithin.Of(reader.Name ?? "", first, formats));
        } while (tables.Count < MaxSheets && reader.NextResult());

        return tables;
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(ReportSource source, int sheet)
    {
        using Stream stream = source.Open();
        using IExcelDataReader reader = Safely(() => At(stream, sheet));
        for (int row = 0; row < MaxRows && Safely(reader.Read); row++)
        {
            yield return Safely(() => Cells(reader));
        }
    }

    private static IExcelDataReader At(Stream stream, int sheet)
    {
        IExcelDataReader reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        for (int i = 0; i < sheet; i++)
        {
            reader.NextResult();
        }

        CheckWidth(reader);
        return reader;
    }

    private static void CheckWidth(IExcelDataReader reader)
    {
        if (reader.FieldCount > MaxColumns)
        {
            throw new ReportException(Say.Texts.Get("WorkbookTooWide", MaxColumns));
        }
    }

    private static string[] Cells(IExcelDataReader reader)
    {
        var cells = new string[reader.FieldCount];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = reader.GetValue(i) switch
            {
                null => "",
                string text => text,
                DateTime date => Written(date, reader.GetNumberFormatString(i)),
                double number => Written(number),
                bool yes => yes ? "TRUE" : "FALSE",
                IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
                object other => other.ToString() ?? "",
            };
        }

        return cells;
    }

    /// <summary>A date without a time where neither the cell has one nor its format shows one: then it means the whole day.</summary>
    private static string Written(DateTime date, string? format)
    {
        // Excel counts days in floating point: half a second mends what that loses.
        DateTime whole = date.AddMilliseconds(500);
        bool time =
            whole.TimeOfDay >= TimeSpan.FromSeconds(1)
            || format?.Contains('h', StringComparison.OrdinalIgnoreCase) == true;
        return whole.ToString(time ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static string Written(double number) =>
        Math.Abs(number) < 1e28 && number == Math.Truncate(number)
            ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The library throws whatever its parser runs into; for a seller all of it means that the file is broken.</summary>
    private static T Safely<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is not (ReportException or OutOfMemoryException or IOException))
        {
            throw new ReportException(Say.Texts.Get("WorkbookBroken"));
        }
    }
}
