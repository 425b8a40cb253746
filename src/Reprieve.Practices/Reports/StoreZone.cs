namespace Reprieve.Practices.Reports;

/// <summary>
/// A store's time zone, asked millions of times: the offsets of a year are found once, as spans between their changes.
/// </summary>
internal sealed class StoreZone(TimeZoneInfo zone)
{
    private const int FirstYear = 1989;
    private const int LastYear = 2102;

    private readonly Year?[] _years = new Year?[LastYear - FirstYear + 1];

    /// <summary>Its IANA name.</summary>
    public string Id => zone.Id;

    /// <summary>The clock of the store at an instant.</summary>
    public DateTime Local(DateTime utc) => DateTime.SpecifyKind(utc.Add(OffsetAt(utc)), DateTimeKind.Unspecified);

    /// <summary>The instant of a clock time. One that daylight saving skips or repeats takes the zone's standard offset.</summary>
    public DateTime Utc(DateTime clock) => DateTime.SpecifyKind(clock - zone.GetUtcOffset(clock), DateTimeKind.Utc);

    private TimeSpan OffsetAt(DateTime utc)
    {
        if (utc.Year is < FirstYear or > LastYear)
        {
            return zone.GetUtcOffset(utc);
        }

        Year year = _years[utc.Year - FirstYear] ??= Changes(utc.Year);
        int i = year.Offsets.Length - 1;
        while (i > 0 && utc < year.From[i])
        {
            i--;
        }

        return year.Offsets[i];
    }

    /// <summary>Looks at every day, and between two days of different offset for the second of the change.</summary>
    private Year Changes(int year)
    {
        var from = new List<DateTime>(3);
        var offsets = new List<TimeSpan>(3);
        var day = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        from.Add(day);
        offsets.Add(zone.GetUtcOffset(day));
        for (DateTime next = day.AddDays(1); day.Year == year; (day, next) = (next, next.AddDays(1)))
        {
            TimeSpan offset = zone.GetUtcOffset(next);
            if (offset != offsets[^1])
            {
                from.Add(ChangeBetween(day, next));
                offsets.Add(offset);
            }
        }

        return new Year([.. from], [.. offsets]);
    }

    private DateTime ChangeBetween(DateTime before, DateTime after)
    {
        TimeSpan old = zone.GetUtcOffset(before);
        while (after - before > TimeSpan.FromSeconds(1))
        {
            DateTime middle = before.AddTicks(
                (after - before).Ticks / TimeSpan.TicksPerSecond / 2 * TimeSpan.TicksPerSecond
            );
            (before, after) = zone.GetUtcOffset(middle) == old ? (middle, after) : (before, middle);
        }

        return after;
    }

    /// <summary>The offsets of a year and the instants from which they hold.</summary>
    private sealed record Year(DateTime[] From, TimeSpan[] Offsets);
}
