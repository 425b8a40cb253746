using Reprieve.Practices.Mapping;
using Reprieve.Testing;

namespace Reprieve.Practices.Tests.Mapping;

/// <summary>A broken <c>tables.yaml</c> is a sentence with the line, never anything else.</summary>
public sealed class BrokenTablesTests
{
    private const string Sound = """
        tables:
          - header: [Order, "Sent on", State]
            as: claims
            columns: {order-id: Order, opened: "Sent on", status: State}
            set:
              type: a_to_z
            values: {status: {Ja: granted}}
        """;

    public static TheoryData<int> Each => [.. Enumerable.Range(0, BrokenYaml.Texts.Count)];

    [Theory]
    [MemberData(nameof(Each))]
    public void It_is_refused_or_read(int number) => ReadOrRefused(BrokenYaml.Texts[number]);

    [Fact]
    public void So_is_every_beginning_of_a_sound_one_and_every_slip_of_a_key()
    {
        TableMappingFile.Parse(Sound).ShouldHaveSingleItem();
        BrokenYaml.Of(Sound).Count(text => !ReadOrRefused(text)).ShouldBeGreaterThan(100);
    }

    [Fact]
    public void A_list_that_is_not_closed_is_told_where_it_stands() =>
        Should
            .Throw<FormatException>(() => TableMappingFile.Parse("tables:\n  - header: [a, b\n    as: claims\n"))
            .Message.ShouldContain("tables.yaml, line 2");

    private static bool ReadOrRefused(string text)
    {
        try
        {
            TableMappingFile.Parse(text);
            return true;
        }
        catch (FormatException fault)
        {
            fault.Message.ShouldContain("tables.yaml");
            return false;
        }
    }
}
