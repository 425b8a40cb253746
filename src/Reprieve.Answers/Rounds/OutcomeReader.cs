using Reprieve.Appeals;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Answers.Rounds;

/// <summary>
/// Tells what a message that came after a sending means for it. What the message itself decides counts first; a message
/// without a decision is held against those that were known when the round went out.
/// </summary>
public static class OutcomeReader
{
    /// <param name="later">The message that came after the sending.</param>
    /// <param name="before">The messages known when the round went out: the notice, and answers to earlier rounds.</param>
    public static AnswerOutcome Read(Diagnosis later, IReadOnlyList<Diagnosis> before) =>
        Trust.IsRefused(later) ? AnswerOutcome.NotBelieved
        : DecisionOf(later) is { } decision ? AnswerOutcomes.Of(decision)
        : later.ResponseMode == ResponseMode.Call ? AnswerOutcome.PhoneAttempt
        : !AsksAnything(later) ? AnswerOutcome.Unclear
        : before.Any(notice => IsSame(notice, later)) ? AnswerOutcome.SameNotice
        : AsksForPapers(later) && AddsNoReason(later, before) ? AnswerOutcome.MoreInformation
        : AnswerOutcome.NewNotice;

    /// <summary>What a message decides by its own words, or by its kind; null where it decides nothing.</summary>
    internal static Decision? DecisionOf(Diagnosis message) =>
        message.Decision
        ?? message.Kind switch
        {
            NoticeKind.Reinstated => Decision.Reinstated,
            NoticeKind.AppealMoreInfo => Decision.MoreInformation,
            NoticeKind.AppealDenied => Decision.Denied,
            _ => null,
        };

    /// <summary>Whether it names a ground or wants something. A mail about a payment may say in passing that the account is closed.</summary>
    private static bool AsksAnything(Diagnosis message) =>
        message.Kind is not (NoticeKind.OtherAmazonMail or NoticeKind.NotAmazon)
        && (
            message.Reasons.Count > 0
            || message.Asks.Count > 0
            || message.RequestGrid.Count > 0
            || message.ResponseMode is not (ResponseMode.None or ResponseMode.Wait or ResponseMode.Unknown)
        );

    /// <summary>The same event in the same kind of message, or without a reason the same wishes; its words and its day may differ.</summary>
    private static bool IsSame(Diagnosis notice, Diagnosis later) =>
        notice.Kind == later.Kind
        && notice.Decision is null
        && notice.Marketplace == later.Marketplace
        && Same(notice.Reasons, later.Reasons, reason => reason.Code)
        && Same(notice.ComplaintIds, later.ComplaintIds, id => id)
        && (later.Reasons.Count > 0 || Same(notice.Asks, later.Asks, ask => ask.What));

    private static bool Same<T>(IEnumerable<T> one, IEnumerable<T> other, Func<T, string> key) =>
        one.Select(key).ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(other.Select(key));

    /// <summary>A verification is answered with a wish for other papers, which no word calls a decision.</summary>
    private static bool AsksForPapers(Diagnosis later) =>
        later.Kind is NoticeKind.InfoRequest or NoticeKind.VerificationRequest && later.Asks.Count > 0;

    private static bool AddsNoReason(Diagnosis later, IReadOnlyList<Diagnosis> before) =>
        later.Reasons.All(reason => before.Any(notice => notice.Reasons.Any(known => known.Code == reason.Code)));
}
