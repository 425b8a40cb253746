using System.Globalization;

namespace Reprieve.Server.Actions;

/// <summary>Days that people write into forms, in the zone of this machine.</summary>
internal static class DueDay
{
    /// <summary>The last second of a day written as yyyy-MM-dd; null for none, or one that is not.</summary>
    public static DateTimeOffset? EndOf(string day, TimeProvider clock)
    {
        if (
            !DateOnly.TryParseExact(
                day,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateOnly date
            ) || date.Year is < 2000 or > 2100
        )
        {
            return null;
        }

        DateTime end = date.ToDateTime(new TimeOnly(23, 59, 59));
        return new DateTimeOffset(end, clock.LocalTimeZone.GetUtcOffset(end));
    }

    /// <summary>The end of today.</summary>
    public static DateTimeOffset EndOfToday(TimeProvider clock)
    {
        DateTimeOffset now = clock.GetLocalNow();
        return new DateTimeOffset(now.Date.AddDays(1), now.Offset);
    }
}
