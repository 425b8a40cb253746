using System.Text;
using CsCheck;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Tests.Reports;

public sealed class IsoStampTests
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss"];
    private static readonly string[] Offsets = ["", "Z", "+00:00", "-07:00", "+05:30", "+14:00"];

    [Theory]
    [InlineData("2026-09-30")]
    [InlineData("2026-09-30T06:59:57")]
    [InlineData("2026-09-30 06:59:57")]
    [InlineData("2026-09-30T06:59:57Z")]
    [InlineData("2026-09-30T06:59:57+00:00")]
    [InlineData("2026-02-28T23:59:59-07:30")]
    [InlineData("2100-12-31T23:59:59+14:00")]
    public void The_usual_ways_are_read_the_quick_way(string text) =>
        IsoStamp.TryRead(Encoding.UTF8.GetBytes(text), out _).ShouldBeTrue();

    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("1989-12-31")]
    [InlineData("2026-09-30T24:00:00")]
    [InlineData("2026-09-30T06:60:57")]
    [InlineData("2026-09-30T06:59:57+15:00")]
    [InlineData("2026-09-30T06:59:57+00:60")]
    [InlineData("2026-09-3x")]
    [InlineData("2026/09/30")]
    public void What_is_no_such_date_is_left_to_the_careful_way(string text) =>
        IsoStamp.TryRead(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse();

    [Fact]
    public void Whatever_it_reads_the_careful_way_reads_alike() =>
        Gen.Select(Dates, Gen.Int[0, 24], Gen.Char["0123456789-:TZ+ /x"])
            .Sample(
                (date, at, other) =>
                {
                    string text =
                        at < date.Length ? string.Concat(date.AsSpan(0, at), [other], date.AsSpan(at + 1)) : date;
                    bool quick = IsoStamp.TryRead(Encoding.UTF8.GetBytes(text), out Stamp one);
                    bool careful = StampReader.TryRead(text, out Stamp same);
                    if (quick)
                    {
                        careful.ShouldBeTrue(text);
                        one.ShouldBe(same, text);
                    }
                },
                iter: 20_000
            );

    private static readonly Gen<string> Dates = Gen.Select(
        Gen.Long[0, 111L * 365 * 86_400],
        Gen.Int[0, Days.Length - 1].Select(i => Days[i]),
        Gen.Int[0, Offsets.Length - 1].Select(i => Offsets[i]),
        (second, format, offset) =>
            Stamp.Epoch.AddSeconds(second).ToString(format, System.Globalization.CultureInfo.InvariantCulture)
            + (format.Length > 10 ? offset : "")
    );
}
