using Reprieve.Answers.Rounds;
using Reprieve.Appeals;

namespace Reprieve.Cases.Workflow;

/// <summary>Where a case stands: what Amazon made of the last round, and how far the next answer is.</summary>
internal static class CaseStages
{
    /// <summary>The stage of a case whose package stands so.</summary>
    public static CaseStage Of(CaseWork work, PackageState state)
    {
        bool waits = work.Earlier is [.., { Sent: { } sent, Answer: null }] && !(work.Notice.Date > sent.At);
        return state == PackageState.Refused ? CaseStage.NotAmazon
            : waits ? CaseStage.Sent
            : OutcomeOf(work) is { } outcome
                ? AfterAnswer(outcome, state == PackageState.Ready ? CaseStage.Ready : null)
            : state == PackageState.Ready ? CaseStage.Ready
            : state == PackageState.NothingToSend ? CaseStage.NothingToSend
            : CaseStage.Preparing;
    }

    /// <summary>The stage after an answer.</summary>
    /// <param name="next">Where the next round is further than that.</param>
    public static CaseStage AfterAnswer(AnswerOutcome outcome, CaseStage? next = null) =>
        outcome switch
        {
            AnswerOutcome.Reinstated => CaseStage.Reinstated,
            AnswerOutcome.DeniedFinal => CaseStage.DeniedFinal,
            AnswerOutcome.Denied => next ?? CaseStage.Denied,
            AnswerOutcome.MoreInformation or AnswerOutcome.PartiallyReinstated => next ?? CaseStage.MoreInformation,
            _ => next ?? CaseStage.Preparing,
        };

    /// <summary>What Amazon made of the last round; null while nothing answers it, or a newer notice is to be answered.</summary>
    private static AnswerOutcome? OutcomeOf(CaseWork work) =>
        work.Earlier is [.., { Answer: { } answer }] && !(work.Notice.Date > answer.Date)
            ? OutcomeReader.Read(answer, Arrivals.Since(work.Earlier, work.Messages).Before)
            : null;
}
