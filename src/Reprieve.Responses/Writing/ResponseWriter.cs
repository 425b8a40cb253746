using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Interview;
using Reprieve.Responses.Interview.Slots;

namespace Reprieve.Responses.Writing;

/// <summary>
/// Writes the answer that a notice wants from what is known: a plan, papers with a cover note, or nothing and why.
/// The same request gives the same answer, byte for byte.
/// </summary>
public sealed class ResponseWriter(KnowledgeBase knowledge)
{
    /// <summary>
    /// The answer. No sentence is written whose facts are missing: they are among the questions. Papers that are
    /// wanted and not there are among the papers to chase.
    /// </summary>
    public Response Write(ResponseRequest request)
    {
        ResponseMode mode = Mode(request);
        string wanted = request.Language ?? request.Notice.Language;
        if (Prepare(request) is not { } ready)
        {
            return Nothing.NotAmazon(request.Notice)
                ? Nothing.Because("not_amazon", ResponseMode.None, wanted, [])
                : Unknown(request, wanted);
        }

        (ResponseRequest answered, Outline outline, string language, FactBook book, var problems) = ready;
        if (outline.IsSteps)
        {
            IReadOnlyList<OpenQuestion> questions = OpenQuestions.Of(outline, language, book, problems);
            return Steps.Of(outline, wanted, book, questions, PaperChase.Of(answered, knowledge, book));
        }

        if (outline.Mode != ResponseMode.Documents && outline.Causes.Count == 0)
        {
            string key = outline.Unanswered.Count == 0 ? "no_reason" : "no_playbook";
            string names = string.Join(", ", outline.Unanswered.Select(Name));
            return Nothing.Because(key, mode, wanted, Chase(request), names);
        }

        string own = UserTexts.Language;
        Mirror? mirror = own == language ? null : new Mirror(own, Gather(answered, outline, own).Book);
        Response answer = new Draft(knowledge, answered, outline, language, book, problems, mirror).Write();
        bool sentBefore =
            answer is WrittenResponse written
            && request.Earlier.Any(round => round.SentText.ReplaceLineEndings("\n").Trim() == written.Text.Trim());
        return sentBefore ? Nothing.Because("same_text", outline.Mode, language, answer.Papers) : answer;
    }

    /// <summary>
    /// What an answer is made of, before a sentence is written; null where nothing can be answered. Where something else
    /// comes first it is the steps to it, and once that is done, the answer itself.
    /// </summary>
    internal Prepared? Prepare(ResponseRequest request)
    {
        ResponseMode mode = Mode(request);
        if (Nothing.NotAmazon(request.Notice) || mode == ResponseMode.Unknown)
        {
            return null;
        }

        Outline outline = Outline.Of(request, mode, knowledge);
        string language = outline.IsSteps
            ? UserTexts.Language
            : LanguageChoice.For(request.Language ?? request.Notice.Language, outline);
        (FactBook book, Dictionary<string, string> problems) = Gather(request, outline, language);
        return
            outline.IsSteps
            && outline.Frame.GoesOn is { } on
            && on.When.All(condition => Condition.Parse(condition).Holds(book))
            ? Prepare(request with { Mode = on.Mode })
            : new Prepared(request, outline, language, book, problems);
    }

    /// <summary>The facts of a case in the answer's language, and what could not be taken of the answers.</summary>
    internal (FactBook Book, Dictionary<string, string> Problems) Gather(
        ResponseRequest request,
        Outline outline,
        string language
    )
    {
        var formats = Formats.Of(language, request.Notice.Marketplace);
        var book = new FactBook();
        NoticeFacts.Add(book, request, knowledge, formats);
        if (request.Review is { } review)
        {
            ReviewFacts.Add(book, review, request.Answers, knowledge, formats);
            RepairFacts.Add(book, review, Outline.Reasons(request), knowledge, language, formats);
        }

        DocumentFacts.Add(book, request, formats);
        var context = new SlotContext(
            knowledge.Slots,
            language,
            request.Notice.Marketplace,
            request.Today,
            request.Documents
        );
        Topics.Add(book, request, outline, language, knowledge);
        return (book, StatementFacts.Add(book, request.Answers, outline.Playbooks, context));
    }

    /// <summary>A person's choice; else what the notice wants, where a grid of what is missing wants a plan.</summary>
    internal static ResponseMode Mode(ResponseRequest request) =>
        request.Mode
        ?? (
            request.Notice is { Kind: NoticeKind.AppealMoreInfo, RequestGrid.Count: > 0 }
                ? ResponseMode.Plan
                : request.Notice.ResponseMode
        );

    private NothingToSend Unknown(ResponseRequest request, string language)
    {
        bool planPossible = Outline
            .Reasons(request)
            .Any(reason =>
                PlaybookChoice.Of(reason, ResponseMode.Plan, request.Notice.Marketplace, knowledge) is not null
            );
        string key = planPossible ? "unknown_plan_possible" : "unknown";
        return Nothing.Because(key, ResponseMode.Unknown, language, Chase(request));
    }

    private IReadOnlyList<PaperToChase> Chase(ResponseRequest request)
    {
        var book = new FactBook();
        DocumentFacts.Add(book, request, Formats.Of(LocalizedText.Fallback, null));
        return PaperChase.Of(request, knowledge, book);
    }

    private string Name(string code) => knowledge.Reason(code)?.Name.In(UserTexts.Language) ?? code;
}

/// <summary>An answer before it is written.</summary>
/// <param name="Request">What is answered, in the mode that is written.</param>
/// <param name="Language">The language of the sentences.</param>
/// <param name="Problems">Answers of the seller's that could not be taken, by id of their question.</param>
internal sealed record Prepared(
    ResponseRequest Request,
    Outline Outline,
    string Language,
    FactBook Book,
    IReadOnlyDictionary<string, string> Problems
);
