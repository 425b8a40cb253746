using Reprieve.Knowledge;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>TON-02: no pleading and no talk of hardship. A hope or "one more chance" is a soft warning.</summary>
internal sealed class NoPleading(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer) =>
        entry
            .Said(answer, "plea")
            .Select(said => entry.Find(answer, Severity.Block, said.Hit, "plea"))
            .Concat(entry.Said(answer, "soft").Select(said => entry.Find(answer, Severity.Warn, said.Hit, "soft")));
}
