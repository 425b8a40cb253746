using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>PV-03: "ensure", "be more careful", "try" in a measure that names no figure, day, person or tool.</summary>
internal sealed class VerbsAreConcrete(RuleEntry entry, RuleEntry concrete) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        if (plan.Vocabulary is null)
        {
            yield break;
        }

        var facts = new SentenceFacts(concrete, answer);
        List<Block> measures =
        [
            .. plan.Blocks.Where(block =>
                block.Content
                && (
                    block.Sections.Contains(PlanSection.Prevention) || block.Sections.Contains(PlanSection.ActionsTaken)
                )
            ),
        ];
        foreach ((PhraseHit hit, Sentence sentence) in entry.Said(answer, "vague"))
        {
            bool measure = measures.Exists(block => block.Tokens.First <= hit.First && hit.Last < block.Tokens.End);
            if (measure && !facts.In(sentence) && !entry.Words("concrete", plan).In(plan.Tokens, sentence.Tokens))
            {
                yield return entry.Find(answer, Severity.Warn, hit, "vague");
            }
        }
    }
}
