using System.Globalization;
using CsCheck;
using Reprieve.Knowledge;
using Reprieve.Practices.Reports;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Reports;

/// <summary>Clocks in the United States went forward on 8 March 2026 and go back on 1 November 2026, at two.</summary>
public sealed class DaylightSavingTests
{
    [Theory]
    // The hour that comes twice: offsets tell which, whatever the clocks say.
    [InlineData("2026-11-01T01:50:00-07:00", "2026-11-01T01:10:00-08:00", 1)]
    [InlineData("2026-11-01T01:10:00-08:00", "2026-11-01T01:50:00-07:00", 0)]
    // Without an offset it is the second one.
    [InlineData("2026-11-01T01:30:00-07:00", "2026-11-01 01:20:00", 1)]
    [InlineData("2026-11-01T01:30:00-08:00", "2026-11-01 01:20:00", 0)]
    // The hour that never comes is the one after it.
    [InlineData("2026-03-08T03:00:00-07:00", "2026-03-08 02:30:00", 1)]
    [InlineData("2026-03-08T04:00:00-07:00", "2026-03-08 02:30:00", 0)]
    public void Late_is_late_by_instants(string shipBy, string confirmed, int late)
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-03-01"))
            .Shipments($"{Id(1)}\t{shipBy}\t{confirmed}\tUPS\t1Z1\t\t\t\t");
        folder.Review(confirmed[..10]).Rate("late_shipment_rate_30d").ShouldBe($"{late}/1");
    }

    [Theory]
    [InlineData("2026-11-02T07:59:59+00:00", 1)]
    [InlineData("2026-11-02T08:00:00+00:00", 0)]
    [InlineData("2026-11-01T06:59:59+00:00", 0)]
    [InlineData("2026-11-01T07:00:00+00:00", 1)]
    public void A_day_of_25_hours_has_all_of_them(string purchased, int counted)
    {
        using CaseFolder folder = new CaseFolder().Orders(Order(Id(1), purchased));
        // The window of the order defect rate begins 73 days before its review.
        DateOnly first = new DateOnly(2026, 11, 1).AddDays(73);
        DateOnly last = new DateOnly(2026, 11, 1).AddDays(14);
        int from = folder.Review(first.ToString("O", CultureInfo.InvariantCulture)).Of("order_defect_rate").Denominator;
        int to = folder.Review(last.ToString("O", CultureInfo.InvariantCulture)).Of("order_defect_rate").Denominator;
        (from & to).ShouldBe(counted);
    }

    [Fact]
    public void In_every_store_a_clock_time_is_the_instant_that_shows_it()
    {
        List<TimeZoneInfo> zones =
        [
            .. KnowledgeLoader
                .BuiltIn.Marketplaces.Select(store => store.TimeZone)
                .Distinct()
                .Select(TimeZoneInfo.FindSystemTimeZoneById),
        ];
        zones.Count.ShouldBeGreaterThan(10);
        Gen.Select(Gen.Int[0, zones.Count - 1], Gen.Int[0, 4 * 366 * 24 * 4])
            .Sample(
                (zone, quarters) =>
                {
                    DateTime utc = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(15 * quarters);
                    DateTime local = TimeZoneInfo.ConvertTimeFromUtc(utc, zones[zone]);
                    Read(
                        local.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                        zones[zone],
                        out Moment clock
                    );
                    Read(
                        utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                        zones[zone],
                        out Moment instant
                    );
                    instant.ShouldBe(new Moment(DateOnly.FromDateTime(local), utc));
                    clock.Day.ShouldBe(instant.Day);
                    TimeZoneInfo.ConvertTimeFromUtc(clock.Utc!.Value, zones[zone]).ShouldBe(local);
                },
                iter: 20_000
            );
    }

    private static void Read(string text, TimeZoneInfo zone, out Moment moment)
    {
        StampReader.TryRead(text, out Stamp stamp).ShouldBeTrue();
        moment = stamp.In(new StoreZone(zone), dayFirst: false)!.Value;
    }
}
