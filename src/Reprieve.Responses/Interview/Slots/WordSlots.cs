using Reprieve.Knowledge;

namespace Reprieve.Responses.Interview.Slots;

/// <summary>Free words, people and tools. What is in a script the answer is not written in is asked for again, never sent.</summary>
internal static class WordSlots
{
    public static SlotReading Text(string text, SlotContext context)
    {
        string said = ClockTime.InLanguage(text, context.Language);
        return Words.FitsScript(said, context.Language)
            ? SlotReading.Of(said, ClockTime.Code(said))
            : SlotReading.No("slot.foreign_text", LanguageName(context.Language));
    }

    /// <summary>A role, a name in Latin letters, or both ("仓库主管 Li Wei").</summary>
    public static SlotReading Who(string text, SlotContext context)
    {
        IEnumerable<Choice> roles = Choices(Slot.Who, context);
        (Choice Role, string Label)? known = roles
            .SelectMany(role => role.Labels().Select(label => (Role: role, Label: label)))
            .Where(pair => Begins(text, pair.Label) || Ends(text, pair.Label))
            .OrderByDescending(pair => pair.Label.Length)
            .Select(pair => ((Choice, string)?)pair)
            .FirstOrDefault();
        if (known is null)
        {
            return Words.FitsScript(text, context.Language)
                ? SlotReading.Of(WithArticle(text, context), text)
                : SlotReading.No("slot.who", LanguageName(context.Language));
        }

        string label = known.Value.Label;
        string name = (Begins(text, label) ? text[label.Length..] : text[..^label.Length]).Trim(
            ' ',
            ',',
            '，',
            '(',
            ')',
            '（',
            '）',
            ':',
            '：',
            '-',
            '、'
        );
        if (
            name.EndsWith(" our", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(" the", StringComparison.OrdinalIgnoreCase)
        )
        {
            name = name[..^4].Trim(' ', ',');
        }

        if (!Words.FitsScript(name, context.Language))
        {
            return SlotReading.No("slot.who", LanguageName(context.Language));
        }

        // "night shift lead" is no shift lead called "night".
        if (IsBareNoun(name))
        {
            return SlotReading.Of(WithArticle(text, context), text);
        }

        string role = known.Value.Role.InSentence(context.Language);
        return
            name.Length == 0
            || name.Equals("our", StringComparison.OrdinalIgnoreCase)
            || name.Equals("the", StringComparison.OrdinalIgnoreCase)
            ? SlotReading.Of(role, known.Value.Role.Code)
            : SlotReading.Of($"{role} {name}", $"{known.Value.Role.Code} {name}");
    }

    public static SlotReading Tool(string text, SlotContext context)
    {
        Choice? known = Choices(Slot.Tool, context)
            .FirstOrDefault(tool => tool.Labels().Any(label => Words.Same(text, label)));
        if (known is not null)
        {
            return SlotReading.Of(known.InSentence(context.Language), known.Code);
        }

        return Words.FitsScript(text, context.Language)
            ? SlotReading.Of(context.Language == "en" && IsNamedRecord(text, context) ? "the " + text : text, text)
            : SlotReading.No("slot.tool", LanguageName(context.Language));
    }

    private static string WithArticle(string who, SlotContext context) =>
        context.Language == "en" && IsBareNoun(who) ? "our " + who : who;

    /// <summary>A role in small letters without an article ("shift lead"): in a sentence it needs one. A name has a capital.</summary>
    private static bool IsBareNoun(string text) =>
        text is [>= 'a' and <= 'z', ..]
        && text.Split(' ')[0]
            is not ("our" or "the" or "a" or "an" or "my" or "your" or "each" or "every" or "one" or "two");

    /// <summary>A kind of record with more behind it ("Excel sheet Daily Shipping Log"), where the kind alone reads "an Excel log".</summary>
    private static bool IsNamedRecord(string text, SlotContext context) =>
        Choices(Slot.Tool, context)
            .Where(tool => StartsWithArticle(tool.InSentence(context.Language)))
            .SelectMany(tool => tool.Labels())
            .Any(label => !StartsWithArticle(label) && Begins(text, label));

    private static bool StartsWithArticle(string text) =>
        text.StartsWith("a ", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("an ", StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<Choice> Choices(Slot slot, SlotContext context) =>
        context
            .Words.Where(words => words.Slot == slot && words.HoldsFor(context.Marketplace))
            .SelectMany(words => words.Choices);

    public static string LanguageName(string language) => Say.Texts.Get("language." + language.Split('-')[0]);

    private static bool Begins(string text, string label) =>
        text.StartsWith(label, StringComparison.OrdinalIgnoreCase)
        && (text.Length == label.Length || !char.IsAsciiLetter(text[label.Length]) || !char.IsAsciiLetter(label[^1]));

    private static bool Ends(string text, string label) =>
        text.TrimEnd(')', '）') is { } open
        && text.EndsWith(label, StringComparison.OrdinalIgnoreCase)
        && open.Length > 0
        && (
            text.Length == label.Length
            || !char.IsAsciiLetter(text[^(label.Length + 1)])
            || !char.IsAsciiLetter(label[0])
        );
}
