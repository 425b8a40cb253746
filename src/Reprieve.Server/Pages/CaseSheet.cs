using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Pages;

/// <summary>A list of cases as an Excel file: figures as figures, days as days in the time of the store, text never as a formula.</summary>
internal static class CaseSheet
{
    private const uint DayAndHour = 1;

    private sealed record SheetColumn(string Name, double Width, Func<CaseLine, Cell> Cell);

    /// <summary>The file.</summary>
    public static byte[] Of(IEnumerable<CaseLine> lines, ClientList clients, KnowledgeBase knowledge)
    {
        SheetColumn[] columns = [.. Columns(clients, knowledge)];
        var data = new SheetData(new Row(columns.Select(column => Text(column.Name))));
        foreach (CaseLine line in lines)
        {
            data.AppendChild(new Row(columns.Select(column => column.Cell(line))));
        }

        using var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            WorkbookPart part = book.AddWorkbookPart();
            part.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            WorksheetPart sheet = part.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(
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
                    columns.Select(
                        (column, at) =>
                            new Column
                            {
                                Min = (uint)at + 1,
                                Max = (uint)at + 1,
                                Width = column.Width,
                                CustomWidth = true,
                            }
                    )
                ),
                data
            );
            part.Workbook = new Workbook(
                new Sheets(
                    new Sheet
                    {
                        Id = part.GetIdOfPart(sheet),
                        SheetId = 1,
                        Name = Say.Get("nav_cases"),
                    }
                )
            );
        }

        return file.ToArray();
    }

    private static IEnumerable<SheetColumn> Columns(ClientList clients, KnowledgeBase knowledge)
    {
        yield return new(Say.Get("cases_case"), 34, line => Text(line.Title));
        if (clients.Any)
        {
            yield return new(Say.Get("clients_client"), 24, line => Text(clients.Of(line.Account)?.Name));
        }

        yield return new(
            Say.Get("store_name"),
            22,
            line => Text(clients.Store(line.Account)?.Store ?? line.Summary.Store)
        );
        yield return new(Say.Get("sheet_marketplace"), 16, line => Text(line.Summary.Marketplace));
        yield return new(
            Say.Get("cases_reason"),
            34,
            line =>
                Text(
                    line.Summary.Reasons.Count > 0 ? Words.Reasons(line.Summary.Reasons, knowledge)
                    : line.Summary.Kind is { } kind ? NoticeTexts.Name(kind)
                    : null
                )
        );
        yield return new(Say.Get("cases_stage"), 22, line => Text(Words.Stage(line.Stage)));
        yield return new(Say.Get("turn_title"), 12, line => Text(Say.Get("turn_" + line.Summary.TurnAt(line.Stage))));
        yield return new(Say.Get("sheet_questions"), 14, line => Number(line.Summary.Questions));
        yield return new(Say.Get("sheet_blocking"), 14, line => Number(line.Summary.Blocking));
        yield return new(Say.Get("sheet_rounds"), 12, line => Number(line.Summary.Rounds));
        yield return new(Say.Get("sheet_due"), 18, line => Day(DueOf(line)));
        yield return new(
            Say.Get("sheet_offset"),
            12,
            line => Text(DueOf(line)?.ToString("zzz", CultureInfo.InvariantCulture))
        );
        yield return new(Say.Get("sheet_updated"), 18, line => Day(line.Updated));
    }

    /// <summary>A forged notice sets no day.</summary>
    private static DateTimeOffset? DueOf(CaseLine line) => line.Stage == CaseStage.NotAmazon ? null : line.Summary.Due;

    private static Cell Text(string? text) =>
        new(new InlineString(new Text(OfficeText.Clean(text ?? "")) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString,
        };

    private static Cell Number(int number) =>
        new(new CellValue(number.ToString(CultureInfo.InvariantCulture))) { DataType = CellValues.Number };

    private static Cell Day(DateTimeOffset? at) =>
        at is { } day
            ? new Cell(new CellValue(day.DateTime.ToOADate().ToString(CultureInfo.InvariantCulture)))
            {
                DataType = CellValues.Number,
                StyleIndex = DayAndHour,
            }
            : Text(null);

    private static Stylesheet Styles() =>
        new(
            new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy-mm-dd hh:mm" })
            {
                Count = 1,
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
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true })
            {
                Count = 2,
            }
        );
}
