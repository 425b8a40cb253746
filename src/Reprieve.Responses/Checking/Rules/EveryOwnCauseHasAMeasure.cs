using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// PV-02: each cause that the seller names has a measure aimed at it. Certain only where causes have headings of
/// their own; otherwise it warns when a cause shares no word with any action or measure. Cells that STR-01 or STR-02
/// report are left to them.
/// </summary>
internal sealed class EveryOwnCauseHasAMeasure(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        if (plan.Vocabulary is null || !plan.Content(PlanSection.Prevention).Any())
        {
            return [];
        }

        return plan.Blocks.Any(block => block.Causes.Count > 0) ? UnderHeadings(answer) : InItems(answer);
    }

    private IEnumerable<Finding> UnderHeadings(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        IEnumerable<IReadOnlyList<string>> causes = plan.Content(PlanSection.RootCause)
            .Where(block => block.Causes.Count > 0)
            .Select(block => block.Causes)
            .DistinctBy(codes => string.Join(',', codes));
        foreach (IReadOnlyList<string> codes in causes)
        {
            bool measured = plan.Content(PlanSection.Prevention)
                .Any(block => block.Causes.Count == 0 || block.Causes.Any(codes.Contains));
            bool told = answer.Coverage.Any(cell =>
                cell is { Answered: false, Section: PlanSection.Prevention } && codes.Contains(cell.Cause)
            );
            if (!measured && !told)
            {
                Block at = plan.Blocks.First(b => b.Kind == BlockKind.Heading && b.Causes.SequenceEqual(codes));
                yield return entry.Find(answer, Severity.Block, at.Start, at.Length, "missing");
            }
        }
    }

    private IEnumerable<Finding> InItems(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        List<Block> causes = [.. plan.Content(PlanSection.RootCause).Where(block => block.Kind == BlockKind.Item)];
        if (causes.Count < 2)
        {
            yield break;
        }

        HashSet<string> aimed = new(StringComparer.Ordinal);
        List<Block> measures = [.. plan.Content(PlanSection.ActionsTaken).Concat(plan.Content(PlanSection.Prevention))];
        foreach (Block block in measures)
        {
            aimed.UnionWith(Stems.Of(plan.Tokens, block.Tokens, plan.Vocabulary!));
        }

        HashSet<string> known =
        [
            .. plan.Vocabulary!.CauseCodes.Where(code =>
                measures.Exists(block => plan.Vocabulary.Measure(code).In(plan.Tokens, block.Tokens))
            ),
        ];
        foreach (Block cause in causes)
        {
            bool knownMeasure = known.Any(code => plan.Vocabulary.Cause(code).In(plan.Tokens, cause.Tokens));
            if (!knownMeasure && !Stems.Of(plan.Tokens, cause.Tokens, plan.Vocabulary).Overlaps(aimed))
            {
                yield return entry.Find(answer, Severity.Warn, cause.Start, cause.Length, "unaimed");
            }
        }
    }
}
