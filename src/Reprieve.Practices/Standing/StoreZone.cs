using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>The time zone of a store.</summary>
public static class StoreZone
{
    /// <summary>The zone of knowledge; UTC where the store is not known.</summary>
    public static TimeZoneInfo Of(string? store, KnowledgeBase knowledge) =>
        store is not null && knowledge.Marketplace(store) is { } known
            ? TimeZoneInfo.FindSystemTimeZoneById(known.TimeZone)
            : TimeZoneInfo.Utc;

    /// <summary>Day, time and distance from UTC, as a person reads it: 29 Sep 2026, 16:59 (UTC-07:00).</summary>
    public static string When(DateTimeOffset at, TimeZoneInfo zone)
    {
        DateTimeOffset there = TimeZoneInfo.ConvertTime(at, zone);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{UserFigures.Day(DateOnly.FromDateTime(there.DateTime))}, {there:HH:mm} (UTC{there:zzz})"
        );
    }
}
