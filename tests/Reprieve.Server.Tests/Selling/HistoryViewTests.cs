using System.Text;
using Reprieve.Amazon.History;
using Reprieve.Server.Selling;

namespace Reprieve.Server.Tests.Selling;

/// <summary>The account's history as a picture.</summary>
public sealed class HistoryViewTests
{
    private static readonly DateOnly Last = new(2026, 9, 30);

    [Fact]
    public void Counts_are_added_up_by_week_and_rates_are_means_and_a_gap_stays_one()
    {
        HistoryView view = Of([
            .. Enumerable.Range(0, 7).Select(ago => Line(ago, orders: 2, rate: ago == 0 ? 0.07m : 0)),
            .. Enumerable.Range(14, 7).Select(ago => Line(ago, orders: 3, rate: 0.02m)),
        ]);

        (view.First, view.Last, view.Weeks).ShouldBe((Last.AddDays(-20), Last, 3));
        view.Courses.Select(course => course.Name).ShouldBe(["Order defect rate", "Orders"]);
        view.Courses[0]
            .Values.Select(value => value is { } known ? Math.Round(known, 6) : (double?)null)
            .ShouldBe([0.02, null, 0.01]);
        view.Courses[1].Values.ShouldBe([21, null, 14]);
        (view.Courses[1].Now, view.Courses[1].Most).ShouldBe(("14", "21"));
        view.Problem.ShouldBeNull();
    }

    [Fact]
    public void What_is_older_than_two_years_makes_no_line_longer() =>
        Of(Line(0, 1, 0), Line(3_000, 1, 0)).Weeks.ShouldBe(1);

    [Fact]
    public void Lines_that_cannot_be_read_are_told_and_a_file_without_any_has_a_sentence()
    {
        HistoryView part = Of("no json", Line(0, 1, 0));
        (part.Unread, part.Problem).ShouldBe((1, null));

        HistoryView none = Of("no json", "{}");
        none.Problem.ShouldNotBeNull().ShouldContain("history.jsonl");
        none.Courses.ShouldBeEmpty();
    }

    private static HistoryView Of(params IEnumerable<string> lines)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return HistoryView.Of("amazon.com", "history.jsonl", AccountHealthHistory.Read(file));
    }

    private static string Line(int ago, int orders, decimal rate) =>
        FormattableString.Invariant(
            $"{{\"startDate\":\"{Last.AddDays(-ago):yyyy-MM-dd}\",\"totals\":{{\"accountHealth\":{{"
        )
        + FormattableString.Invariant($"\"accountHealthOrderCount\":{{\"value\":{orders}}},")
        + FormattableString.Invariant($"\"accountHealthOrderDefectRate\":{{\"value\":{rate}}}}}}}}}");
}
