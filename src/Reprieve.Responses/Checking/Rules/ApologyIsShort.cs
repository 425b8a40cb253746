using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>TON-05: one apology is polite, two are no fault; from the third on it is told. Information only.</summary>
internal sealed class ApologyIsShort(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        List<Sentence> apologies = [.. entry.Said(answer, "sorry").Select(said => said.Sentence).Distinct()];
        return apologies
            .Skip((int)entry.Limit("allowed"))
            .Select(s => entry.Find(answer, Severity.Info, s.Start, s.Length, "again", apologies.Count));
    }
}
