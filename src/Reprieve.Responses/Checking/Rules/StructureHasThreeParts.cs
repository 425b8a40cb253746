using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>STR-01: root cause, actions taken and prevention are there, and in this order.</summary>
internal sealed class StructureHasThreeParts(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        if (plan.Vocabulary is null)
        {
            yield break;
        }

        List<PlanSection> wanted = [.. answer.Coverage.Select(cell => cell.Section).Distinct().Order()];
        List<PlanSection> missing = [.. wanted.Where(section => !plan.Content(section).Any())];
        string suffix = answer.ModeAssumed ? "_assumed" : "";
        if (missing.Count == wanted.Count && wanted.Count > 1)
        {
            yield return entry.Find(answer, Severity.Block, "none" + suffix);
            yield break;
        }

        foreach (PlanSection section in missing)
        {
            Block? heading = plan.Blocks.FirstOrDefault(b =>
                b.Kind == BlockKind.Heading && b.Sections.Contains(section)
            );
            string key = $"{(heading is null ? "missing" : "empty")}_{section.Code()}";
            yield return heading is null
                ? entry.Find(answer, Severity.Block, key + suffix)
                : entry.Find(answer, Severity.Block, heading.Start, heading.Length, key);
        }

        if (OutOfOrder(plan) is { } early)
        {
            yield return entry.Find(answer, Severity.Warn, early.Start, early.Length, "order");
        }
    }

    /// <summary>The first block of a part that begins before the part it should follow.</summary>
    private static Block? OutOfOrder(PlanText plan)
    {
        List<Block> firsts =
        [
            .. Enum.GetValues<PlanSection>()
                .Select(section => plan.Blocks.FirstOrDefault(block => block.Sections.Contains(section)))
                .OfType<Block>(),
        ];
        for (int i = 1; i < firsts.Count; i++)
        {
            if (firsts[i].Start < firsts[i - 1].Start)
            {
                return firsts[i];
            }
        }

        return null;
    }
}
