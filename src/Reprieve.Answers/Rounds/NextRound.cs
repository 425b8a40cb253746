using Reprieve.Appeals;
using Reprieve.Appeals.Guards;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Answers.Rounds;

/// <summary>Reads what an answer changes: the decision, the gaps against what was sent, and what to do now.</summary>
public sealed class NextRound(KnowledgeBase knowledge, TimeProvider clock)
{
    /// <summary>Plans what follows an answer. An answer that is not Amazon's changes nothing.</summary>
    public NextRoundPlan Plan(NextRoundRequest request)
    {
        Diagnosis answer = request.Answer;
        if (Trust.IsRefused(answer))
        {
            return new NextRoundPlan
            {
                Decision = null,
                Gaps = [],
                Deadlines = [],
                OpensRound = false,
                NothingNew = false,
                Next = [Text("Next_Forged"), Text("Next_ForgedCheck")],
            };
        }

        Decision? decision = DecisionOf(answer);
        IReadOnlyList<Gap> gaps = decision == Decision.Reinstated ? [] : GapFinder.Find(request);
        bool opens = Opens(decision, answer, gaps);
        bool nothingNew = opens && request.Sent.Count > 0 && !HasNews(request);
        return new NextRoundPlan
        {
            Decision = decision,
            Gaps = gaps,
            Deadlines = answer.Deadlines,
            OpensRound = opens,
            NothingNew = nothingNew,
            Next = new NextTexts(knowledge, clock).Of(request, decision, gaps, opens, nothingNew),
        };
    }

    internal static Decision? DecisionOf(Diagnosis answer) =>
        answer.Decision
        ?? answer.Kind switch
        {
            NoticeKind.Reinstated => Decision.Reinstated,
            NoticeKind.AppealMoreInfo => Decision.MoreInformation,
            NoticeKind.AppealDenied => Decision.Denied,
            _ => null,
        };

    /// <summary>
    /// A wish for more and a denial that is not final open a round; a part given back does if something is asked for.
    /// Without a decision the message is a notice, new or sent again: it wants an answer of its own.
    /// </summary>
    private static bool Opens(Decision? decision, Diagnosis answer, IReadOnlyList<Gap> gaps) =>
        decision switch
        {
            Decision.MoreInformation or Decision.Denied => true,
            Decision.PartiallyReinstated => gaps.Count > 0,
            Decision.Reinstated or Decision.DeniedFinal => false,
            _ => answer.ResponseMode is not (ResponseMode.None or ResponseMode.Wait),
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

    private static string Text(string key) => Say.Texts.Get(key);
}
