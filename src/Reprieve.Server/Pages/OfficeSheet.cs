using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Reprieve.Server.Pages;

/// <summary>A column of a sheet.</summary>
internal sealed record SheetColumn<T>(string Name, double Width, Func<T, Cell> Cell);

/// <summary>A sheet of an Excel file: its name and its rows, the headings first.</summary>
internal sealed record OfficeSheet(string Name, IReadOnlyList<double> Widths, SheetData Rows)
{
    public static OfficeSheet Of<T>(string name, IEnumerable<T> rows, IReadOnlyList<SheetColumn<T>> columns)
    {
        var data = new SheetData(new Row(columns.Select(column => OfficeCell.Text(column.Name))));
        foreach (T row in rows)
        {
            data.AppendChild(new Row(columns.Select(column => column.Cell(row))));
        }

        return new OfficeSheet(name, [.. columns.Select(column => column.Width)], data);
    }

    /// <summary>The file of some sheets.</summary>
    public static byte[] File(params IReadOnlyList<OfficeSheet> sheets)
    {
        using var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            WorkbookPart part = book.AddWorkbookPart();
            part.AddNewPart<WorkbookStylesPart>().Stylesheet = OfficeCell.Styles();
            var list = new Sheets();
            foreach (OfficeSheet sheet in sheets)
            {
                WorksheetPart place = part.AddNewPart<WorksheetPart>();
                place.Worksheet = sheet.Worksheet();
                list.AppendChild(
                    new Sheet
                    {
                        Id = part.GetIdOfPart(place),
                        SheetId = (uint)list.ChildElements.Count + 1,
                        Name = sheet.Name,
                    }
                );
            }

            part.Workbook = new Workbook(list);
        }

        return file.ToArray();
    }

    private Worksheet Worksheet() =>
        new(
            // The headings stay in sight.
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            ),
            new Columns(
                Widths.Select(
                    (width, at) =>
                        new Column
                        {
                            Min = (uint)at + 1,
                            Max = (uint)at + 1,
                            Width = width,
                            CustomWidth = true,
                        }
                )
            ),
            Rows
        );
}

/// <summary>Cells: figures as figures, days as days, text never as a formula.</summary>
internal static class OfficeCell
{
    public const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const uint DayAndHour = 1;
    private const uint DayAlone = 2;
    private const uint Share = 3;

    public static Cell Text(string? text) =>
        new(new InlineString(new Text(OfficeText.Clean(text ?? "")) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString,
        };

    public static Cell Number(decimal? number) => number is { } known ? Figure(known) : Text(null);

    /// <summary>A rate as a percentage.</summary>
    public static Cell Percent(double? rate) =>
        rate is { } known && double.IsFinite(known) ? Figure((decimal)known, Share) : Text(null);

    public static Cell Day(DateOnly? day) =>
        day is { } known ? Figure((decimal)known.ToDateTime(TimeOnly.MinValue).ToOADate(), DayAlone) : Text(null);

    /// <summary>A day and an hour, in the time of its offset.</summary>
    public static Cell Moment(DateTimeOffset? at) =>
        at is { } known
            ? new Cell(new CellValue(known.DateTime.ToOADate().ToString(CultureInfo.InvariantCulture)))
            {
                DataType = CellValues.Number,
                StyleIndex = DayAndHour,
            }
            : Text(null);

    public static Stylesheet Styles() =>
        new(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy-mm-dd hh:mm" },
                new NumberingFormat { NumberFormatId = 165, FormatCode = "yyyy-mm-dd" }
            )
            {
                Count = 2,
            },
            new Fonts(new Font()) { Count = 1 },
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            )
            {
                Count = 2,
            },
            new Borders(new Border()) { Count = 1 },
            new CellFormats(
                new CellFormat(),
                new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 165, ApplyNumberFormat = true },
                // 0.00 %, as the program knows it by its number.
                new CellFormat { NumberFormatId = 10, ApplyNumberFormat = true }
            )
            {
                Count = 4,
            }
        );

    private static Cell Figure(decimal number, uint? style = null) =>
        new(new CellValue(number.ToString(CultureInfo.InvariantCulture)))
        {
            DataType = CellValues.Number,
            StyleIndex = style is { } known ? known : null,
        };
}
