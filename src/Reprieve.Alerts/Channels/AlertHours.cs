namespace Reprieve.Alerts.Channels;

/// <summary>
/// The hours of a channel as moments. Where clocks go forward, an hour that is skipped is the moment of the change; where
/// they go back, quiet begins with the first of the two and ends with the second, so that nobody is woken in between.
/// </summary>
internal static class AlertHours
{
    /// <summary>When the quiet of this moment ends; null when it is not quiet.</summary>
    public static DateTimeOffset? QuietUntil(AlertChannel channel, DateTimeOffset now)
    {
        if (channel.Quiet is not { } quiet)
        {
            return null;
        }

        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(channel.Zone);
        DateOnly today = Day(now, zone);
        foreach (DateOnly day in new[] { today.AddDays(-1), today })
        {
            DateTimeOffset start = Moment(day, quiet.From, zone, last: false);
            DateTimeOffset end = Moment(quiet.To < quiet.From ? day.AddDays(1) : day, quiet.To, zone, last: true);
            if (start <= now && now < end)
            {
                return end;
            }
        }

        return null;
    }

    /// <summary>The first digest that is not before a moment; that moment itself where there is no digest.</summary>
    public static DateTimeOffset Digest(AlertChannel channel, DateTimeOffset from)
    {
        if (channel.DigestAt is not { } time)
        {
            return from;
        }

        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(channel.Zone);
        DateOnly today = Day(from, zone);
        return Enumerable
            .Range(0, 3)
            .Select(days => Moment(today.AddDays(days), time, zone, last: false))
            .First(moment => moment >= from);
    }

    private static DateOnly Day(DateTimeOffset now, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);

    private static DateTimeOffset Moment(DateOnly day, TimeOnly time, TimeZoneInfo zone, bool last)
    {
        DateTime local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        if (!zone.IsAmbiguousTime(local))
        {
            return new DateTimeOffset(local, zone.GetUtcOffset(local));
        }

        TimeSpan[] offsets = zone.GetAmbiguousTimeOffsets(local);
        return new DateTimeOffset(local, last ? offsets.Min() : offsets.Max());
    }
}
