using CsCheck;
using Reprieve.Practices.Mapping;

namespace Reprieve.Practices.Tests.Mapping;

public sealed class TableMappingFileTests
{
    private const string Written = """
        # mine
        tables:
          # carrier export
          - header: [Order, Sent]
            as: shipments
            columns: {order-id: Order, ship-confirmed: Sent}
        """;

    [Fact]
    public void Whatever_the_header_holds_is_read_back_as_it_was_written() =>
        Gen.Select(Gen.String[0, 12].Array[2, 6], Gen.String[0, 12], Gen.String[1, 12])
            .Where((names, _, _) => names.Distinct().Count() == names.Length)
            .Sample(
                (names, set, word) =>
                {
                    var mapping = new TableMapping
                    {
                        Header = names,
                        As = "claims",
                        Columns = new Dictionary<string, string> { ["order-id"] = names[0], ["status"] = names[1] },
                        Set = new Dictionary<string, string> { ["type"] = set },
                        Values = new Dictionary<string, IReadOnlyDictionary<string, string>>
                        {
                            ["status"] = new Dictionary<string, string> { [word] = "granted" },
                        },
                    };
                    string text = TableMappingFile.Add(Written, mapping);
                    text.ShouldStartWith(Written);
                    TableMappingFile.Parse(text).Count.ShouldBe(2);
                    TableMappingFile.Parse(text)[1].ShouldBe(mapping);
                    TableMappingFile.Add(text, mapping).ShouldBe(text);
                },
                iter: 300
            );

    [Theory]
    [InlineData("")]
    [InlineData("# only a note")]
    [InlineData("tables:\n")]
    [InlineData(Written)]
    public void A_mapping_is_added_behind_whatever_a_person_wrote(string before)
    {
        TableMapping mapping = Sent("Bestellung");
        string after = TableMappingFile.Add(before, mapping);
        after.ShouldStartWith(before);
        TableMappingFile.Parse(after)[^1].ShouldBe(mapping);
    }

    [Fact]
    public void A_later_mapping_of_one_header_holds()
    {
        string text = TableMappingFile.Add(TableMappingFile.Add("", Sent("a")), Sent("a", "delivered"));
        TableMappingFile
            .Parse(text)
            .Select(mapping => mapping.Columns.Keys.Last())
            .ShouldBe(["ship-confirmed", "delivered"]);
    }

    [Fact]
    public void Where_there_is_no_safe_place_nothing_is_written_and_the_lines_are_given()
    {
        const string Flow =
            "tables: [{header: [Order, Sent], as: shipments, columns: {order-id: Order, ship-by: Sent}}]";
        FormatException fault = Should.Throw<FormatException>(() => TableMappingFile.Add(Flow, Sent("x")));
        fault.Message.ShouldContain("ship-confirmed: \"when\"");
    }

    [Theory]
    [InlineData("tables:\n  - as: shipments", 2)]
    [InlineData("tables:\n  - header: [a, b]\n    as: ships", 3)]
    [InlineData("tables:\n  - header: [a, b]\n    as: shipments\n    columns: {order-id: c, ship-by: b}", 4)]
    [InlineData("tables:\n  - header: [a, b]\n    as: shipments\n    columns: {order: a}", 4)]
    [InlineData("tables:\n  - header: [a, b]\n    as: claims\n    columns: {order-id: a}", 2)]
    [InlineData("tables:\n  - header: [a, b]\n    sheet: 1", 3)]
    [InlineData("mappings: []", 1)]
    [InlineData("- a", 1)]
    [InlineData("tables: [a", 2)]
    public void What_is_wrong_is_named_by_its_line(string text, int line) =>
        Should
            .Throw<FormatException>(() => TableMappingFile.Parse(text))
            .Message.ShouldStartWith($"tables.yaml, line {line}:");

    private static TableMapping Sent(string order, string column = "ship-confirmed") =>
        new()
        {
            Header = [order, "when"],
            As = "shipments",
            Columns = new Dictionary<string, string> { ["order-id"] = order, [column] = "when" },
        };
}
