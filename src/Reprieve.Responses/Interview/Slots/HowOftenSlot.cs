using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Responses.Interview.Slots;

/// <summary>How often, with the hour if one is given: "每天" → "every day"; "每周一上午9点" → "every Monday at 9:00".</summary>
internal static class HowOftenSlot
{
    public static SlotReading Read(string text, SlotContext context)
    {
        (string words, TimeOnly? time) = ClockTime.OffTheEnd(text);
        Choice? known = WordSlots
            .Choices(Slot.HowOften, context)
            .FirstOrDefault(choice => choice.Labels().Any(label => Words.Same(words, label)));
        if (known is not null)
        {
            string say = known.InSentence(context.Language);
            return time is { } hour
                ? SlotReading.Of(say + context.Formats.At + Hour(hour), $"{known.Code} {Hour(hour)}")
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

    private static string Hour(TimeOnly hour) => hour.ToString("H:mm", CultureInfo.InvariantCulture);
}
