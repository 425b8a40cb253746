using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>RC-04: the root cause says how much and since when. Warns when both are missing; one of them is a remark.</summary>
internal sealed class RootCauseHasFigures(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        List<Block> part = [.. plan.Content(PlanSection.RootCause)];
        if (plan.Vocabulary is null || part.Count == 0)
        {
            yield break;
        }

        bool time = part.Exists(block => HasTime(plan, block.Tokens));
        bool figure = part.Exists(block => HasFigure(plan, block.Tokens));
        if (time && figure)
        {
            yield break;
        }

        yield return entry.Find(
            answer,
            time || figure ? Severity.Info : Severity.Warn,
            part[0].Start,
            part[0].Length,
            figure ? "no_time"
                : time ? "no_figure"
                : "neither"
        );
    }

    private bool HasTime(PlanText plan, TokenRange range) =>
        plan.Dates(range).Any() || entry.Words("times", plan).In(plan.Tokens, range) || plan.NamesMonth(range);

    /// <summary>A number that is no part of a day, or a number word.</summary>
    private static bool HasFigure(PlanText plan, TokenRange range)
    {
        HashSet<int> days = [];
        foreach (DateMention day in plan.Dates(range))
        {
            days.UnionWith(Enumerable.Range(day.FirstToken, day.LastToken - day.FirstToken + 1));
        }

        for (int i = range.First; i < range.End; i++)
        {
            if (plan.Tokens[i].Number && !days.Contains(i))
            {
                return true;
            }
        }

        return plan.Vocabulary!.Numbers.In(plan.Tokens, range);
    }
}
