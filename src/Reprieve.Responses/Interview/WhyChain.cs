using System.Globalization;
using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Responses.Interview.Slots;

namespace Reprieve.Responses.Interview;

/// <summary>
/// The whys behind a cause, each answered by the one after it, down to what can be changed. It is for the seller's own
/// thinking and for a second reader; nothing of it is printed.
/// </summary>
/// <param name="Cause">Reason code or buyer cause.</param>
/// <param name="Steps">The steps so far, each with what shows it.</param>
/// <param name="Next">The why that comes next; null when the chain has reached its length.</param>
/// <param name="Problem">Why the last step is no root, in the screen's language; null when nothing is wrong with it.</param>
public sealed record WhyChain(string Cause, IReadOnlyList<WhyStep> Steps, Question? Next, string? Problem)
{
    /// <summary>From this many steps on a chain may end (RC-05).</summary>
    public const int Enough = 3;

    private const int Longest = 5;
    private const string First = ".why_1";

    /// <summary>Whether it goes deep enough and ends in something that can be changed.</summary>
    public bool IsDone => Steps.Count >= Enough && Problem is null;

    /// <summary>The chains that a seller began, by what their answers say.</summary>
    public static IReadOnlyList<WhyChain> Begun(
        AnswerSheet sheet,
        KnowledgeBase knowledge,
        IReadOnlyList<Document> documents
    )
    {
        var context = new SlotContext(knowledge.Slots, UserTexts.Language, null, DateOnly.MaxValue, documents);
        return
        [
            .. sheet
                .Answers.Where(answer =>
                    answer.Value is not null && answer.Id.EndsWith(First, StringComparison.Ordinal)
                )
                .Select(answer => answer.Id[..^First.Length])
                .Distinct()
                .Select(cause =>
                    Of(cause, knowledge.Reason(cause)?.Name.In(UserTexts.Language) ?? cause, sheet, context)
                ),
        ];
    }

    internal static WhyChain Of(string cause, string topic, AnswerSheet sheet, SlotContext context)
    {
        List<WhyStep> steps = [];
        while (steps.Count < Longest && sheet.Given(Id(cause, steps.Count + 1)) is { } answer)
        {
            List<string> shown =
            [
                .. answer.Documents.Where(name => DocumentSlot.Find(name, context.Documents) is not null),
            ];
            steps.Add(new WhyStep(Ask(steps, topic), answer.Value!, shown, answer.By, answer.Date));
        }

        string? problem =
            steps.Count > 0 && WhySlot.IsShallow(Words.Fold(steps[^1].Answer), context)
                ? Say.Texts.Get("why.shallow")
                : null;
        return new WhyChain(cause, steps, After(cause, topic, steps, problem), problem);
    }

    private static Question? After(string cause, string topic, List<WhyStep> steps, string? problem) =>
        steps.Count == Longest
            ? null
            : new Question
            {
                Id = Id(cause, steps.Count + 1),
                Ask = Shown(problem is null ? Ask(steps, topic) : Say.Texts.Get("why.control", steps[^1].Answer)),
                Slot = Slot.Why,
                Optional = true,
            };

    private static string Ask(List<WhyStep> steps, string topic) =>
        steps.Count == 0 ? Say.Texts.Get("why.first", topic) : Say.Texts.Get("why.next", steps[^1].Answer);

    private static LocalizedText Shown(string text) =>
        new(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [LocalizedText.Fallback] = text,
                [UserTexts.Language] = text,
            }
        );

    private static string Id(string cause, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{cause}.why_{number}");
}

/// <summary>One why and its answer.</summary>
/// <param name="Why">The question, in the screen's language.</param>
/// <param name="Documents">Files of the case folder that show it; without any it is the word of <paramref name="By"/>.</param>
public sealed record WhyStep(string Why, string Answer, IReadOnlyList<string> Documents, string? By, DateOnly? Date);
