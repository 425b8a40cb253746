using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;

namespace Reprieve.Responses.Writing;

/// <summary>A sentence that will be printed: its template, the item it is said of, and the facts it rests on.</summary>
/// <param name="Item">Beginning of the item's fact ids ("invoice.2."), for a sentence said of each; else null.</param>
internal sealed record Chosen(
    Playbook Playbook,
    PlaybookSentence Sentence,
    string? Item,
    IReadOnlyList<string> Facts,
    string? Cause,
    PlanSection? Section
)
{
    public string Id => $"{Playbook.Code}.{Sentence.Id}";

    /// <summary>The sentences of a playbook whose conditions hold and whose facts are all known.</summary>
    public static IEnumerable<Chosen> From(Playbook playbook, string language, FactBook book, string? cause)
    {
        foreach (PlaybookSentence sentence in playbook.Sentences)
        {
            int items = sentence.Each is null ? 1 : book.Count(sentence.Each);
            for (int i = 1; i <= items; i++)
            {
                string? item = sentence.Each is null ? null : FactBook.Item(sentence.Each, i);
                if (RestingOn(sentence, language, item, book) is { } facts)
                {
                    yield return new Chosen(playbook, sentence, item, facts, cause, sentence.Section);
                }
            }
        }
    }

    /// <summary>The ids a sentence rests on; null when one is unknown or a condition does not hold.</summary>
    private static List<string>? RestingOn(PlaybookSentence sentence, string language, string? item, FactBook book)
    {
        List<string> facts = [];
        foreach (Condition condition in sentence.When.Select(Condition.Parse))
        {
            Condition of = condition with { Fact = Template.OfItem(condition.Fact, item) };
            if (!of.Holds(book))
            {
                return null;
            }

            if (of.Is != Condition.Kind.Unknown)
            {
                facts.Add(of.Fact);
            }
        }

        IEnumerable<string> named = Template.Names(sentence.Say.In(language)).Concat(sentence.RestsOn);
        facts.AddRange(named.Select(name => Template.OfItem(name, item)));
        return facts.All(id => book.Find(id) is not null) ? [.. facts.Distinct(StringComparer.Ordinal)] : null;
    }
}
