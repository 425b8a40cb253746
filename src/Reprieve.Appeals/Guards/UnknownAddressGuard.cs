using Reprieve.Appeals.Routes;
using Reprieve.Notices;

namespace Reprieve.Appeals.Guards;

/// <summary>SND-02: papers do not go to an address that only an unproven mail names. It cannot be set aside.</summary>
internal sealed class UnknownAddressGuard : ISendGuard
{
    public const string Rule = "SND-02";

    public IEnumerable<GuardResult> Look(SendContext context)
    {
        if (
            context.Address is not { Length: > 0 } address
            || context.Notice.Authenticity.Verdict == AuthenticityVerdict.Genuine
            || RouteFinder.IsKnown(address, context.Knowledge)
        )
        {
            return [];
        }

        string sentence = Say.Texts.Get("Guard_Address", Passage.Quote(address));
        return [new GuardResult(Rule, GuardEffect.Refuse, sentence, MayOverride: false)];
    }
}
