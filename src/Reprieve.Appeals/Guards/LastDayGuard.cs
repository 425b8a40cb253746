using Reprieve.Appeals.Packing;
using Reprieve.Notices;

namespace Reprieve.Appeals.Guards;

/// <summary>PRC-04: warns on the last day of the notice's limit, when 80 % of it are gone, and when it has passed.</summary>
internal sealed class LastDayGuard : ISendGuard
{
    public const string Rule = "PRC-04";

    private const double Late = 0.8;

    public IEnumerable<GuardResult> Look(SendContext context)
    {
        Deadline? deadline = context.Notice.Deadlines.FirstOrDefault(d => d.For == "response" && d.Due is not null);
        if (deadline?.Due is not { } due)
        {
            return [];
        }

        string? key =
            context.Now > due ? "Guard_LimitPassed"
            : Moment.DaysLeft(due, context.Now) == 0 ? "Guard_LastDay"
            : context.Notice.Date is { } start && (context.Now - start) >= Late * (due - start) ? "Guard_LateInLimit"
            : null;
        return key is null
            ? []
            : [new GuardResult(Rule, GuardEffect.Warn, Say.Texts.Get(key, Moment.DayAndTime(due)), MayOverride: true)];
    }
}
