using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// CA-02: what was done has a day. Warns without one; blocks only on a day on which it cannot have been done: in the
/// future, before the incident, or before the account.
/// </summary>
internal sealed class ActionsAreDated(RuleEntry entry, ItemTense tense) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        foreach (ActionItem item in ActionItems.Of(plan, tense, entry.Words("alsoDates", plan)))
        {
            if (item.Tense != Tense.Done)
            {
                continue;
            }

            if (!item.Dated)
            {
                yield return entry.Find(answer, Severity.Warn, item.Start, item.Length, "undated");
            }

            foreach (Finding finding in Impossible(answer, item))
            {
                yield return finding;
            }
        }
    }

    private IEnumerable<Finding> Impossible(AnswerUnderCheck answer, ActionItem item)
    {
        PlanText plan = answer.Plan;
        CheckRequest request = answer.Request;
        List<DateMention> dates = [.. plan.Dates(item.Tokens).Where(date => date.Earliest is not null)];
        foreach (DateMention date in dates.Where(date => date.Earliest > request.Today && !RunsUntil(plan, date, item)))
        {
            yield return At(date, "future");
        }

        DateOnly? floor = request.IncidentDate ?? request.Case?.AccountOpened;
        bool ofPapers = entry.Words("papers", plan).In(plan.Tokens, item.Tokens);
        if (floor is null || ofPapers || dates.Count == 0 || dates.Exists(date => date.Latest >= floor))
        {
            yield break;
        }

        yield return At(dates[0], request.IncidentDate is null ? "before_account" : "before_incident");

        Finding At(DateMention date, string message) =>
            entry.Find(answer, Severity.Block, new PhraseHit(date.FirstToken, date.LastToken), message);
    }

    /// <summary>"until 31 December": the end of something, no day of doing.</summary>
    private bool RunsUntil(PlanText plan, DateMention date, ActionItem item)
    {
        int from = Math.Max(item.Tokens.First, date.FirstToken - 3);
        int to = Math.Min(item.Tokens.End, date.LastToken + 3);
        return entry.Words("until", plan).In(plan.Tokens, new TokenRange(from, date.FirstToken - from))
            || entry
                .Words("untilAfter", plan)
                .In(plan.Tokens, new TokenRange(date.LastToken + 1, to - date.LastToken - 1));
    }
}
