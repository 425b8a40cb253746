using System.Diagnostics;
using System.Text;
using CsCheck;

namespace Reprieve.Notices.Tests.Reading;

public sealed class PageTablesTests
{
    [Theory]
    [InlineData("<table><tr><td>a</td><td>b</td></tr></table>", "a|b")]
    [InlineData("<table><tr><td>a<td>b<tr><td>c", "a|b/c")]
    [InlineData("<TABLE><TBODY><TR><TH>a</TH></TR></TBODY></TABLE>", "a")]
    [InlineData("<table><tr><td> a <b>b</b>\n c<br>d<div>e</div></td></tr></table>", "a b c d e")]
    [InlineData("<table><tr><td>a&amp;b&nbsp;c</td></tr></table>", "a&b c")]
    [InlineData("<table><tr><td colspan=2>a</td><td>b</td></tr></table>", "a|a|b")]
    [InlineData(
        "<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr></table>",
        "a|b/a|c/d"
    )]
    [InlineData("<table><tr><td>b</td><td rowspan=2>a</td></tr><tr><td>c</td></tr></table>", "b|a/c|a")]
    [InlineData("<table><tr><td>a<table><tr><td>in</td></tr></table>b</td></tr></table>", "ab;in")]
    [InlineData("<table><tr><td>a<script>x<td>y</script></td></tr></table>", "a")]
    [InlineData("<table><tr></tr></table>text<td>loose</td>", "")]
    [InlineData("<!-- <table><tr><td>no --><p>", "")]
    public void Rows_and_cells_are_those_a_browser_shows(string html, string shown) => Shown(html).ShouldBe(shown);

    [Fact]
    public void Any_page_at_all_is_read_without_a_throw()
    {
        string[] parts =
        [
            "<table>",
            "</table>",
            "<tr>",
            "</tr>",
            "<td>",
            "<td colspan=9 rowspan=9>",
            "</td>",
            "a",
            "<",
            "&",
            "<!--",
            "<script>",
            "\"",
            " ",
        ];
        Gen.Int[0, parts.Length - 1].Array[0, 200].Sample(chosen => Shown(string.Concat(chosen.Select(i => parts[i]))));
        Gen.Byte.Array[0, 300].Sample(bytes => PageTables.Read(bytes).ShouldNotBeNull());
    }

    [Theory]
    [InlineData("<table>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<table><tr><td colspan=1000 rowspan=10000>x</td></tr>")]
    [InlineData("<tr><td rowspan=10000 colspan=1000>")]
    [InlineData("<td><!--")]
    public void Hostile_repetition_takes_no_more_than_a_moment(string part)
    {
        string html = "<table>" + string.Concat(Enumerable.Repeat(part, 4_000_000 / part.Length));
        long start = Stopwatch.GetTimestamp();
        PageTables
            .Read(Encoding.UTF8.GetBytes(html))
            .Sum(table => (long)table.Rows.Sum(row => row.Count))
            .ShouldBeLessThan(4_100_000);
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static string Shown(string html) =>
        string.Join(
            ';',
            PageTables
                .Read(Encoding.UTF8.GetBytes(html))
                .Select(table => string.Join('/', table.Rows.Select(row => string.Join('|', row))))
        );
}
