using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Reprieve.Cases;

/// <summary>
/// The append-only timeline of a case. Each entry's hash covers the entry and the hash before it, so that a change,
/// a removal or a swap anywhere is found.
/// </summary>
public static class Timeline
{
    /// <summary>Who Reprieve itself signs as.</summary>
    public const string Reprieve = "reprieve";

    /// <summary>The case with one more entry at the time of <paramref name="clock"/>.</summary>
    public static Case Append(
        this Case record,
        TimeProvider clock,
        string who,
        string what,
        IReadOnlyDictionary<string, string>? details = null
    )
    {
        TimelineEntry? last = record.Timeline.Count == 0 ? null : record.Timeline[^1];
        return record with { Timeline = [.. record.Timeline, Next(last, clock, who, what, details)] };
    }

    /// <summary>The entry that follows <paramref name="last"/> (null begins a timeline), at the time of the clock.</summary>
    public static TimelineEntry Next(
        TimelineEntry? last,
        TimeProvider clock,
        string who,
        string what,
        IReadOnlyDictionary<string, string>? details = null
    )
    {
        SortedDictionary<string, string> ordered = new(
            details?.ToDictionary(StringComparer.Ordinal) ?? [],
            StringComparer.Ordinal
        );
        var entry = new TimelineEntry(
            (last?.Number ?? 0) + 1,
            WholeSeconds(clock.GetLocalNow()),
            who,
            what,
            ordered,
            last?.Hash,
            ""
        );
        return entry with { Hash = HashOf(entry) };
    }

    /// <summary>As <see cref="Append"/>, unless the newest entry of this kind already says the same.</summary>
    public static Case AppendIfNew(
        this Case record,
        TimeProvider clock,
        string who,
        string what,
        IReadOnlyDictionary<string, string> details
    )
    {
        TimelineEntry? same = record.Timeline.LastOrDefault(e => e.What == what);
        bool known =
            same is not null
            && same.Details.Count == details.Count
            && details.All(d => same.Details.TryGetValue(d.Key, out string? value) && value == d.Value);
        return known ? record : record.Append(clock, who, what, details);
    }

    /// <summary>The number of the first entry that was changed, removed or moved; null when all are as they were written.</summary>
    public static int? FirstBroken(IReadOnlyList<TimelineEntry> timeline)
    {
        string? previous = null;
        for (int i = 0; i < timeline.Count; i++)
        {
            TimelineEntry entry = timeline[i];
            if (entry.Number != i + 1 || entry.Previous != previous || entry.Hash != HashOf(entry))
            {
                return i + 1;
            }

            previous = entry.Hash;
        }

        return null;
    }

    /// <summary>Each field is written with its length before it, so that no two entries read alike.</summary>
    private static string HashOf(TimelineEntry entry)
    {
        var text = new StringBuilder();
        Field(entry.Number.ToString(CultureInfo.InvariantCulture));
        Field(entry.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        Field(entry.Who);
        Field(entry.What);
        foreach ((string name, string value) in entry.Details.OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            Field(name);
            Field(value);
        }

        Field(entry.Previous ?? "");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        void Field(string value) => text.Append(value.Length).Append(':').Append(value).Append('\n');
    }

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) =>
        new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), time.Offset);
}
