using Reprieve.Documents;
using Reprieve.Knowledge;

namespace Reprieve.Responses.Interview.Slots;

/// <summary>What an answer is read with.</summary>
/// <param name="Language">The language of the sentences it goes into.</param>
/// <param name="Today">The day the answer to Amazon is written, in the marketplace's zone.</param>
internal sealed record SlotContext(
    IReadOnlyList<SlotWords> Words,
    string Language,
    string? Marketplace,
    DateOnly Today,
    IReadOnlyList<Document> Documents
)
{
    public Formats Formats { get; } = Formats.Of(Language, Marketplace);
}

/// <summary>What became of an answer: words for a sentence and a code for conditions, or why it was not taken.</summary>
internal readonly record struct SlotReading(string? Value, string? Code, string? Problem)
{
    public static SlotReading Of(string value, string? code = null) => new(value, code ?? value, null);

    public static SlotReading No(string key, params ReadOnlySpan<object?> arguments) =>
        new(null, null, Say.Texts.Get(key, arguments));
}

/// <summary>Reads an answer by the kind of its question, in English or Chinese, whatever the language of the answer to Amazon.</summary>
internal static class SlotReader
{
    private const int MaxLength = 600;

    public static SlotReading Read(Question question, Answer answer, SlotContext context)
    {
        if (answer.Values.Any(value => value.Length > MaxLength))
        {
            return SlotReading.No("slot.too_long", MaxLength);
        }

        string text = Words.Fold(Wording(question, answer, context.Language));
        return question.Slot switch
        {
            Slot.Pick => PickSlot.One(question, text, context.Language),
            Slot.PickSeveral => PickSlot.Several(question, answer.Values, context),
            Slot.YesNo => PickSlot.YesNo(text, context.Language),
            Slot.Who => WordSlots.Who(text, context),
            Slot.Tool => WordSlots.Tool(text, context),
            Slot.HowOften => HowOftenSlot.Read(text, context),
            Slot.Date => DateSlot.Read(question, text, context),
            Slot.Count => NumberSlot.Count(text, context),
            Slot.Percent => NumberSlot.Percent(text, context),
            Slot.Document => DocumentSlot.Read(answer, context),
            Slot.Why => WhySlot.Read(text, context),
            _ => WordSlots.Text(text, context),
        };
    }

    /// <summary>What is read: the person's words, or where these go into the text as they are, their confirmed translation.</summary>
    private static string Wording(Question question, Answer answer, string language) =>
        (question.Slot is Slot.Text or Slot.Who or Slot.Tool or Slot.HowOften ? answer.In(language) : null)
        ?? answer.Value
        ?? "";
}
