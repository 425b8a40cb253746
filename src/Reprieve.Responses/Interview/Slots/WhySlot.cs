using Reprieve.Knowledge;

namespace Reprieve.Responses.Interview.Slots;

/// <summary>
/// A step in a chain of whys. A person's slip or ignorance is no root by itself: then the control that would have caught
/// it is asked for (RC-03).
/// </summary>
internal static class WhySlot
{
    private const string Shallow = "shallow";
    private const string Control = "control";

    public static SlotReading Read(string text, SlotContext context) =>
        SlotReading.Of(text, IsShallow(text, context) ? Shallow : "");

    /// <summary>Whether it names a slip or ignorance, and no control that was missing behind it.</summary>
    public static bool IsShallow(string text, SlotContext context) =>
        Names(text, Shallow, context) && !Names(text, Control, context);

    private static bool Names(string text, string code, SlotContext context) =>
        WordSlots
            .Choices(Slot.Why, context)
            .Where(choice => choice.Code == code)
            .SelectMany(choice => choice.Labels())
            .Any(label => Stands(text, label));

    /// <summary>Whether a wording begins a word of the text; where words are not parted, stands in it anywhere.</summary>
    private static bool Stands(string text, string label)
    {
        int at = text.IndexOf(label, StringComparison.OrdinalIgnoreCase);
        while (at > 0 && char.IsAsciiLetter(label[0]) && char.IsLetter(text[at - 1]))
        {
            at = text.IndexOf(label, at + 1, StringComparison.OrdinalIgnoreCase);
        }

        return at >= 0;
    }
}
