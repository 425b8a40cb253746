using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// CA-03, with a case and its attachments only: what was done is proved by a paper that the item cites or that was
/// attached for it, or it is said that there is none.
/// </summary>
internal sealed class ActionsAreProved(RuleEntry entry, ItemTense tense) : ICheck
{
    private const double SameClaim = 0.5;

    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        if (plan.Vocabulary is null || answer.Request.Case is not { Attachments.Count: > 0 } known)
        {
            yield break;
        }

        List<ActionItem> done = [.. ActionItems.Of(plan, tense, Phrases.None).Where(item => item.Tense == Tense.Done)];
        var citations = new Citations(plan, entry.Words("cited", plan));
        List<HashSet<string>> claims =
        [
            .. known.Attachments.Select(file => file.Claim).OfType<string>().Select(claim => StemsOf(claim, plan)),
        ];
        List<ActionItem> open = [.. done.Where(item => !Proved(answer, item, citations, claims))];
        if (open.Count > 0)
        {
            yield return entry.Find(
                answer,
                open.Count == done.Count ? Severity.Warn : Severity.Info,
                open[0].Start,
                open[0].Length,
                "unproved",
                open.Count,
                done.Count
            );
        }
    }

    private bool Proved(AnswerUnderCheck answer, ActionItem item, Citations citations, List<HashSet<string>> claims)
    {
        HashSet<string> stems = Stems.Of(answer.Plan.Tokens, item.Tokens, answer.Plan.Vocabulary!);
        return citations.Any(item.Tokens)
            || answer.Request.Case!.Attachments.Any(file => citations.Cites(file, item.Tokens))
            || entry.Words("noPaper", answer.Plan).In(answer.Plan.Tokens, item.Tokens)
            || claims.Exists(claim => Stems.Likeness(claim, stems) >= SameClaim);
    }

    private static HashSet<string> StemsOf(string text, PlanText plan)
    {
        List<Token> tokens = Tokens.Of(text);
        return Stems.Of(tokens, new TokenRange(0, tokens.Count), plan.Vocabulary!);
    }
}
