using Microsoft.Extensions.Time.Testing;
using Reprieve.Answers.Deadlines;
using Reprieve.Notices;
using Reprieve.Testing;

namespace Reprieve.Answers.Tests.Deadlines;

public class DeadlineListTests
{
    private static readonly TimeZoneInfo Pacific = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    [Theory]
    [InlineData("2026-10-06T16:00:00Z", 12, false)]
    [InlineData("2026-10-18T06:30:00Z", 1, false)] // still the 17th in the store's zone
    [InlineData("2026-10-19T06:59:59Z", 0, false)]
    [InlineData("2026-10-19T07:00:00Z", -1, true)]
    public void Days_are_counted_in_the_stores_zone(string now, int left, bool passed)
    {
        DueDate due = Of(now, Diagnoses.LateShipment).ShouldHaveSingleItem();
        due.DaysLeft.ShouldBe(left);
        due.Passed.ShouldBe(passed);
        due.LastBusinessDay.ShouldBe(new DateOnly(2026, 10, 16), "the 18th is a Sunday");
    }

    [Fact]
    public void A_due_time_given_in_another_offset_is_told_in_the_stores_zone()
    {
        DateTimeOffset inUtc = new(2026, 11, 2, 7, 59, 59, TimeSpan.Zero);
        DueDate due = Of("2026-10-31T12:00:00Z", With(Limit("response", inUtc))).ShouldHaveSingleItem();
        due.Due.ShouldBe(inUtc);
        due.Due!.Value.Offset.ShouldBe(TimeSpan.FromHours(-8), "clocks go back on 1 November 2026");
        due.DaysLeft.ShouldBe(1);
    }

    [Fact]
    public void The_soonest_comes_first_repeats_once_and_what_has_no_date_last()
    {
        Diagnosis notice = With(
            Limit("funds", At(12, 20)),
            Limit("response", null),
            Limit("response", At(10, 18)),
            Limit("inventory", At(10, 18))
        );
        IReadOnlyList<DueDate> list = Of("2026-10-06T16:00:00Z", notice, With(Limit("response", At(10, 18))));
        list.Select(due => (due.Limit.For, due.DaysLeft))
            .ShouldBe([("response", 12), ("inventory", 12), ("funds", 75), ("response", null)]);
        list[^1].LastBusinessDay.ShouldBeNull();
    }

    private static IReadOnlyList<DueDate> Of(string now, params Diagnosis[] messages) =>
        DeadlineList.Of(messages, Pacific, new FakeTimeProvider(DateTimeOffset.Parse(now, null)));

    private static DateTimeOffset At(int month, int day) => new(2026, month, day, 23, 59, 59, TimeSpan.FromHours(-7));

    private static Deadline Limit(string what, DateTimeOffset? due) =>
        new(what, Diagnoses.Quote("in time"), "in time", null, null, due);

    private static Diagnosis With(params Deadline[] limits) => Diagnoses.LateShipment with { Deadlines = limits };
}
