using Reprieve.Knowledge;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>TON-01: nobody else is said to be at fault. Quotes, names and denials are not judged.</summary>
internal sealed class NobodyElseIsBlamed(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer) =>
        entry
            .Said(answer, "blame", deniedInside: true)
            .Select(said => entry.Find(answer, Severity.Block, said.Hit, "blame"))
            .Concat(
                entry
                    .Said(answer, "partners", deniedInside: true)
                    .Select(said => entry.Find(answer, Severity.Warn, said.Hit, "partners"))
            );
}
