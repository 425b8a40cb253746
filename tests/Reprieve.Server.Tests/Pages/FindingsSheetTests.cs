using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Reprieve.Knowledge;
using Reprieve.Practices;
using Reprieve.Server.Pages;

namespace Reprieve.Server.Tests.Pages;

public sealed class FindingsSheetTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_gives_its_findings_on_four_sheets()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        (await server.PageAsync(path + "/review")).ShouldContain($"href=\"{path}/findings.xlsx\"");

        using SpreadsheetDocument book = Open(
            await server.Browser.GetByteArrayAsync(new Uri(path + "/findings.xlsx", UriKind.Relative), Cancel)
        );

        Names(book).ShouldBe(["Listings", "What can be undone", "Metrics", "Orders"]);
        new OpenXmlValidator().Validate(book, Cancel).ShouldBeEmpty();
        List<string[]> metrics = Texts(book, "Metrics");
        string[] missed = metrics.First(row => row[2] == "missed");
        missed[0].ShouldBe("Late shipment rate (30 days)");
        Texts(book, "Orders").Skip(1).ShouldAllBe(row => row[0].Length > 0 && row[2].Length == 19);
        Texts(book, "Orders")
            .Count(row => row[0] == missed[0] && row[1] == missed[1])
            .ShouldBe(int.Parse(missed[6], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void What_looks_like_a_formula_is_text_and_a_rate_is_a_percentage()
    {
        using SpreadsheetDocument book = Open(
            new FindingsSheet(Review("=HYPERLINK(\"http://x\")", "\u0001+1 \uD83D"), KnowledgeLoader.BuiltIn).File()
        );

        new OpenXmlValidator().Validate(book, Cancel).ShouldBeEmpty();
        book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<CellFormula>())
            .ShouldBeEmpty();
        Cell sku = Cells(book, "Listings", 1)[0];
        sku.DataType!.Value.ShouldBe(CellValues.InlineString);
        sku.InnerText.ShouldBe("=HYPERLINK(\"http://x\")");
        Cell rate = Cells(book, "Metrics", 1)[3];
        rate.CellValue!.Text.ShouldBe("0.0625");
        rate.StyleIndex!.Value.ShouldBe(3u);
        Cell day = Cells(book, "Metrics", 1)[8];
        DateTime
            .FromOADate(double.Parse(day.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(new DateTime(2026, 9, 1));
    }

    private static Review Review(string sku, string quote) =>
        new()
        {
            AsOf = new DateOnly(2026, 10, 2),
            Marketplace = "amazon.com",
            TimeZone = "America/Los_Angeles",
            Files = [],
            Metrics =
            [
                new MetricResult
                {
                    Code = "late_shipment_rate_30d",
                    Program = Fulfilment.Merchant,
                    Window = new MetricWindow(new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 30), 30),
                    Numerator = 1,
                    Denominator = 16,
                    Value = 0.0625,
                    Target = 0.04,
                    Condition = TargetCondition.LessThan,
                    Status = "missed",
                    Assumed = 0,
                    Missing = [],
                    Assumptions = [],
                    Orders = ["123-1234567-1234567"],
                    AmazonReported = null,
                },
            ],
            Drivers = [],
            Listings =
            [
                new ListingFinding(
                    sku,
                    "B000000001",
                    KnowledgeLoader.BuiltIn.Policies[0].Code,
                    ListingSeverity.High,
                    new ListingEvidence("title", quote)
                ),
            ],
            Unreadable = [],
            Forecast = [],
        };

    private static SpreadsheetDocument Open(byte[] file) => SpreadsheetDocument.Open(new MemoryStream(file), false);

    private static List<string> Names(SpreadsheetDocument book) =>
        [.. book.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!)];

    private static List<Row> Rows(SpreadsheetDocument book, string sheet)
    {
        string id = book.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(one => one.Name == sheet).Id!.Value!;
        return [.. ((WorksheetPart)book.WorkbookPart.GetPartById(id)).Worksheet!.Descendants<Row>()];
    }

    private static List<Cell> Cells(SpreadsheetDocument book, string sheet, int row) =>
        [.. Rows(book, sheet)[row].Elements<Cell>()];

    private static List<string[]> Texts(SpreadsheetDocument book, string sheet) =>
        [.. Rows(book, sheet).Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToArray())];
}
