using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Interview;

namespace Reprieve.Responses.Writing;

/// <summary>
/// What comes first where nothing is to be sent yet: why, and the steps, said from knowledge and the facts of the case
/// in the screen's language.
/// </summary>
internal static class Steps
{
    /// <summary>The beginning of the ids of a frame's steps; a <c>why</c> says why.</summary>
    public const string Step = "step";

    private const string Reason = "why";

    public static NothingToSend Of(
        Outline outline,
        string answerLanguage,
        FactBook book,
        IReadOnlyList<OpenQuestion> questions,
        IReadOnlyList<PaperToChase> papers
    )
    {
        string language = UserTexts.Language;
        List<Chosen> frame = [.. Chosen.From(outline.Frame, language, book, null)];
        List<Chosen> causes =
        [
            .. outline.Causes.SelectMany(cause => Chosen.From(cause.Playbook, language, book, cause.Code)),
        ];
        List<string> steps = [];
        foreach (Chosen step in Named(causes, Step).Concat(Named(frame, Step)))
        {
            string text = Say(step);
            if (step.Sentence.Continues && steps.Count > 0)
            {
                steps[^1] += Gap(language) + text;
            }
            else
            {
                steps.Add(text);
            }
        }

        return new NothingToSend
        {
            Mode = outline.Mode,
            Language = answerLanguage,
            Questions = questions,
            Papers = papers,
            Why = string.Join(Gap(language), Named(frame, Reason).Concat(Named(causes, Reason)).Select(Say)),
            Instead = steps,
        };

        string Say(Chosen sentence) => TextComposer.Render(sentence, language, id => book.Find(id)!.Value);
    }

    private static IEnumerable<Chosen> Named(List<Chosen> sentences, string prefix) =>
        sentences.Where(sentence => sentence.Sentence.Id.StartsWith(prefix, StringComparison.Ordinal));

    private static string Gap(string language) => TextComposer.NoSpaces(language) ? "" : " ";
}
