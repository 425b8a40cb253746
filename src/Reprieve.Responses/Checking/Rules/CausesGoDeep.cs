using Reprieve.Knowledge;
using Reprieve.Responses.Interview;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// RC-05, with a case only: a chain of whys that the seller began goes three steps deep and ends in something that can be
/// changed. Where none was begun the rule cannot know, and stays silent.
/// </summary>
internal sealed class CausesGoDeep(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        foreach (WhyChain chain in answer.Request.Case?.Whys ?? [])
        {
            if (chain.Problem is not null)
            {
                yield return entry.Find(answer, Severity.Info, "shallow", chain.Cause, chain.Steps[^1].Answer);
            }
            else if (!chain.IsDone)
            {
                yield return entry.Find(
                    answer,
                    Severity.Info,
                    "short",
                    chain.Cause,
                    chain.Steps.Count,
                    WhyChain.Enough
                );
            }
            else if (chain.Steps.All(step => step.Documents.Count == 0 && step.By is null))
            {
                yield return entry.Find(answer, Severity.Info, "unproved", chain.Cause);
            }
        }
    }
}
