using Reprieve.Knowledge;

namespace Reprieve.Appeals.Guards;

/// <summary>
/// PRC-09: where Amazon wants another account reactivated first, no answer for this one goes out before the seller has said on
/// which day that was.
/// </summary>
internal sealed class RelatedAccountGuard : ISendGuard
{
    public const string Rule = "PRC-09";

    private const string Day = "related.reactivated";

    public IEnumerable<GuardResult> Look(SendContext context) =>
        context.Written is { Mode: not ResponseMode.Dispute } written
        && context.Notice.ResponseMode == ResponseMode.OtherAccountFirst
        && written.Facts.All(fact => fact.Id != Day)
            ? [new GuardResult(Rule, GuardEffect.Refuse, Say.Texts.Get("Guard_RelatedFirst"), MayOverride: true)]
            : [];
}
