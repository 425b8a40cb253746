using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Server.Desk;
using Reprieve.Server.Pages;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Pages;

public sealed class CaseSheetTests
{
    private static readonly Dictionary<Guid, string> Nobody = [];

    private static readonly DateTimeOffset Due = new(2026, 10, 6, 23, 59, 0, TimeSpan.FromHours(-7));

    [Fact]
    public void The_file_is_one_that_excel_takes()
    {
        using SpreadsheetDocument book = Open(
            Sheet(
                Line("late"),
                Line("=HYPERLINK(\"http://x\")"),
                Line("\u0001 \uD83D\uDE00 青枫"),
                Line("half \uD83D of one"),
                Line(new string('青', 40_000))
            )
        );

        new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).ShouldBeEmpty();
    }

    [Fact]
    public void A_day_is_a_day_in_the_time_of_the_store_and_a_figure_is_a_figure()
    {
        using SpreadsheetDocument book = Open(Sheet(Line("late")));
        List<Cell> cells = Row(book, 1);

        DateTime
            .FromOADate(double.Parse(cells[9].CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(new DateTime(2026, 10, 6, 23, 59, 0), TimeSpan.FromSeconds(1));
        cells[9].StyleIndex!.Value.ShouldBe(1u);
        cells[10].InnerText.ShouldBe("-07:00");
        cells[6].CellValue!.Text.ShouldBe("4");
        cells[6].DataType!.Value.ShouldBe(CellValues.Number);
    }

    [Fact]
    public void The_day_of_a_forged_notice_is_no_day()
    {
        using SpreadsheetDocument book = Open(Sheet(Line("forged") with { Stage = CaseStage.NotAmazon }));

        Row(book, 1)[9].InnerText.ShouldBe("");
        Row(book, 1)[10].InnerText.ShouldBe("");
    }

    [Fact]
    public void What_looks_like_a_formula_is_text()
    {
        using SpreadsheetDocument book = Open(Sheet(Line("=1+1")));

        Row(book, 1)[0].DataType!.Value.ShouldBe(CellValues.InlineString);
        Row(book, 1)[0].InnerText.ShouldBe("=1+1");
        book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<CellFormula>().ShouldBeEmpty();
    }

    [Fact]
    public void Where_there_are_clients_a_column_names_them()
    {
        var client = new Client(Guid.NewGuid(), "Harbor Trade");
        var store = new Account(Guid.NewGuid(), client.Id, "Northfold", "", []);
        var clients = new ClientList([client], [store]);

        using SpreadsheetDocument book = Open(
            new CaseSheet(clients, KnowledgeLoader.BuiltIn, Nobody).Of([
                Line("late") with
                {
                    Account = store.Id,
                },
                Line("other"),
            ])
        );

        Row(book, 0)[1].InnerText.ShouldBe("Client");
        Row(book, 1)[1].InnerText.ShouldBe("Harbor Trade");
        Row(book, 1)[2].InnerText.ShouldBe("Northfold");
        Row(book, 2)[1].InnerText.ShouldBe("");
    }

    [Fact]
    public void Money_is_a_figure_beside_its_currency_and_the_person_is_named_where_there_are_people()
    {
        var person = Guid.NewGuid();
        CaseLine line = Line("held") with { Held = new MoneyHeld(1234.5m, "EUR"), Assignee = person };

        using SpreadsheetDocument alone = Open(Sheet(line));
        using SpreadsheetDocument many = Open(
            new CaseSheet(
                ClientList.Empty,
                KnowledgeLoader.BuiltIn,
                new Dictionary<Guid, string> { [person] = "=Edda" }
            ).Of([line])
        );

        Row(alone, 1)[^2].CellValue!.Text.ShouldBe("1234.5");
        Row(alone, 1)[^1].InnerText.ShouldBe("EUR");
        Row(many, 0)[^1].InnerText.ShouldBe("Looked after by");
        Row(many, 1)[^1].DataType!.Value.ShouldBe(CellValues.InlineString);
        Row(many, 1)[^1].InnerText.ShouldBe("=Edda");
    }

    [Fact]
    public async Task The_list_gives_the_cases_it_finds_as_a_file()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        await server.OpenSampleAsync();
        await server.OpenSampleAsync("inauthentic");

        byte[] all = await server.Browser.GetByteArrayAsync(
            new Uri("/cases.xlsx", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        byte[] some = await server.Browser.GetByteArrayAsync(
            new Uri("/cases.xlsx?q=inauthentic", UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        using SpreadsheetDocument one = Open(all);
        using SpreadsheetDocument other = Open(some);
        Rows(one).Count.ShouldBe(3);
        Rows(other).Count.ShouldBe(2);
    }

    private static CaseLine Line(string title) =>
        new(
            new CaseId(Guid.NewGuid()),
            title,
            CaseStage.Preparing,
            new CaseSummary
            {
                Reasons = ["late_shipment"],
                Questions = 4,
                Due = Due,
                Marketplace = "amazon.com",
            },
            Due,
            1
        );

    private static byte[] Sheet(params CaseLine[] lines) =>
        new CaseSheet(ClientList.Empty, KnowledgeLoader.BuiltIn, Nobody).Of(lines);

    private static SpreadsheetDocument Open(byte[] file) => SpreadsheetDocument.Open(new MemoryStream(file), false);

    private static List<Row> Rows(SpreadsheetDocument book) =>
        [.. book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>()];

    private static List<Cell> Row(SpreadsheetDocument book, int at) => [.. Rows(book)[at].Elements<Cell>()];
}
