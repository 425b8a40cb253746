using Reprieve.Answers;
using Reprieve.Answers.Matching;
using Reprieve.Answers.Rounds;
using Reprieve.Knowledge;
using Reprieve.Responses;
using Reprieve.Responses.Evidence;

namespace Reprieve.Cases.Workflow;

/// <summary>Step 5: reads what came from Amazon after a sending, puts an answer beside its round, and opens the next one.</summary>
public sealed class NextRoundOfCase(KnowledgeBase knowledge, TimeProvider clock)
{
    /// <summary>The rule that holds a text against what was sent before.</summary>
    private const string EarlierWords = "TRU-03";

    private readonly NextRound _next = new(knowledge, clock);
    private readonly AnswerCase _answer = new(knowledge, clock);

    /// <summary>
    /// Plans what follows: the answer, where one has come, is put beside its round, and where it opens the next one the new
    /// package is written. While there is none, nothing changes but that a call is noted.
    /// </summary>
    /// <returns>The match is null while there is no answer.</returns>
    /// <exception cref="CaseException">Nothing was sent yet, or the message is no answer to it.</exception>
    public (CaseWork Work, NextRoundPlan Plan, Match? Match) Open(CaseWork work, CancellationToken cancel = default)
    {
        NextRoundPlan plan = Look(work) ?? throw new CaseException(Say.Texts.Get("Nothing_Sent", work.Paths.Folder));
        Match? match = work.Earlier[^1].Answer is { } answer ? AnswerTaken.MatchOf(work, answer) : null;
        if (match?.Verdict == MatchVerdict.No)
        {
            throw new CaseException(
                Say.Texts.Get("Not_An_Answer", work.Earlier[^1].Answer!.Source, string.Join(" ", match.Why))
            );
        }

        work = Into(work, plan);
        if (!plan.OpensRound || plan.NothingNew)
        {
            CaseRecordFile.Write(work.Paths, work.Record);
            return (work, plan, match);
        }

        return (new PackCase(knowledge, clock).Pack(work, cancel), plan, match);
    }

    /// <summary>What follows from what has come since the last round went out; nothing is written. Null while nothing was sent.</summary>
    public NextRoundPlan? Look(CaseWork work)
    {
        if (work.Earlier.Count == 0)
        {
            return null;
        }

        Arrivals came = Arrivals.Since(work.Earlier, work.Messages);
        return _next.Plan(
            new NextRoundRequest
            {
                Answer = work.Earlier[^1].Answer,
                Came = came,
                Notice = came.Before.Count > 0 ? came.Before[0] : work.Messages[0],
                Before = came.Before,
                Sent = work.Earlier,
                Facts = FactsAtHand(work),
                Documents = work.Documents,
                OpenQuestions =
                [
                    .. work.Response?.Questions.Select(open => open.Question.Ask.In(UserTexts.Language)) ?? [],
                ],
                Contradictions =
                [
                    .. work.Check?.Findings.Where(finding => finding.Rule == EarlierWords)
                        .Select(finding => finding.Message)
                        ?? [],
                ],
            }
        );
    }

    /// <summary>
    /// What an answer would rest on now; it counts only where Amazon wants something after its answer. A denial seldom says what to send: then it is what an answer to the notice itself
    /// would rest on.
    /// </summary>
    private IReadOnlyList<Fact> FactsAtHand(CaseWork work) =>
        work.Earlier[^1].Answer is null or { Decision: Decision.Reinstated }
            ? []
            : (
                work.Response as WrittenResponse
                ?? _answer.Answer(work, null, AnswerCase.Original(work)?.ResponseMode ?? ResponseMode.Plan).Response
                    as WrittenResponse
            )?.Facts
                ?? [];

    /// <summary>The case moved by what came; as it was where nothing was sent, or what came does not belong to it.</summary>
    internal CaseWork Moved(CaseWork work) =>
        Look(work) is not { } plan
        || (work.Earlier[^1].Answer is { } answer && AnswerTaken.MatchOf(work, answer).Verdict == MatchVerdict.No)
            ? work
            : Into(work, plan);

    private CaseWork Into(CaseWork work, NextRoundPlan plan) =>
        AnswerTaken.Into(work, plan, Arrivals.Since(work.Earlier, work.Messages).Call, clock);
}
