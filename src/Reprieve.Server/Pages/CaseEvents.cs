using Reprieve.Cases;
using Reprieve.Storage;

namespace Reprieve.Server.Pages;

/// <summary>What happened in a case, as the page says it: files that came together are one event.</summary>
internal static class CaseEvents
{
    private const string FileAdded = "file_added";

    public static IReadOnlyList<Design.TimelineEntry> Of(IReadOnlyList<TimelineEntry> timeline)
    {
        List<Design.TimelineEntry> entries = [];
        for (int at = 0; at < timeline.Count; )
        {
            TimelineEntry first = timeline[at];
            int count = 1;
            while (first.What == FileAdded && at + count < timeline.Count && IsSame(first, timeline[at + count]))
            {
                count++;
            }

            entries.Add(Entry([.. timeline.Skip(at).Take(count)]));
            at += count;
        }

        return entries;
    }

    private static bool IsSame(TimelineEntry one, TimelineEntry other) =>
        one.What == other.What && one.Who == other.Who && (one.At - other.At).Duration() < TimeSpan.FromMinutes(10);

    private static Design.TimelineEntry Entry(IReadOnlyList<TimelineEntry> same)
    {
        TimelineEntry first = same[0];
        string? who = first.Who == Timeline.Reprieve ? null : first.Who;
        if (same.Count == 1)
        {
            return new Design.TimelineEntry(first.At, Name(first), who);
        }

        string files = string.Join(
            Say.Get("list_comma"),
            same.Select(entry => entry.Details.GetValueOrDefault("path"))
        );
        return new Design.TimelineEntry(
            first.At,
            Say.Get("event_files_added", same.Count),
            who,
            Detail: builder => builder.AddContent(0, files)
        );
    }

    private static string Name(TimelineEntry entry)
    {
        string what = Say.Texts.Has("event_" + entry.What)
            ? Say.Get("event_" + entry.What)
            : entry.What.Replace('_', ' ');
        string? about =
            entry.Details.GetValueOrDefault("path")
            ?? entry.Details.GetValueOrDefault("store")
            ?? MoneyHeld.Of(entry)?.Text
            ?? (entry.What == CaseStore.Assigned ? Keeper(entry) : null);
        return about is null ? what : $"{what}: {about}";
    }

    private static string Keeper(TimelineEntry entry) =>
        entry.Details.GetValueOrDefault("person") is { Length: > 0 } name ? name : Say.Get("keeper_nobody");
}
