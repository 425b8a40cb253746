using Microsoft.Extensions.Time.Testing;
using Reprieve.Answers.Deadlines;
using Reprieve.Notices;
using Reprieve.Testing;

namespace Reprieve.Answers.Tests.Deadlines;

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
            .Of(Due(Sent, End))
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
        double? told = Reminders.Reached(Due(Sent, End), DateTimeOffset.Parse(now, null))?.Gone;
        told.ShouldBe(share);
    }

    [Fact]
    public void A_mail_without_a_date_counts_from_the_opening_of_the_case() =>
        Reminders
            .Of(Due(null, End, opened: Sent))
            .Select(reminder => reminder.At)
            .ShouldBe([Sent.AddHours(48), Sent.AddMinutes(4608)]);

    [Fact]
    public void Without_a_beginning_or_an_end_there_is_no_reminder()
    {
        Reminders.Of(Due(null, End)).ShouldBeEmpty();
        Reminders.Of(Due(Sent, null)).ShouldBeEmpty();
        Reminders.Of(Due(End, End)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("response", 2)]
    [InlineData("inventory", 2)]
    [InlineData("other", 2)]
    [InlineData("funds", 0)]
    [InlineData("review", 0)]
    public void Only_what_a_person_must_do_is_reminded_of(string purpose, int count) =>
        Reminders.Of(purpose, Sent, End).Count.ShouldBe(count);

    private static DueDate Due(DateTimeOffset? sent, DateTimeOffset? end, DateTimeOffset? opened = null) =>
        DeadlineList
            .Of(
                [
                    Diagnoses.LateShipment with
                    {
                        Date = sent,
                        Deadlines = [new Deadline("response", Diagnoses.Quote("in time"), "in time", null, null, end)],
                    },
                ],
                Pacific,
                new FakeTimeProvider(Sent),
                opened
            )
            .ShouldHaveSingleItem();
}
