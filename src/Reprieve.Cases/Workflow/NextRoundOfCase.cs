using System.Globalization;
using Reprieve.Answers;
using Reprieve.Answers.Matching;
using Reprieve.Answers.Rounds;
using Reprieve.Appeals;
using Reprieve.Cases.Linked;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses;

namespace Reprieve.Cases.Workflow;

/// <summary>Step 5: reads Amazon's answer, puts it beside the round it answers, and opens the next one.</summary>
public sealed class NextRoundOfCase(KnowledgeBase knowledge, TimeProvider clock)
{
    /// <summary>Plans what follows the answer and, where it opens a round, writes the new package.</summary>
    /// <exception cref="CaseException">Nothing was sent yet, or there is no answer in the folder.</exception>
    public (CaseWork Work, NextRoundPlan Plan, Match Match) Open(CaseWork work, CancellationToken cancel = default)
    {
        (SentRound last, Diagnosis answer) = Answered(work);
        Match match = AnswerMatcher.Match(answer, Known(work, answer, last));
        if (match.Verdict == MatchVerdict.No)
        {
            throw new CaseException(Say.Texts.Get("Not_An_Answer", answer.Source, string.Join(" ", match.Why)));
        }

        NextRoundPlan plan = PlanFor(work, answer);
        work = Recorded(work, last, answer, plan);
        if (!plan.OpensRound || plan.NothingNew)
        {
            CaseRecordFile.Write(work.Paths, work.Record);
            return (work, plan, match);
        }

        Rounds.ClearFrozen(work.Paths, last.Number);
        work = work with { Record = work.Record with { Package = [] } };
        return (new PackCase(knowledge, clock).Pack(work, cancel), plan, match);
    }

    /// <summary>What follows from Amazon's newest answer; nothing is written. Null while none has come to what was sent.</summary>
    public NextRoundPlan? Look(CaseWork work) =>
        work.Earlier.Count > 0 && work.Earlier[^1].Answer is { } answer ? PlanFor(work, answer) : null;

    private static (SentRound Last, Diagnosis Answer) Answered(CaseWork work)
    {
        if (work.Earlier.Count == 0)
        {
            throw new CaseException(Say.Texts.Get("Nothing_Sent", work.Paths.Folder));
        }

        SentRound last = work.Earlier[^1];
        return (last, last.Answer ?? throw new CaseException(Say.Texts.Get("No_Answer", work.Paths.Folder)));
    }

    private NextRoundPlan PlanFor(CaseWork work, Diagnosis answer) =>
        new NextRound(knowledge, clock).Plan(
            new NextRoundRequest
            {
                Answer = answer,
                Notice = work.Messages[0],
                Sent = work.Earlier,
                Facts = (work.Response as WrittenResponse)?.Facts ?? [],
                Documents = work.Documents,
            }
        );

    private static MatchContext Known(CaseWork work, Diagnosis answer, SentRound last) =>
        new()
        {
            Marketplace = work.Record.Marketplace,
            Messages = [.. work.Messages.Where(message => message.Sha256 != answer.Sha256)],
            SentAt = last.Sent?.At,
        };

    private CaseWork Recorded(CaseWork work, SentRound last, Diagnosis answer, NextRoundPlan plan)
    {
        Rounds.KeepAnswer(work.Paths, last.Number, answer.Source);
        Case record = work.Record with
        {
            Stage = plan.Decision switch
            {
                Decision.Reinstated => CaseStage.Reinstated,
                Decision.DeniedFinal => CaseStage.DeniedFinal,
                Decision.Denied => CaseStage.Denied,
                _ => CaseStage.MoreInformation,
            },
            Rounds =
            [
                .. work.Record.Rounds.Select(round =>
                    round.Number == last.Number
                        ? round with
                        {
                            Answer = CaseNotice.Of(answer),
                            Decision = plan.Decision,
                        }
                        : round
                ),
            ],
        };
        var details = new Dictionary<string, string>
        {
            ["round"] = last.Number.ToString(CultureInfo.InvariantCulture),
            ["sha256"] = answer.Sha256,
            ["decision"] = plan.Decision?.Code() ?? "",
        };
        StoreNote.Write(work.Paths, clock, Timeline.Reprieve, "store_answer_read", details);
        return work with { Record = record.AppendIfNew(clock, Timeline.Reprieve, "answer_read", details) };
    }
}
