using Reprieve.Answers.Rounds;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Cases.Workflow;

/// <summary>Which of a folder's messages is the one to answer: the newest that is Amazon's.</summary>
internal static class NoticeChoice
{
    /// <summary>Whether a message is no notice of Amazon's, or seems forged.</summary>
    public static bool SpeaksAgainstAmazon(Diagnosis message) =>
        message.Kind is NoticeKind.Phishing or NoticeKind.NotAmazon
        || message.Authenticity.Verdict is AuthenticityVerdict.Forged or AuthenticityVerdict.Suspicious;

    /// <summary>
    /// The messages from the oldest to the newest. A message without a date (pasted text) counts as newest when it
    /// answers an appeal, for an answer comes after the notice; else as oldest.
    /// </summary>
    public static IReadOnlyList<Diagnosis> InOrder(IEnumerable<Diagnosis> messages) =>
        [
            .. messages
                .OrderBy(m => m.Date ?? (m.Decision is null ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue))
                .ThenBy(m => m.Source, StringComparer.Ordinal),
        ];

    /// <summary>The message to answer; a forged one only when there is no other. Null when there is no message.</summary>
    /// <param name="came">What has come since something was sent: a call, or a mail that asks for nothing, is not answered.</param>
    public static Diagnosis? ToAnswer(IReadOnlyList<Diagnosis> inOrder, Arrivals? came = null) =>
        inOrder.LastOrDefault(m =>
            !SpeaksAgainstAmazon(m) && m.Kind != NoticeKind.OtherAmazonMail && came?.LeavesOpen(m) != true
        )
        ?? inOrder.LastOrDefault(m => m.Kind != NoticeKind.NotAmazon && SpeaksAgainstAmazon(m))
        ?? (inOrder.Count == 0 ? null : inOrder[^1]);
}
