using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Appeals.Packing;

/// <summary>Days and times as a seller reads them, in the screen's language.</summary>
public static class Moment
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    private static readonly string[] ChineseWeekdays = ["日", "一", "二", "三", "四", "五", "六"];

    /// <summary>A day with its weekday.</summary>
    public static string Day(DateOnly day) =>
        UserTexts.Language == LocalizedText.Fallback
            ? day.ToString("dddd, d MMMM yyyy", English)
            : string.Create(
                English,
                $"{day.Year}年{day.Month}月{day.Day}日（星期{ChineseWeekdays[(int)day.DayOfWeek]}）"
            );

    /// <summary>A moment in its own offset.</summary>
    public static string DayAndTime(DateTimeOffset time) =>
        string.Create(English, $"{Day(DateOnly.FromDateTime(time.DateTime))} {time:HH:mm}");

    /// <summary>The zone of a store, UTC when it is not known.</summary>
    public static TimeZoneInfo Zone(string? marketplace, KnowledgeBase knowledge) =>
        knowledge.Marketplace(marketplace) is { } store
            ? TimeZoneInfo.FindSystemTimeZoneById(store.TimeZone)
            : TimeZoneInfo.Utc;

    /// <summary>Calendar days from now until a moment, both in that moment's own offset; negative when it has passed.</summary>
    public static int DaysLeft(DateTimeOffset due, DateTimeOffset now) =>
        DateOnly.FromDateTime(due.DateTime).DayNumber
        - DateOnly.FromDateTime(now.ToOffset(due.Offset).DateTime).DayNumber;
}
