using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Interview;

namespace Reprieve.Responses.Writing;

/// <summary>
/// What is still to be asked: questions whose answers a sentence needs or a condition turns on, and answers that
/// could not be taken. What the files already say is not asked.
/// </summary>
internal static class OpenQuestions
{
    public static IReadOnlyList<OpenQuestion> Of(
        Outline outline,
        string language,
        FactBook book,
        IReadOnlyDictionary<string, string> problems
    )
    {
        List<OpenQuestion> open = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (Playbook playbook in outline.Playbooks)
        {
            List<PlaybookSentence> inPlay =
            [
                .. Sentences(outline, playbook).Where(sentence => InPlay(sentence, playbook, language, book)),
            ];
            foreach (Question question in playbook.Questions)
            {
                if (
                    book.Find(question.Id) is null
                    && seen.Add(question.Id)
                    && Ask(question, playbook, inPlay, language, book) is { } asked
                )
                {
                    open.Add(new OpenQuestion(asked, problems.GetValueOrDefault(question.Id)));
                }
            }
        }

        return open;
    }

    /// <summary>The sentences of the parts that were asked.</summary>
    private static IEnumerable<PlaybookSentence> Sentences(Outline outline, Playbook playbook)
    {
        List<PlanSection> sections =
        [
            .. outline.Causes.Where(cause => cause.Playbook == playbook).SelectMany(cause => cause.Sections),
        ];
        return playbook.Sentences.Where(s => s.Section is not { } section || sections.Contains(section));
    }

    private static Question? Ask(
        Question question,
        Playbook playbook,
        List<PlaybookSentence> inPlay,
        string language,
        FactBook book
    )
    {
        if (!question.When.All(condition => Condition.Parse(condition).Holds(book)))
        {
            return null;
        }

        if (question.Id.StartsWith("paper.", StringComparison.Ordinal))
        {
            // A paper may lie in the folder as a scan that nothing could read; whether it is missing is the chase's to say.
            return question with { Optional = true };
        }

        bool steers =
            question.Id == Lawyer.Question
            || playbook
                .Sentences.SelectMany(s => s.When)
                .Concat(playbook.Questions.SelectMany(q => q.When))
                .Select(Condition.Parse)
                .Any(condition => condition.Compares && condition.Fact == question.Id);
        List<PlaybookSentence> feeds = [.. inPlay.Where(sentence => Uses(sentence, language).Contains(question.Id))];
        if (!steers && feeds.Count == 0)
        {
            return null;
        }

        bool needed = feeds.Any(sentence => sentence.Required) || (steers && !question.Optional);
        return needed ? question : question with { Optional = true };
    }

    /// <summary>Whether a sentence would be printed if the open questions were answered.</summary>
    private static bool InPlay(PlaybookSentence sentence, Playbook playbook, string language, FactBook book)
    {
        bool Askable(string id) => playbook.Questions.Any(q => q.Id == id);
        return sentence
                .When.Select(Condition.Parse)
                .All(c => c.Holds(book) || (c.Is == Condition.Kind.Known && Askable(c.Fact)))
            && Uses(sentence, language)
                .All(id =>
                    book.Find(id) is not null || Askable(id) || id.StartsWith("each.", StringComparison.Ordinal)
                );
    }

    private static IEnumerable<string> Uses(PlaybookSentence sentence, string language) =>
        Template
            .Names(sentence.Say.In(language))
            .Concat(sentence.RestsOn)
            .Concat(sentence.When.Select(Condition.Parse).Where(c => c.Is == Condition.Kind.Known).Select(c => c.Fact));
}
