using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Responses.Writing;

/// <summary>Why there is nothing to send, and what to do instead, by response mode.</summary>
internal static class Nothing
{
    /// <summary>Whether a message must not be answered at all, whatever it wants.</summary>
    public static bool NotAmazon(Diagnosis notice) =>
        notice.Kind is NoticeKind.Phishing or NoticeKind.NotAmazon
        || notice.Authenticity.Verdict is AuthenticityVerdict.Forged or AuthenticityVerdict.Suspicious;

    public static NothingToSend Because(
        string key,
        ResponseMode mode,
        string language,
        IReadOnlyList<PaperToChase> papers,
        params ReadOnlySpan<object?> arguments
    ) =>
        new()
        {
            Mode = mode,
            Language = language,
            Questions = [],
            Papers = papers,
            Why = Say.Texts.Get($"nothing.{key}.why", arguments),
            Instead = Say
                .Texts.Get($"nothing.{key}.instead")
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };
}
