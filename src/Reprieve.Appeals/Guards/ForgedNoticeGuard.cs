using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Appeals.Guards;

/// <summary>SND-01: nothing goes out on a notice that is forged, suspicious, or not Amazon's. It cannot be set aside.</summary>
internal sealed class ForgedNoticeGuard : ISendGuard
{
    public const string Rule = "SND-01";

    public IEnumerable<GuardResult> Look(SendContext context) =>
        IsRefused(context.Notice)
            ? [new GuardResult(Rule, GuardEffect.Refuse, Say.Texts.Get("Guard_Forged"), MayOverride: false)]
            : [];

    /// <summary>Whether a message is one that is warned of, not answered.</summary>
    public static bool IsRefused(Diagnosis notice) =>
        notice.Authenticity.Verdict is AuthenticityVerdict.Forged or AuthenticityVerdict.Suspicious
        || notice.Kind is NoticeKind.Phishing or NoticeKind.NotAmazon;
}
