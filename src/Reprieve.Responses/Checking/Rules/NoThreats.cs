using Reprieve.Knowledge;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>TON-03: no threats. The entry's modes leave disputes out, where naming one's rights is in place.</summary>
internal sealed class NoThreats(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer) =>
        entry
            .Said(answer, "threats", deniedInside: true)
            .Select(said => entry.Find(answer, Severity.Block, said.Hit, "threat"));
}
