using System.Runtime.CompilerServices;

namespace Reprieve.Practices.Reports;

/// <summary>
/// A store's time zone, asked millions of times: the offset of a day is found once; only on the days of a change is the
/// zone itself asked.
/// </summary>
internal sealed class StoreZone(TimeZoneInfo zone)
{
    /// <summary>From 1990 to 2102.</summary>
    private const int Days = 41_000;
    private const int Changes = -1;

    /// <summary>Offsets are kept as so many seconds more: 0 stands for a day not asked about yet.</summary>
    private const int Base = 1 << 20;

    private readonly int[] _ofInstants = new int[Days];
    private readonly int[] _ofClocks = new int[Days];

    /// <summary>Its IANA name.</summary>
    public string Id => zone.Id;

    /// <summary>The clock of the store at an instant, both in seconds since the beginning of 1990.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Local(long utc) => utc + OffsetAt(utc, _ofInstants, DateTimeKind.Utc);

    /// <summary>The instant of a clock time. One that daylight saving skips or repeats takes the zone's standard offset.</summary>
    public long Utc(long clock) => clock - OffsetAt(clock, _ofClocks, DateTimeKind.Unspecified);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int OffsetAt(long second, int[] days, DateTimeKind kind)
    {
        // Below 0 it is a large number.
        ulong day = (ulong)second / Stamp.SecondsPerDay;
        return day < (ulong)days.Length && days[day] > 0 ? days[day] - Base : Find(second, days, kind);
    }

    private int Find(long second, int[] days, DateTimeKind kind)
    {
        long day = second / Stamp.SecondsPerDay;
        if (second < 0 || day >= Days)
        {
            return Ask(second, kind);
        }

        int kept = days[day];
        if (kept == 0)
        {
            long begin = day * Stamp.SecondsPerDay;
            int first = Ask(begin, kind);
            kept = first == Ask(begin + Stamp.SecondsPerDay - 1, kind) ? Base + first : Changes;
            days[day] = kept;
        }

        return kept == Changes ? Ask(second, kind) : kept - Base;
    }

    private int Ask(long second, DateTimeKind kind) =>
        (int)zone.GetUtcOffset(DateTime.SpecifyKind(Stamp.Epoch.AddSeconds(second), kind)).TotalSeconds;
}
