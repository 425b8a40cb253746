using Reprieve.Knowledge;
using Reprieve.Practices;

namespace Reprieve.Answers.Deadlines;

/// <summary>Claims of one kind that can be appealed or answered until the same day.</summary>
/// <param name="Rule">Code of the repair: <c>a_to_z_appeal</c>, <c>chargeback_answer</c>.</param>
/// <param name="Due">
/// The last day, in the store's zone; null where the table tells neither the decision nor an opening that still leaves one:
/// the window may be over.
/// </param>
/// <param name="AtLeast">Whether the day is counted from the opening, as the decision's is not known: the last day may be later.</param>
/// <param name="Count">How many claims.</param>
public sealed record ClaimDay(string Rule, DateOnly? Due, bool AtLeast, int Count)
{
    /// <summary>Numbers of their orders; empty where they are not to be told.</summary>
    public IReadOnlyList<string> Orders
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The claims of a review that Amazon still takes an appeal or an answer to, soonest first; those without a day last.</summary>
    public static IReadOnlyList<ClaimDay> Of(Review? review, KnowledgeBase knowledge)
    {
        HashSet<string> windows =
        [
            .. knowledge
                .Repairs.Where(rule => rule.Of is RepairOf.AToZ or RepairOf.Chargeback && rule.Days is not null)
                .Select(rule => rule.Code),
        ];
        return
        [
            .. (review?.Repairs ?? [])
                .Where(repair => windows.Contains(repair.Rule))
                .GroupBy(repair => (repair.Rule, repair.Due, repair.AtLeast))
                .Select(same => new ClaimDay(same.Key.Rule, same.Key.Due, same.Key.AtLeast, same.Count())
                {
                    Orders = [.. same.Select(repair => repair.Order).OfType<string>().Distinct()],
                })
                .OrderBy(day => day.Due ?? DateOnly.MaxValue)
                .ThenBy(day => day.Rule, StringComparer.Ordinal),
        ];
    }
}
