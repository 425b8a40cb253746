namespace Reprieve.Knowledge.Loading;

/// <summary>A translation says the sentences that there are, with the same gaps, and nothing else.</summary>
internal static class TranslationValidation
{
    public static IEnumerable<(string Path, string Message)> Check(Translation translation, KnowledgeBase knowledge)
    {
        if (knowledge.Playbooks.FirstOrDefault(p => p.Code == translation.Playbook) is not { } playbook)
        {
            yield return ("$.playbook", $"'{translation.Playbook}' is no playbook of knowledge/playbooks");
            yield break;
        }

        foreach ((string id, string text) in translation.Sentences)
        {
            string? english = playbook.Sentences.FirstOrDefault(s => s.Id == id)?.Say.In(LocalizedText.Fallback);
            if (english is null)
            {
                yield return ($"$.sentences.{id}", $"'{playbook.Code}' has no sentence '{id}'");
            }
            else if (!Gaps(text).SetEquals(Gaps(english)))
            {
                string wanted = string.Join(", ", Gaps(english).Order(StringComparer.Ordinal));
                yield return (
                    $"$.sentences.{id}",
                    $"'{id}' has other gaps than the English sentence, which has: {wanted}"
                );
            }
        }

        foreach ((string id, IReadOnlyDictionary<string, string> choices) in translation.Choices)
        {
            IReadOnlyList<Choice> known = playbook.Questions.FirstOrDefault(q => q.Id == id)?.Choices ?? [];
            foreach (string code in choices.Keys.Where(code => known.All(choice => choice.Code != code)))
            {
                yield return ($"$.choices.{id}", $"'{playbook.Code}' has no choice '{code}' of '{id}'");
            }
        }
    }

    /// <summary>The facts named in braces, without the forms of their nouns.</summary>
    private static HashSet<string> Gaps(string text) =>
        [.. text.Split('{').Skip(1).Select(part => part.Split('}')[0].Split(':')[0])];
}
