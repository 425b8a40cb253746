using Reprieve.Appeals.Packing;
using Reprieve.Appeals.Routes;

namespace Reprieve.Appeals.Guards;

/// <summary>PRC-05: warns of asking what became of an appeal before the usual business days have passed.</summary>
internal sealed class EarlyChaserGuard : ISendGuard
{
    public const string Rule = "PRC-05";

    public IEnumerable<GuardResult> Look(SendContext context)
    {
        if (
            context.Last is not { Answer: null, Sent: { } sent }
            || RouteFinder.Find(context.Notice, context.Knowledge).ChaseAfterBusinessDays is not { } wait
        )
        {
            return [];
        }

        TimeZoneInfo zone = Moment.Zone(context.Notice.Marketplace, context.Knowledge);
        DateOnly sentOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(sent.At, zone).DateTime);
        DateOnly from = BusinessDays.After(sentOn, wait);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(context.Now, zone).DateTime) >= from
            ? []
            : [new GuardResult(Rule, GuardEffect.Warn, Say.Texts.Get("Guard_Chaser", wait, Moment.Day(from)), true)];
    }
}
