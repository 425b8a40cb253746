using Reprieve.Knowledge;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>PV-04: no promise about outcomes. Words like all, always or never in a fact or a name are none.</summary>
internal sealed class NoPromiseOfOutcomes(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer) =>
        entry.Said(answer, "promises").Select(said => entry.Find(answer, Severity.Warn, said.Hit, "promise"));
}
