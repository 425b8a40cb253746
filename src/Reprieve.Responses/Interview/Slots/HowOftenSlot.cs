using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Responses.Interview.Slots;

/// <summary>How often, with the hour if one is given: "每天" → "every day"; "每周一上午9点" → "every Monday at 9:00".</summary>
internal static class HowOftenSlot
{
    public static SlotReading Read(string text, SlotContext context)
    {
        (string words, TimeOnly? time) = SplitTime(text);
        Choice? known = WordSlots
            .Choices(Slot.HowOften, context)
            .FirstOrDefault(choice => choice.Labels().Any(label => Words.Same(words, label)));
        if (known is not null)
        {
            string say = known.InSentence(context.Language);
            return time is { } hour
                ? SlotReading.Of(say + context.Formats.At + hour.ToString("H:mm", CultureInfo.InvariantCulture))
                : SlotReading.Of(say, known.Code);
        }

        if (!Words.FitsScript(text, context.Language))
        {
            return SlotReading.No("slot.how_often", WordSlots.LanguageName(context.Language));
        }

        // A cadence says a time or a number: "regularly" is none.
        bool concrete =
            text.Any(char.IsAsciiDigit)
            || text.Contains("every", StringComparison.OrdinalIgnoreCase)
            || text.Contains("each", StringComparison.OrdinalIgnoreCase)
            || text.Contains("before", StringComparison.OrdinalIgnoreCase);
        return concrete ? SlotReading.Of(text.TrimEnd('.', ' ')) : SlotReading.No("slot.how_often_vague");
    }

    /// <summary>Takes an hour off the end: 10:00, at 5 pm, 上午10点, 下午5点半, 17点30分.</summary>
    private static (string Words, TimeOnly? Time) SplitTime(string text)
    {
        int digits = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (digits <= 0)
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
