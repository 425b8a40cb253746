using Reprieve.Appeals.Guards;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Answers.Rounds;

/// <summary>Reads what an answer changes: the decision, the gaps against what was sent, and what to do now.</summary>
public sealed class NextRound(KnowledgeBase knowledge, TimeProvider clock)
{
    /// <summary>
    /// Plans what follows a sending: an answer, a call, a new notice, or none of them. A message that is not Amazon's changes
    /// nothing.
    /// </summary>
    public NextRoundPlan Plan(NextRoundRequest request)
    {
        AnswerOutcome outcome = OutcomeOf(request);
        IReadOnlyList<Gap> gaps =
            request.Answer is null || outcome is AnswerOutcome.Reinstated or AnswerOutcome.NotBelieved
                ? []
                : GapFinder.Find(request.Answer, request);
        bool opens = Opens(outcome, gaps);
        bool nothingNew = opens && outcome.Answers() && request.Sent.Count > 0 && !HasNews(request);
        var plan = new NextRoundPlan
        {
            Outcome = outcome,
            Decision = outcome.Decision(),
            Gaps = gaps,
            Deadlines = outcome == AnswerOutcome.NotBelieved ? [] : [.. Speaking(request).SelectMany(m => m.Deadlines)],
            OpensRound = opens,
            NothingNew = nothingNew,
            WouldBeNew = nothingNew ? new NewsWanted(request).Of(gaps) : [],
            Contradictions = opens ? request.Contradictions : [],
            Next = [],
        };
        return plan with { Next = new NextTexts(knowledge, clock).Of(request, plan) };
    }

    /// <summary>The messages whose limits count now.</summary>
    internal static IEnumerable<Diagnosis> Speaking(NextRoundRequest request) =>
        new[] { request.Answer ?? request.Came.Notice, request.Call }.OfType<Diagnosis>();

    private static AnswerOutcome OutcomeOf(NextRoundRequest request) =>
        request.Answer is { } answer ? OutcomeReader.Read(answer, request.Before)
        : request.Came.Notice is not null ? AnswerOutcome.NewNotice
        : request.Call is not null ? AnswerOutcome.PhoneAttempt
        : AnswerOutcome.Silence;

    /// <summary>
    /// A wish for more and a denial that is not final open a round, and so does a notice, new or sent again: it wants an
    /// answer. A part given back does if something is asked for.
    /// </summary>
    private static bool Opens(AnswerOutcome outcome, IReadOnlyList<Gap> gaps) =>
        outcome switch
        {
            AnswerOutcome.MoreInformation
            or AnswerOutcome.Denied
            or AnswerOutcome.SameNotice
            or AnswerOutcome.NewNotice => true,
            AnswerOutcome.PartiallyReinstated => gaps.Count > 0,
            _ => false,
        };

    private static bool HasNews(NextRoundRequest request)
    {
        NewContent news = Newness.Since(
            request.Facts,
            request.Documents.Select(document => document.Sha256),
            request.Sent
        );
        return news.Any || news.PapersUnknown;
    }
}
