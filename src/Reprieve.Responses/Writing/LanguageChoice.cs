using Reprieve.Knowledge;

namespace Reprieve.Responses.Writing;

/// <summary>The language an answer is written in: the one wanted if everything it may say is there in it, else English.</summary>
internal static class LanguageChoice
{
    public static string For(string wanted, Outline outline)
    {
        string language = Normal(wanted);
        return outline.Playbooks.All(playbook => Speaks(playbook, language)) ? language : LocalizedText.Fallback;
    }

    private static bool Speaks(Playbook playbook, string language) =>
        (playbook.Topic?.Has(language) ?? true)
        && playbook.Sentences.All(sentence => sentence.Say.Has(language))
        && Printed(playbook).SelectMany(q => q.Choices).All(choice => (choice.Say ?? choice.Label).Has(language));

    /// <summary>The questions whose answers stand in a sentence; others only steer.</summary>
    private static IEnumerable<Question> Printed(Playbook playbook)
    {
        HashSet<string> named =
        [
            .. playbook.Sentences.SelectMany(sentence => Template.Names(sentence.Say.In(LocalizedText.Fallback))),
        ];
        return playbook.Questions.Where(question => named.Contains(question.Id));
    }

    /// <summary>en-GB is written as en; every Chinese but traditional as zh-Hans.</summary>
    private static string Normal(string tag)
    {
        if (tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
        {
            return tag.Contains("Hant", StringComparison.OrdinalIgnoreCase) ? tag : "zh-Hans";
        }

        int dash = tag.IndexOf('-', StringComparison.Ordinal);
        return (dash < 0 ? tag : tag[..dash]).ToLowerInvariant();
    }
}
