using CsCheck;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Tests.Reports;

public sealed class StoreZoneTests
{
    private static readonly string[] Zones =
    [
        "America/Los_Angeles",
        "Europe/Berlin",
        "Asia/Tokyo",
        "Australia/Sydney",
        "America/Sao_Paulo",
        "Asia/Kolkata",
        "Africa/Cairo",
        "UTC",
    ];

    public static TheoryData<string> AllZones() => new(Zones);

    [Theory]
    [MemberData(nameof(AllZones))]
    public void Its_clock_is_that_of_the_zone(string id)
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        var store = new StoreZone(zone);
        Gen.Long[0, 111L * 365 * 86_400]
            .Sample(
                seconds =>
                {
                    DateTime utc = new DateTime(1990, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(seconds);
                    store.Local(utc).ShouldBe(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));
                    (store.Utc(store.Local(utc)) - utc).Duration().ShouldBeLessThanOrEqualTo(Slack(zone));
                },
                iter: 2000,
                threads: 1
            );
    }

    [Fact]
    public void It_changes_on_the_second_on_which_daylight_saving_does()
    {
        var store = new StoreZone(TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles"));
        var change = new DateTime(2026, 3, 8, 10, 0, 0, DateTimeKind.Utc);
        store.Local(change.AddSeconds(-1)).ShouldBe(new DateTime(2026, 3, 8, 1, 59, 59));
        store.Local(change).ShouldBe(new DateTime(2026, 3, 8, 3, 0, 0));
        store.Local(new DateTime(2026, 11, 1, 9, 0, 0, DateTimeKind.Utc)).ShouldBe(new DateTime(2026, 11, 1, 1, 0, 0));
    }

    /// <summary>An hour that the clock shows twice is one instant or the other.</summary>
    private static TimeSpan Slack(TimeZoneInfo zone) =>
        zone.SupportsDaylightSavingTime ? TimeSpan.FromHours(1) : TimeSpan.Zero;
}
