using Reprieve.Knowledge;
using Reprieve.Responses.Interview.Slots;

namespace Reprieve.Responses.Writing;

/// <summary>A playbook with what it says in further languages.</summary>
internal static class Translations
{
    public static Playbook Of(Playbook playbook, KnowledgeBase knowledge) =>
        knowledge.Translations.Where(translation => translation.Playbook == playbook.Code).Aggregate(playbook, With);

    private static Playbook With(Playbook playbook, Translation translation)
    {
        string language = translation.Language;
        return playbook with
        {
            Topic = With(playbook.Topic, language, translation.Topic),
            Sentences =
            [
                .. playbook.Sentences.Select(sentence =>
                    sentence with
                    {
                        Say = With(sentence.Say, language, translation.Sentences.GetValueOrDefault(sentence.Id))!,
                    }
                ),
            ],
            Questions = [.. playbook.Questions.Select(question => With(question, translation))],
        };
    }

    private static Question With(Question question, Translation translation)
    {
        IReadOnlyDictionary<string, string>? said = translation.Choices.GetValueOrDefault(question.Id);
        return question with
        {
            Choices = [.. question.Choices.Select(choice => With(choice, translation.Language, said))],
        };
    }

    /// <summary>A choice without a wording of its own in the language reads as it is offered in it.</summary>
    private static Choice With(Choice choice, string language, IReadOnlyDictionary<string, string>? said)
    {
        string? own =
            said?.GetValueOrDefault(choice.Code) ?? (choice.Label.Has(language) ? choice.FirstLabel(language) : null);
        return choice with { Say = With(choice.Say ?? choice.Label, language, own) };
    }

    private static LocalizedText? With(LocalizedText? text, string language, string? say) =>
        text is null || say is null
            ? text
            : new LocalizedText(new Dictionary<string, string>(text.Texts) { [language] = say });
}
