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
                    var utc = DateTime.SpecifyKind(Stamp.Epoch.AddSeconds(seconds), DateTimeKind.Utc);
                    DateTime local = Stamp.Epoch.AddSeconds(store.Local(seconds));
                    local.ShouldBe(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));
                    Math.Abs(store.Utc(store.Local(seconds)) - seconds).ShouldBeLessThanOrEqualTo(Slack(zone));
                    DateTime clock = Stamp.Epoch.AddSeconds(seconds);
                    Stamp.Epoch.AddSeconds(store.Utc(seconds)).ShouldBe(clock - zone.GetUtcOffset(clock));
                },
                iter: 2000,
                threads: 1
            );
    }

    [Fact]
    public void It_changes_on_the_second_on_which_daylight_saving_does()
    {
        var store = new StoreZone(TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles"));
        Local(new DateTime(2026, 3, 8, 9, 59, 59)).ShouldBe(new DateTime(2026, 3, 8, 1, 59, 59));
        Local(new DateTime(2026, 3, 8, 10, 0, 0)).ShouldBe(new DateTime(2026, 3, 8, 3, 0, 0));
        Local(new DateTime(2026, 11, 1, 9, 0, 0)).ShouldBe(new DateTime(2026, 11, 1, 1, 0, 0));

        DateTime Local(DateTime utc) => Stamp.Epoch.AddSeconds(store.Local((long)(utc - Stamp.Epoch).TotalSeconds));
    }

    /// <summary>An hour that the clock shows twice is one instant or the other.</summary>
    private static long Slack(TimeZoneInfo zone) => zone.SupportsDaylightSavingTime ? 3600 : 0;
}
