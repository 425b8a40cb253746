using System.Text;
using CsCheck;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Tests.Reports;

public sealed class PlainRowsTests
{
    private static readonly Gen<string> Text = Gen.Int[0, 11]
        .Select(i => "ab \t\t\n\n\r\0é1,"[i])
        .Array[0, 60]
        .Select(letters => "id\tname\n" + new string(letters));

    [Fact]
    public void The_quick_way_makes_of_a_text_what_the_careful_way_makes_of_it() =>
        Text.Sample(text => Quick(text).ShouldBe(Careful(text)), iter: 20_000, threads: 1);

    [Fact]
    public void A_row_that_is_too_long_is_told_and_the_next_one_read()
    {
        string text = "id\n" + new string('x', TableReader.MaxRow + 1) + "\nb\n";
        Quick(text).ShouldBe(["1 None id", "2 TooLong", "3 None b"]);
        Careful(text).ShouldBe(Quick(text));
    }

    [Fact]
    public void A_row_of_more_fields_than_any_report_has_is_read_whole()
    {
        string text = string.Join('\t', Enumerable.Range(0, 1000)) + "\nb\tc\n";
        Quick(text).ShouldBe(Careful(text));
        Quick(text)[0].ShouldEndWith("|998|999");
    }

    private static List<string> Quick(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        var rows = new PlainRows(utf8, utf8.Length, '\t');
        List<string> read = [];
        while (rows.Read())
        {
            read.Add(Told(rows.Row, rows.Fault, rows.Fields));
        }

        return read;
    }

    private static List<string> Careful(string text)
    {
        var table = new TableReader(new StringReader(text), '\t');
        List<string> read = [];
        var fields = new RowFields();
        while (table.Read())
        {
            fields.Take(table);
            read.Add(Told(table.Row, table.Fault, fields));
        }

        return read;
    }

    /// <summary>Fields are compared as rows are taken: without blanks at their ends.</summary>
    private static string Told(long row, RowFault fault, RowFields fields) =>
        fault is not RowFault.None
            ? $"{row} {fault}"
            : $"{row} None {string.Join('|', Enumerable.Range(0, fields.Count).Select(i => Encoding.UTF8.GetString(Utf8Text.Trim(fields[i]))))}";
}
