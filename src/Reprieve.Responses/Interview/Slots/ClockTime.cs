using System.Globalization;

namespace Reprieve.Responses.Interview.Slots;

/// <summary>Hours of the day as people type them, in English or Chinese.</summary>
internal static class ClockTime
{
    /// <summary>A text that is nothing but an hour, as the language writes it: outside English "5:00 p.m." is 17:00.</summary>
    public static string InLanguage(string text, string language) =>
        language == "en" && Words.FitsScript(text, language) ? text : Code(text) ?? text;

    /// <summary>The hour in 24 hours where a text is nothing else; null where it is more or none.</summary>
    public static string? Code(string text) =>
        OffTheEnd(text) is ("", { } time) ? time.ToString("H:mm", CultureInfo.InvariantCulture) : null;

    /// <summary>Takes an hour off the end: 10:00, at 5 pm, 上午10点, 下午5点半, 17点30分.</summary>
    public static (string Words, TimeOnly? Time) OffTheEnd(string text)
    {
        int digits = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (digits < 0)
        {
            return (text, null);
        }

        string tail = text[digits..].ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal).TrimEnd('.', '。');
        string head = text[..digits].TrimEnd();
        int add = 0;
        foreach (
            (string word, int hours) in new[]
            {
                ("上午", 0),
                ("早上", 0),
                ("中午", 0),
                ("下午", 12),
                ("晚上", 12),
                (" at", 0),
            }
        )
        {
            if (head.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                head = head[..^word.Length].TrimEnd(',', ' ');
                add = hours;
            }
        }

        if (tail.EndsWith("pm", StringComparison.Ordinal) || tail.EndsWith("p.m", StringComparison.Ordinal))
        {
            add = 12;
        }

        bool marked = tail.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0;
        return marked && TryHour(tail, add, out TimeOnly time) ? (head, time) : (text, null);
    }

    private static bool TryHour(string tail, int add, out TimeOnly time)
    {
        string plain = tail.Replace("a.m", "", StringComparison.Ordinal)
            .Replace("p.m", "", StringComparison.Ordinal)
            .Replace("am", "", StringComparison.Ordinal)
            .Replace("pm", "", StringComparison.Ordinal)
            .Replace("点半", ":30", StringComparison.Ordinal)
            .Replace("点", ":", StringComparison.Ordinal)
            .Replace("分", "", StringComparison.Ordinal);
        string[] parts = plain.Split(':', StringSplitOptions.RemoveEmptyEntries);
        time = default;
        int minute = 0;
        if (
            parts.Length is 0 or > 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int hour)
            || (
                parts.Length == 2
                && !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out minute)
            )
        )
        {
            return false;
        }

        hour += hour < 12 ? add : 0;
        if (hour > 23 || minute > 59)
        {
            return false;
        }

        time = new TimeOnly(hour, minute);
        return true;
    }
}
