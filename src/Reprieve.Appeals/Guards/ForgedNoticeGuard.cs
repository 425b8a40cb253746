namespace Reprieve.Appeals.Guards;

/// <summary>SND-01: nothing goes out on a notice that is forged, suspicious, or not Amazon's. It cannot be set aside.</summary>
internal sealed class ForgedNoticeGuard : ISendGuard
{
    public const string Rule = "SND-01";

    public IEnumerable<GuardResult> Look(SendContext context) =>
        Trust.IsRefused(context.Notice)
            ? [new GuardResult(Rule, GuardEffect.Refuse, Say.Texts.Get("Guard_Forged"), MayOverride: false)]
            : [];
}
