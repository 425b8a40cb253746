namespace Reprieve.Appeals.Guards;

/// <summary>
/// SND-05: while a mail with the answer is on its way, or nobody knows whether it arrived, nothing else goes out. It cannot be
/// set aside: what became of the mail is settled first.
/// </summary>
internal sealed class LeavingMailGuard : ISendGuard
{
    public const string Rule = "SND-05";

    public IEnumerable<GuardResult> Look(SendContext context) =>
        context.IsLeaving
            ? [new GuardResult(Rule, GuardEffect.Refuse, Say.Texts.Get("Guard_Leaving"), MayOverride: false)]
            : [];
}
