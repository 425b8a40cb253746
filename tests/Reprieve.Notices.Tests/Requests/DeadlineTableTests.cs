using System.Globalization;

namespace Reprieve.Notices.Tests;

/// <summary>
/// <c>Fixtures/deadlines.tsv</c>: limits in every store's zone, at the edges of daylight saving and of the calendar, and in
/// every language that is read. The due times in it were worked out by another program.
/// </summary>
public sealed class DeadlineTableTests
{
    public static TheoryData<string, string, string, string, string> Table
    {
        get
        {
            var rows = new TheoryData<string, string, string, string, string>();
            foreach (string line in File.ReadLines(Path.Combine(Some.Fixtures, "deadlines.tsv")).Skip(1))
            {
                string[] cells = line.Split('\t');
                rows.Add(cells[0], cells[1], cells[2], cells[3], cells[4]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void A_limit_ends_when_its_sentence_says(string why, string sent, string limit, string due, string text)
    {
        DateTimeOffset date = DateTimeOffset.Parse(sent, CultureInfo.InvariantCulture);
        Deadline read = Some.Read(text, date: date).Deadlines.ShouldHaveSingleItem($"{why}: {text}");
        string said = read.Amount is { } amount
            ? string.Create(CultureInfo.InvariantCulture, $"{amount} {read.Unit}")
            : "date";
        string end = read.Due.ShouldNotBeNull(why).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        (said, end).ShouldBe((limit, due), $"{why}: {text}");
    }

    [Theory]
    [InlineData("2026-11-01T01:30:00Z", "2026-11-02T00:30:00-08:00")] // comes twice; the first is at 08:30 UTC
    [InlineData("2026-03-08T02:30:00Z", "2026-03-09T03:30:00-07:00")] // never comes; clocks show 03:30 then
    public void A_pasted_time_that_is_none_or_two_is_taken_without_losing_an_hour(string pasted, string due)
    {
        Message message = Some.Text("Your Amazon.com account. Respond within 24 hours.") with
        {
            Date = DateTimeOffset.Parse(pasted, CultureInfo.InvariantCulture),
            DateIsLocal = true,
        };
        Some.Reader.Read(message)
            .Deadlines.ShouldHaveSingleItem()
            .Due.ShouldNotBeNull()
            .ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            .ShouldBe(due);
    }

    [Fact]
    public void The_table_has_every_stores_zone() =>
        Knowledge
            .KnowledgeLoader.BuiltIn.Marketplaces.Select(store => store.Code)
            .Where(code =>
                !Table.Any(row => row.Data.Item5.Contains($" A{code[1..]} ", StringComparison.OrdinalIgnoreCase))
            )
            .ShouldBeEmpty();
}
