using Reprieve.Appeals.Deadlines;
using Reprieve.Testing;

namespace Reprieve.Appeals.Tests.Deadlines;

public sealed class RemindersTests
{
    private static readonly TimeZoneInfo Pacific = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
    private static readonly DateTimeOffset Sent = new(2026, 10, 30, 12, 0, 0, TimeSpan.FromHours(-7));
    private static readonly DateTimeOffset End = new(2026, 11, 3, 11, 0, 0, TimeSpan.FromHours(-8));

    [Fact]
    public void Half_and_four_fifths_of_the_time_are_counted_by_the_clock_of_the_world()
    {
        // Four days by the wall clock, and the hour that comes twice: 96 hours in all.
        Reminders
            .Of("response", Sent, End)
            .Select(reminder => (reminder.Gone, reminder.At))
            .ShouldBe([(0.5, Sent.AddHours(48)), (0.8, Sent.AddMinutes(4608))]);
    }

    [Theory]
    [InlineData("2026-11-01T18:59:59Z", null)]
    [InlineData("2026-11-01T19:00:00Z", 0.5)]
    [InlineData("2026-11-02T23:47:59Z", 0.5)]
    [InlineData("2026-11-02T23:48:00Z", 0.8)]
    [InlineData("2026-11-03T19:00:00Z", 0.8)]
    [InlineData("2026-11-03T19:00:01Z", null)]
    public void What_has_been_reached_is_told_until_the_limit_has_passed(string now, double? share)
    {
        double? told = Reminders.Reached("response", Sent, End, DateTimeOffset.Parse(now, null))?.Gone;
        told.ShouldBe(share);
    }

    [Fact]
    public void Without_a_beginning_before_the_end_there_is_no_reminder()
    {
        Reminders.Of("response", null, End).ShouldBeEmpty();
        Reminders.Of("response", End, End).ShouldBeEmpty();
        Screen.In("en", () => ReminderTexts.Days("response", null, End, Pacific)).ShouldBeNull();
    }

    [Theory]
    [InlineData("response", 2)]
    [InlineData("inventory", 2)]
    [InlineData("other", 2)]
    [InlineData("funds", 0)]
    [InlineData("review", 0)]
    public void Only_what_a_person_must_do_is_reminded_of(string purpose, int count) =>
        Reminders.Of(purpose, Sent, End).Count.ShouldBe(count);

    [Theory]
    [InlineData(
        "en",
        "Reminders: half of the time has gone on Saturday, 31 October 2026 12:30; "
            + "80 % of it on Sunday, 1 November 2026 02:12 (America/Los_Angeles)."
    )]
    [InlineData(
        "zh-Hans",
        "提醒：2026年10月31日（星期六） 12:30期限过半；2026年11月1日（星期日） 02:12期限已过 80 %（America/Los_Angeles）。"
    )]
    public void Each_day_is_told_by_the_stores_clock_of_that_day(string language, string words)
    {
        // Summer time on Saturday, standard time on Sunday: 49 hours from Friday noon to the end.
        DateTimeOffset end = new(2026, 11, 1, 12, 0, 0, TimeSpan.FromHours(-8));
        Screen.In(language, () => ReminderTexts.Days("response", Sent, end, Pacific)).ShouldBe(words);
    }
}
