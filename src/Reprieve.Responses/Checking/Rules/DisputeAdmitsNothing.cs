using Reprieve.Knowledge;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>TON-07, in a dispute only: nothing is admitted. Denials and quotes are no admissions.</summary>
internal sealed class DisputeAdmitsNothing(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer) =>
        entry
            .Said(answer, "admissions", deniedInside: true)
            .Concat(entry.Said(answer, "vows"))
            .Select(said => entry.Find(answer, Severity.Block, said.Hit, "admission"));
}
