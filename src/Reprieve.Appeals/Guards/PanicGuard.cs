namespace Reprieve.Appeals.Guards;

/// <summary>PRC-04, its other side: warns of an answer sent within hours of the notice.</summary>
internal sealed class PanicGuard : ISendGuard
{
    public const string Rule = "PRC-04";

    /// <summary>Hours in which an answer is a hasty one. Our figure: process rule PRC-04 leaves it open.</summary>
    private const int Hasty = 12;

    public IEnumerable<GuardResult> Look(SendContext context) =>
        context.Notice.Date is { } came && context.Now >= came && context.Now - came < TimeSpan.FromHours(Hasty)
            ? [new GuardResult(Rule, GuardEffect.Warn, Say.Texts.Get("Guard_Panic", Hasty), MayOverride: true)]
            : [];
}
