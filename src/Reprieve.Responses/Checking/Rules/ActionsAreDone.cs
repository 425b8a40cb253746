using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// CA-01: the actions part tells what was done. A step under way is allowed when it says by when. Blocks only where
/// nothing in the part is done.
/// </summary>
internal sealed class ActionsAreDone(RuleEntry entry, ItemTense tense) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        IReadOnlyList<ActionItem> items = ActionItems.Of(answer.Plan, tense, Phrases.None);
        List<ActionItem> planned = [.. items.Where(item => item.Tense == Tense.Planned)];
        bool anyDone = items.Any(item => item.Tense == Tense.Done || (item.Tense == Tense.Unknown && item.Dated));
        bool none = planned.Count > 0 && !anyDone && items.All(item => item.Tense != Tense.UnderWay);
        foreach (ActionItem item in planned)
        {
            yield return entry.Find(
                answer,
                none ? Severity.Block : Severity.Warn,
                item.Start,
                item.Length,
                none ? "none_done" : "planned"
            );
        }

        foreach (ActionItem item in items.Where(item => item is { Tense: Tense.UnderWay, Dated: false }))
        {
            yield return entry.Find(answer, Severity.Warn, item.Start, item.Length, "under_way");
        }
    }
}
