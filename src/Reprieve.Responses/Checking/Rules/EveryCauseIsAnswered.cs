using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// STR-02: every cause that the notice names has root cause, actions and prevention. A part that is missing
/// altogether is STR-01's, so that an empty cell is told once.
/// </summary>
internal sealed class EveryCauseIsAnswered(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        foreach (Coverage cell in answer.Coverage.Where(cell => !cell.Answered && cell.Cause is not null))
        {
            if (!plan.Content(cell.Section).Any())
            {
                continue;
            }

            Block at =
                plan.Blocks.FirstOrDefault(b => b.Kind == BlockKind.Heading && b.Causes.Contains(cell.Cause!))
                ?? plan.Blocks.First(b => b.Sections.Contains(cell.Section));
            Severity severity = Sure(plan, cell) ? Severity.Block : Severity.Warn;
            string key = $"unanswered_{cell.Section.Code()}";
            yield return entry.Find(answer, severity, at.Start, at.Length, key, NameOf(cell.Cause!, answer));
        }
    }

    /// <summary>
    /// Sure where causes have their own headings, or where we know the words that prevention would have used; what was
    /// done about several causes at once ("refunded the 14 buyers") need not name them.
    /// </summary>
    private static bool Sure(PlanText plan, Coverage cell) =>
        cell.Section == PlanSection.RootCause
        || plan.Blocks.Any(block => block.Causes.Count > 0)
        || (cell.Section == PlanSection.Prevention && !plan.Vocabulary!.Measure(cell.Cause!).Empty);

    private static string NameOf(string cause, AnswerUnderCheck answer) =>
        answer.Knowledge.Reason(cause)?.Name.In(UserTexts.Language) ?? cause.Replace('_', ' ');
}
