using Reprieve.Knowledge;

namespace Reprieve.Responses.Interview.Slots;

/// <summary>A choice by its code or by any of its labels in any language.</summary>
internal static class PickSlot
{
    private static readonly string[] YesWords = ["yes", "y", "true", "ja", "是", "是的", "有", "对", "已"];
    private static readonly string[] NoWords = ["no", "n", "false", "nein", "否", "不是", "没有", "无", "未"];

    public static SlotReading One(Question question, string text, string language) =>
        Find(question, text) is { } choice
            ? SlotReading.Of(choice.InSentence(language), choice.Code)
            : SlotReading.No("slot.pick", Offered(question));

    public static SlotReading Several(Question question, IReadOnlyList<string> values, SlotContext context)
    {
        List<Choice> picked = [];
        foreach (string value in values)
        {
            if (Find(question, Words.Fold(value)) is { } whole)
            {
                picked.Add(whole);
                continue;
            }

            foreach (
                string part in value.Split([',', '，', '、', ';', '；', '\n'], StringSplitOptions.RemoveEmptyEntries)
            )
            {
                if (Find(question, Words.Fold(part)) is not { } choice)
                {
                    return SlotReading.No("slot.pick", Offered(question));
                }

                picked.Add(choice);
            }
        }

        // In the order of the list: the same picks make the same sentence.
        List<Choice> inOrder = [.. question.Choices.Where(picked.Contains)];
        return SlotReading.Of(
            context.Formats.Clauses([.. inOrder.Select(choice => choice.InSentence(context.Language))]),
            string.Join(',', inOrder.Select(choice => choice.Code))
        );
    }

    public static SlotReading YesNo(string text, string language)
    {
        bool yes = YesWords.Any(word => Words.Same(text, word));
        if (!yes && !NoWords.Any(word => Words.Same(text, word)))
        {
            return SlotReading.No("slot.yes_no");
        }

        string word = language.Split('-')[0] switch
        {
            "de" => yes ? "ja" : "nein",
            "zh" => yes ? "是" : "否",
            _ => yes ? "yes" : "no",
        };
        return SlotReading.Of(word, yes ? "yes" : "no");
    }

    private static Choice? Find(Question question, string text) =>
        question.Choices.FirstOrDefault(choice => choice.Labels().Any(label => Words.Same(text, label)));

    private static string Offered(Question question) =>
        string.Join("; ", question.Choices.Select(c => $"{c.Code} ({c.FirstLabel(UserTexts.Language)})"));
}
