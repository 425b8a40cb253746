using Reprieve.Answers.Rounds;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Server.Desk;

namespace Reprieve.Server.Api;

/// <summary>What has come of what was sent, and what to do now.</summary>
/// <param name="Decision">Null while nothing was decided.</param>
/// <param name="Rounds">How many were sent.</param>
/// <param name="CanGoOn">Whether another round can be opened.</param>
/// <param name="Outcome">What has come since the last round went out; null while nothing was sent.</param>
/// <param name="NothingNew">Whether there is nothing new to say so far: then nothing should be sent.</param>
/// <param name="WouldBeNew">Where there is nothing new: what would be.</param>
/// <param name="Contradictions">Where the draft says otherwise than what was sent; it blocks sending.</param>
/// <param name="Gaps">What is asked for, held against what was sent.</param>
/// <param name="Next">What to do now, in order.</param>
internal sealed record DecisionItem(
    CaseStage Stage,
    Decision? Decision,
    int Rounds,
    bool CanGoOn,
    AnswerOutcome? Outcome,
    bool NothingNew,
    IReadOnlyList<string> WouldBeNew,
    IReadOnlyList<string> Contradictions,
    IReadOnlyList<GapItem> Gaps,
    IReadOnlyList<string> Next
)
{
    public static DecisionItem Of(CaseView view, CaseWork work) =>
        new(
            work.Record.Stage,
            view.Round?.Decision,
            work.Record.Rounds.Count,
            view.Round?.OpensRound == true,
            view.Round?.Outcome,
            view.Round?.NothingNew == true,
            view.Round?.WouldBeNew ?? [],
            view.Round?.Contradictions ?? [],
            [
                .. view.Round?.Gaps.Select(gap => new GapItem(
                    gap.Cause,
                    gap.Section,
                    gap.Paper,
                    gap.Sent,
                    gap.Evidence.Quote
                )) ?? [],
            ],
            view.Round?.Next ?? []
        );
}

/// <summary>Something that is asked for.</summary>
/// <param name="Cause">A reason code or a buyer cause; null where none is named.</param>
/// <param name="Section">The part of the plan; null for a paper.</param>
/// <param name="Paper">Ask code of a paper; null for a part of the plan.</param>
/// <param name="Sent">What was sent on it before; empty when nothing was.</param>
/// <param name="Quote">The answer's words.</param>
internal sealed record GapItem(
    string? Cause,
    PlanSection? Section,
    string? Paper,
    IReadOnlyList<string> Sent,
    string Quote
);
