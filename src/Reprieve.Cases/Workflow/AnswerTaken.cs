using System.Globalization;
using Reprieve.Answers;
using Reprieve.Answers.Matching;
using Reprieve.Cases.Linked;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Cases.Workflow;

/// <summary>Moves a case by what came after a sending: the answer goes beside its round, and the record says what it means.</summary>
internal static class AnswerTaken
{
    /// <summary>
    /// The case with what came taken in. Where the plan opens a round with something new to say, what the last package had
    /// goes out of the way of the next one. Taken twice it stays as it is.
    /// </summary>
    public static CaseWork Into(CaseWork work, NextRoundPlan plan, Diagnosis? call, TimeProvider clock)
    {
        if (work.Earlier[^1] is not { Answer: { } answer } last)
        {
            return call is null ? work : Noted(work, "call_read", call, [], clock);
        }

        bool known = work.Record.Rounds.Any(round => round.Answer?.Sha256 == answer.Sha256);
        Rounds.KeepAnswer(work.Paths, last.Number, answer.Source);
        work = Noted(
            work with
            {
                Record = Recorded(work.Record, last.Number, answer, plan),
            },
            "answer_read",
            answer,
            new() { ["decision"] = plan.Decision?.Code() ?? "", ["outcome"] = plan.Outcome.Code() },
            clock
        );
        if (known || !plan.OpensRound || plan.NothingNew)
        {
            return work;
        }

        Rounds.ClearFrozen(work.Paths, last.Number);
        return work with { Record = work.Record with { Package = [] } };
    }

    /// <summary>What is known of a case, for holding an answer against it.</summary>
    public static Match MatchOf(CaseWork work, Diagnosis answer) =>
        AnswerMatcher.Match(
            answer,
            new MatchContext
            {
                Marketplace = work.Record.Marketplace,
                Messages = [.. work.Messages.Where(message => message.Sha256 != answer.Sha256)],
                SentAt = work.Earlier[^1].Sent?.At,
            }
        );

    private static Case Recorded(Case record, int number, Diagnosis answer, NextRoundPlan plan) =>
        record with
        {
            Stage = CaseStages.AfterAnswer(plan.Outcome),
            Rounds =
            [
                .. record.Rounds.Select(round =>
                    round.Number == number
                        ? round with
                        {
                            Answer = CaseNotice.Of(answer),
                            Decision = plan.Decision,
                        }
                        : round
                ),
            ],
        };

    private static CaseWork Noted(
        CaseWork work,
        string what,
        Diagnosis message,
        Dictionary<string, string> details,
        TimeProvider clock
    )
    {
        details["round"] = work.Earlier[^1].Number.ToString(CultureInfo.InvariantCulture);
        details["sha256"] = message.Sha256;
        StoreNote.Write(work.Paths, clock, Timeline.Reprieve, $"store_{what}", details);
        return work with { Record = work.Record.AppendIfNew(clock, Timeline.Reprieve, what, details) };
    }
}
