using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using NJsonSchema;
using Reprieve.Cli;

namespace Reprieve.Tests.Commands;

public sealed class MapTests : IDisposable
{
    private const string Table =
        "Bestellung;Name;Versand bis;Versandt am;Sendungsnummer\n"
        + "111-0000001-0000007;Jane Roe;2026-09-10;2026-09-11;1Z0000001\n"
        + "111-0000002-0000014;Jane Roe;2026-09-10;2026-09-09;1Z0000002\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-map-").FullName;
    private readonly string _file;
    private readonly string _tables;

    public MapTests()
    {
        _file = Path.Combine(_folder, "erp.csv");
        _tables = Path.Combine(_folder, "tables.yaml");
        File.WriteAllText(_file, Table);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Without_answers_it_suggests_prints_the_command_and_remembers_nothing()
    {
        CommandRun run = CommandRun.Of("map", _file);
        run.ExitCode.ShouldBe(1);
        run.Out.ShouldContain("--as shipments --column order-id=Bestellung --column ship-by=\"Versand bis\"");
        run.Out.ShouldNotContain("Jane Roe");
        run.Out.Split('\n').ShouldAllBe(line => line.StartsWith("  reprieve map") || line.Length <= 80);
        File.Exists(_tables).ShouldBeFalse();
    }

    [Theory]
    [InlineData("en", "It still needs: order-status, fulfillment-channel.")]
    [InlineData("zh-Hans", "还缺：order-status")]
    public void What_the_suggestions_leave_open_is_said_before_the_command_would_fail(string language, string said)
    {
        File.WriteAllText(
            _file,
            "Order ID,Date,Category,Qty,Amount\n111-0000001-0000007,2022-04-30,towel,1,406\n111-0000002-0000014,2022-04-29,towel,1,399\n"
        );
        CommandRun run = CommandRun.Of("map", _file, "--as", "all_orders", "--ui-language", language);
        run.ExitCode.ShouldBe(2);
        CommandRun.Of("map", _file, "--ui-language", language).Out.ShouldContain(said);
        CommandRun
            .Of(
                "map",
                _file,
                "--as",
                "all_orders",
                "--set",
                "order-status=Shipped",
                "--set",
                "fulfillment-channel=Merchant",
                "--column",
                "purchase-date=Date"
            )
            .ExitCode.ShouldBe(0);
    }

    [Fact]
    public void By_options_it_remembers_and_review_reads_files_with_that_header()
    {
        CommandRun before = CommandRun.Of("review", _folder, "--json");
        before.ExitCode.ShouldBe(3);
        before.Error.ShouldContain("reprieve map erp.csv");

        CommandRun map = CommandRun.Of("map", _file, "--as", "shipments", "--column", "ship-by=Versand bis", "--json");
        map.ExitCode.ShouldBe(0);
        using JsonDocument json = JsonDocument.Parse(map.Out);
        json.RootElement.GetProperty("written").GetBoolean().ShouldBeTrue();
        JsonElement columns = json.RootElement.GetProperty("mapping").GetProperty("columns");
        columns.GetProperty("order-id").GetString().ShouldBe("Bestellung");
        columns.GetProperty("ship-confirmed").GetString().ShouldBe("Versandt am");

        CommandRun review = CommandRun.Of("review", _folder, "--json", "--as-of", "2026-09-20");
        review.ExitCode.ShouldBe(0);
        using JsonDocument read = JsonDocument.Parse(review.Out);
        JsonElement file = read.RootElement.GetProperty("files")[0];
        (file.GetProperty("type").GetString(), file.GetProperty("rows").GetInt32()).ShouldBe(("mapped", 2));
        JsonElement late = read
            .RootElement.GetProperty("metrics")
            .EnumerateArray()
            .Single(metric => metric.GetProperty("code").GetString() == "late_shipment_rate_30d");
        late.GetProperty("orders")[0].GetString().ShouldBe("111-0000001-0000007");
    }

    [Fact]
    public async Task What_is_printed_is_valid_by_the_schema()
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(
            Path.Combine(Repository.Root, "schemas", "map.schema.json"),
            TestContext.Current.CancellationToken
        );
        CommandRun suggested = CommandRun.Of("map", _file, "--json");
        suggested.ExitCode.ShouldBe(1);
        CommandRun mapped = CommandRun.Of(
            "map",
            _file,
            "--json",
            "--as",
            "claims",
            "--set",
            "type=a_to_z",
            "--set",
            "status=granted"
        );
        foreach (CommandRun run in (CommandRun[])[suggested, mapped])
        {
            schema.Validate(run.Out).Select(error => error.ToString()).ShouldBeEmpty();
        }

        schema.Validate(mapped.Out.Replace("\"claims\"", "\"laims\"", StringComparison.Ordinal)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("en", "--as cannot be 'invoices'. It is one of: shipments, claims,")]
    [InlineData("zh-Hans", "--as 不能是“invoices”。可选：shipments, claims,")]
    public void A_kind_that_is_none_is_refused_with_those_that_are(string language, string told)
    {
        CommandRun run = CommandRun.Of("map", _file, "--as", "invoices", "--ui-language", language);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(told);
    }

    [Fact]
    public void What_a_person_wrote_stays_and_saying_the_same_again_changes_nothing()
    {
        const string Mine = "# mine, with care\ntables: # all of them\n";
        File.WriteAllText(_tables, Mine);
        CommandRun.Of("map", _file, "--as", "shipments").ExitCode.ShouldBe(0);
        string once = File.ReadAllText(_tables);
        once.ShouldStartWith(Mine);
        CommandRun again = CommandRun.Of("map", _file, "--as", "shipments");
        again.Out.ShouldContain("already");
        File.ReadAllText(_tables).ShouldBe(once);
    }

    [Fact]
    public void At_a_terminal_it_asks_column_by_column_and_enter_takes_what_is_suggested()
    {
        // Kind, order id, ship-by (wrong, then a number), confirmed; then none of the others.
        (int code, string shown) = Asked("shipments\n\nnowhere\n3\n\n-\n\n-\n-\n-\n-\n-\n-\n");
        code.ShouldBe(0);
        shown.ShouldContain("nowhere");
        string tables = File.ReadAllText(_tables);
        tables.ShouldContain("ship-by: \"Versand bis\"");
        tables.ShouldContain("tracking-id: \"Sendungsnummer\"");
        tables.ShouldNotContain("carrier:");
    }

    [Fact]
    public void The_end_of_the_answers_stops_it_and_nothing_is_remembered()
    {
        Asked("shipments\n").Code.ShouldBe(130);
        File.Exists(_tables).ShouldBeFalse();
    }

    [Theory]
    [InlineData(new[] { "--as", "claims" }, "type, status")]
    [InlineData(new[] { "--as", "shipments", "--column", "ship-by=Nowhere" }, "Nowhere")]
    [InlineData(new[] { "--as", "shipments", "--column", "shipby=Versand bis" }, "no column of shipments")]
    [InlineData(new[] { "--as", "shipments", "--column", "ship-by" }, "NAME=VALUE")]
    [InlineData(new[] { "--as", "claims", "--value", "status=granted" }, "COLUMN:WORD=MEANING")]
    public void What_cannot_be_is_wrong_usage_and_says_what_to_do(string[] options, string said)
    {
        CommandRun run = CommandRun.Of(["map", _file, .. options]);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(said);
        File.Exists(_tables).ShouldBeFalse();
    }

    [Fact]
    public void Faults_in_the_file_of_mappings_are_named_by_line()
    {
        File.WriteAllText(_tables, "tables:\n  - header: [a, b]\n    as: nothing\n");
        CommandRun run = CommandRun.Of("review", _folder);
        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("tables.yaml, line 3");
    }

    [Fact]
    public void Review_writes_rejected_rows_and_what_to_download_into_files()
    {
        File.WriteAllText(
            Path.Combine(_folder, "asked.csv"),
            "order-id,requested-by\n111-0000001-0000007,\"=cmd, \"\"x\"\"\"\nno order,buyer\n"
        );
        string rejected = Path.Combine(_folder, "rejected.csv");
        string guide = Path.Combine(_folder, "guide.md");
        CommandRun.Of("review", _folder, "--rejected", rejected, "--how-to-get", guide).ExitCode.ShouldBe(0);
        string[] lines = File.ReadAllText(rejected).Split("\r\n");
        lines[0].TrimStart('\uFEFF').ShouldBe("file,row,reason");
        lines[1].ShouldStartWith("asked.csv,2,\"\"\"=cmd, \"\"x\"\"\"\" in requested-by");
        lines[2].ShouldStartWith("asked.csv,3,");
        lines.Length.ShouldBe(4);
        string page = File.ReadAllText(guide);
        page.ShouldContain("All orders");
        page.ShouldContain("Performance > Account Health");
        page.ShouldNotContain("Buyer Requested Cancel");
    }

    private (int Code, string Out) Asked(string answers)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var cli = new CliContext
        {
            Out = output,
            Error = TextWriter.Null,
            Input = () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(answers)),
            WorkingDirectory = _folder,
            Clock = new FakeTimeProvider(CommandRun.Now),
            ErrorIsTerminal = false,
            OutIsTerminal = false,
            InIsTerminal = true,
        };
        int code = CommandLine
            .RunAsync(["map", _file, "--ui-language", "en"], cli, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
        return (code, output.ToString());
    }
}
