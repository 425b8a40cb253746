using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Appeals;

/// <summary>Which messages are answered at all.</summary>
public static class Trust
{
    /// <summary>Whether a message is one that is warned of, not answered: forged, suspicious, or not Amazon's.</summary>
    public static bool IsRefused(Diagnosis notice) =>
        notice.Authenticity.Verdict is AuthenticityVerdict.Forged or AuthenticityVerdict.Suspicious
        || notice.Kind is NoticeKind.Phishing or NoticeKind.NotAmazon;
}
