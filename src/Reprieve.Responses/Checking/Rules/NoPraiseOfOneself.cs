using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>TON-04: no history of the shop and no praise. One line of context is no history.</summary>
internal sealed class NoPraiseOfOneself(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        List<Sentence> sentences = [.. entry.Said(answer, "history").Select(said => said.Sentence).Distinct()];
        return sentences.Count < entry.Limit("sentences")
            ? []
            : sentences.Select(s => entry.Find(answer, Severity.Warn, s.Start, s.Length, "history"));
    }
}
