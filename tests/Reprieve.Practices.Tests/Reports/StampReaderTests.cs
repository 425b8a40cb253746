using CsCheck;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Tests.Reports;

public sealed class StampReaderTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
    private static readonly StoreZone Pacific = new(Zone);

    [Theory]
    [InlineData("2022-04-30T00:00:00+00:00", "2022-04-30T00:00:00Z")]
    [InlineData("2026-07-01T10:20:30.123Z", "2026-07-01T10:20:30Z")]
    [InlineData("2026-07-01T10:20:30-0700", "2026-07-01T17:20:30Z")]
    [InlineData("2026-07-01 10:20:30", "2026-07-01T17:20:30Z")]
    [InlineData("2026-07-01 10:20 ", "2026-07-01T17:20:00Z")]
    [InlineData("2013-01-07 07:35:42 PST", "2013-01-07T15:35:42Z")]
    [InlineData("08/07/2016 10:12:40 BST", "2016-08-07T09:12:40Z")]
    [InlineData("7/1/26 1:05 PM", "2026-07-01T20:05:00Z")]
    [InlineData("7/1/26 12:05 AM", "2026-07-01T07:05:00Z")]
    [InlineData("Jul 1, 2026 1:05:06 PM PDT", "2026-07-01T20:05:06Z")]
    [InlineData("2026-07-01T10:20:30 UTC+2", "2026-07-01T08:20:30Z")]
    public void A_time_is_an_instant(string written, string utc)
    {
        StampReader.TryRead(written, out Stamp stamp).ShouldBeTrue();
        stamp.In(Pacific, dayFirst: false)!.Value.Utc!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null).ShouldBe(utc);
    }

    [Theory]
    [InlineData("2026-07-01", "2026-07-01")]
    [InlineData("2026/7/1", "2026-07-01")]
    [InlineData("14-Jul-2025", "2025-07-14")]
    [InlineData("14 July 2025", "2025-07-14")]
    [InlineData("10/20/23", "2023-10-20")]
    [InlineData("20/10/2023", "2023-10-20")]
    [InlineData("04-30-22", "2022-04-30")]
    [InlineData("01.02.2026", "2026-02-01")]
    [InlineData("2026年7月1日", "2026-07-01")]
    [InlineData("29-Feb-2024", "2024-02-29")]
    public void A_date_without_a_time_is_a_whole_day(string written, string day)
    {
        StampReader.TryRead(written, out Stamp stamp).ShouldBeTrue();
        Moment moment = stamp.In(Pacific, dayFirst: false)!.Value;
        moment.Utc.ShouldBeNull();
        moment.Day.ToString("yyyy-MM-dd", null).ShouldBe(day);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-02-30")]
    [InlineData("13/13/2026")]
    [InlineData("2026-07-01T25:00:00")]
    [InlineData("2026-07-01T10:61")]
    [InlineData("2026-07-01 10:20:30 XYZ")]
    [InlineData("2026-07-01T10:20:30+25:00")]
    [InlineData("2026-07-01x")]
    [InlineData("20260701")]
    [InlineData("45839")]
    [InlineData("2026")]
    [InlineData("1826-07-01")]
    [InlineData("-")]
    [InlineData("13:00 PM")]
    public void What_is_no_date_is_not_read(string written) => StampReader.TryRead(written, out _).ShouldBeFalse();

    [Fact]
    public void An_empty_field_is_no_date_and_no_fault()
    {
        StampReader.TryRead("  ", out Stamp stamp).ShouldBeTrue();
        stamp.Known.ShouldBeFalse();
        stamp.In(Pacific, false).ShouldBeNull();
    }

    [Fact]
    public void Every_instant_survives_being_written_in_any_offset() =>
        Gen.Select(Gen.Int[0, 1_000_000_000], Gen.Int[-14, 14])
            .Sample(
                (seconds, hours) =>
                {
                    DateTimeOffset at = new DateTimeOffset(1995, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(seconds);
                    string written = at.ToOffset(TimeSpan.FromHours(hours)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", null);
                    StampReader.TryRead(written, out Stamp stamp).ShouldBeTrue();
                    Moment moment = stamp.In(Pacific, false)!.Value;
                    moment.Utc.ShouldBe(at.UtcDateTime);
                    moment.Day.ShouldBe(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime));
                },
                iter: 2000,
                threads: 1
            );

    [Fact]
    public void Any_text_is_read_or_not_without_a_throw() =>
        Gen.String[Gen.OneOf(Gen.Char["0123456789/-:. TZaAmMpPJul+年"], Gen.Char), 0, 30]
            .Sample(
                text =>
                {
                    if (StampReader.TryRead(text, out Stamp stamp))
                    {
                        stamp.In(Pacific, dayFirst: true);
                        stamp.In(Pacific, dayFirst: false);
                    }
                },
                iter: 20_000,
                threads: 1
            );
}
