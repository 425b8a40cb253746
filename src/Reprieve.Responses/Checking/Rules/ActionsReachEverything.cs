using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// CA-04: where the stated reason calls for it, the actions speak of the buyers or orders concerned, of the stock, and
/// of the listings. Which reason calls for what stands in the entry.
/// </summary>
internal sealed class ActionsReachEverything(RuleEntry entry) : ICheck
{
    private static readonly string[] Areas = ["orders", "stock", "listings"];

    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        List<Block> part = [.. plan.Content(PlanSection.ActionsTaken)];
        if (plan.Vocabulary is null || part.Count == 0 || answer.Notice is not { } notice)
        {
            yield break;
        }

        HashSet<string> reasons = [.. notice.Reasons.Select(reason => reason.Code)];
        foreach (string area in Areas.Where(area => entry.Raw($"{area}For", "any").Any(reasons.Contains)))
        {
            Phrases words = entry.Words(area, plan);
            if (!words.Empty && !part.Exists(block => words.In(plan.Tokens, block.Tokens)))
            {
                yield return entry.Find(answer, Severity.Warn, part[0].Start, part[0].Length, "no_" + area);
            }
        }
    }
}
