using Reprieve.Knowledge;
using Reprieve.Practices.Standing;
using Reprieve.Storage;

namespace Reprieve.Server.Selling.ByHand;

/// <summary>When a person has to look at the Account Health page: once on each day of its store.</summary>
internal static class HandDay
{
    /// <summary>The day for which it was not looked at yet; null where it was, or the watch is not kept by hand.</summary>
    /// <param name="last">When it was looked at last; null for never.</param>
    public static DateOnly? Due(
        StoredConnection connection,
        DateTimeOffset? last,
        KnowledgeBase knowledge,
        DateTimeOffset now
    )
    {
        if (!connection.ByHand)
        {
            return null;
        }

        TimeZoneInfo zone = StoreZone.Of(connection.Stores[0], knowledge);
        DateOnly today = Day(now, zone);
        return last is { } seen && Day(seen, zone) >= today ? null : today;
    }

    /// <summary>The menu path to the page, in the screen's language.</summary>
    public static string Menu(KnowledgeBase knowledge) =>
        (
            knowledge.HealthWords.FirstOrDefault(words => words.Code == UserTexts.Language)
            ?? knowledge.HealthWords.First(words => words.Code == LocalizedText.Fallback)
        ).Menu;

    private static DateOnly Day(DateTimeOffset at, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
