using System.Globalization;
using Reprieve.Alerts.Channels;

namespace Reprieve.Alerts.Tests.Channels;

/// <summary>In 2026 the clocks of Berlin go forward on 29 March at 01:00 UTC and back on 25 October at 01:00 UTC.</summary>
public sealed class AlertHoursTests
{
    [Theory]
    [InlineData("2026-07-01T12:00Z", null)]
    [InlineData("2026-07-01T19:59Z", null)]
    [InlineData("2026-07-01T20:00Z", "2026-07-02T05:00Z")]
    [InlineData("2026-07-01T23:30Z", "2026-07-02T05:00Z")]
    [InlineData("2026-07-02T04:59Z", "2026-07-02T05:00Z")]
    [InlineData("2026-07-02T05:00Z", null)]
    public void Quiet_goes_over_midnight(string now, string? until) =>
        Quiet("22:00", "07:00", now).ShouldBe(Maybe(until));

    [Theory]
    [InlineData("2026-07-01T10:30Z", "2026-07-01T11:00Z")]
    [InlineData("2026-07-01T11:00Z", null)]
    [InlineData("2026-07-01T22:00Z", null)]
    public void Quiet_may_lie_within_a_day(string now, string? until) =>
        Quiet("12:00", "13:00", now).ShouldBe(Maybe(until));

    [Theory]
    // The night is an hour shorter, and ends at seven by the new clock.
    [InlineData("22:00", "07:00", "2026-03-29T04:59Z", "2026-03-29T05:00Z")]
    [InlineData("22:00", "07:00", "2026-03-29T05:00Z", null)]
    // 02:30 does not exist on that day: quiet ends, or begins, with the change.
    [InlineData("22:00", "02:30", "2026-03-29T00:59Z", "2026-03-29T01:00Z")]
    [InlineData("22:00", "02:30", "2026-03-29T01:00Z", null)]
    [InlineData("02:30", "06:00", "2026-03-29T00:59Z", null)]
    [InlineData("02:30", "06:00", "2026-03-29T01:00Z", "2026-03-29T04:00Z")]
    // The night is an hour longer.
    [InlineData("22:00", "07:00", "2026-10-25T05:59Z", "2026-10-25T06:00Z")]
    // 02:30 comes twice: quiet ends with the second, and begins with the first.
    [InlineData("22:00", "02:30", "2026-10-25T00:45Z", "2026-10-25T01:30Z")]
    [InlineData("22:00", "02:30", "2026-10-25T01:29Z", "2026-10-25T01:30Z")]
    [InlineData("22:00", "02:30", "2026-10-25T01:30Z", null)]
    [InlineData("02:30", "06:00", "2026-10-25T00:29Z", null)]
    [InlineData("02:30", "06:00", "2026-10-25T00:30Z", "2026-10-25T05:00Z")]
    [InlineData("02:30", "06:00", "2026-10-25T01:10Z", "2026-10-25T05:00Z")]
    public void Quiet_holds_when_the_clocks_change(string from, string to, string now, string? until) =>
        Quiet(from, to, now).ShouldBe(Maybe(until));

    [Theory]
    [InlineData("09:00", "2026-07-01T06:59Z", "2026-07-01T07:00Z")]
    [InlineData("09:00", "2026-07-01T07:00Z", "2026-07-01T07:00Z")]
    [InlineData("09:00", "2026-07-01T07:01Z", "2026-07-02T07:00Z")]
    [InlineData("09:00", "2026-10-24T12:00Z", "2026-10-25T08:00Z")]
    [InlineData("02:30", "2026-03-28T12:00Z", "2026-03-29T01:00Z")]
    [InlineData("02:30", "2026-10-24T12:00Z", "2026-10-25T00:30Z")]
    [InlineData("02:30", "2026-10-25T00:31Z", "2026-10-26T01:30Z")]
    [InlineData("00:00", "2026-07-01T22:00Z", "2026-07-01T22:00Z")]
    public void A_digest_comes_at_the_next_such_hour_and_once_a_day(string at, string from, string next) =>
        AlertHours
            .Digest(Berlin() with { DigestAt = TimeOnly.Parse(at, CultureInfo.InvariantCulture) }, Moment(from))
            .ShouldBe(Moment(next));

    private static DateTimeOffset? Quiet(string from, string to, string now) =>
        AlertHours.QuietUntil(
            Berlin() with
            {
                Quiet = new QuietHours(
                    TimeOnly.Parse(from, CultureInfo.InvariantCulture),
                    TimeOnly.Parse(to, CultureInfo.InvariantCulture)
                ),
            },
            Moment(now)
        );

    private static AlertChannel Berlin() => Samples.Channel(AlertKind.Slack) with { Zone = "Europe/Berlin" };

    private static DateTimeOffset? Maybe(string? moment) => moment is null ? null : Moment(moment);

    private static DateTimeOffset Moment(string moment) =>
        DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
