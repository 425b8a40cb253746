using Reprieve.Appeals;
using Reprieve.Notices;

namespace Reprieve.Answers.Rounds;

/// <summary>What has come from Amazon since the last round went out, sorted by what it means for the round.</summary>
/// <param name="Answer">The newest that answers it; null while none does.</param>
/// <param name="Call">The newest attempt to call; null when there was none.</param>
/// <param name="Notice">The newest notice about something else; null when none came.</param>
/// <param name="Unclear">Messages that decide nothing and ask for nothing, oldest first.</param>
/// <param name="Before">The messages known when it went out, oldest first.</param>
public sealed record Arrivals(
    Diagnosis? Answer,
    Diagnosis? Call,
    Diagnosis? Notice,
    IReadOnlyList<Diagnosis> Unclear,
    IReadOnlyList<Diagnosis> Before
)
{
    /// <summary>
    /// Sorts what came. A message without a day (pasted text) is a later one where it was not at hand at the sending; where
    /// nobody knows that, or when the round went out, only one that says its decision is.
    /// </summary>
    /// <param name="sent">The rounds that went out, oldest first.</param>
    /// <param name="messages">All messages of the case, oldest first.</param>
    public static Arrivals Since(IReadOnlyList<SentRound> sent, IReadOnlyList<Diagnosis> messages)
    {
        if (sent.Count == 0)
        {
            return new Arrivals(null, null, null, [], messages);
        }

        DateTimeOffset? sentAt = sent[^1].Sent?.At;
        HashSet<string?> known = [.. sent.SkipLast(1).Select(round => round.Answer?.Sha256)];
        List<Diagnosis> later = [.. messages.Where(IsLater)];
        List<Diagnosis> before = [.. messages.Except(later)];
        List<(Diagnosis Message, AnswerOutcome Outcome)> came =
        [
            .. later.Select(message => (message, OutcomeReader.Read(message, before))),
        ];
        return new Arrivals(
            came.LastOrDefault(one => one.Outcome.Answers()).Message,
            came.LastOrDefault(one => one.Outcome == AnswerOutcome.PhoneAttempt).Message,
            came.LastOrDefault(one => one.Outcome == AnswerOutcome.NewNotice).Message,
            [.. came.Where(one => one.Outcome == AnswerOutcome.Unclear).Select(one => one.Message)],
            before
        );

        bool IsLater(Diagnosis message) =>
            !known.Contains(message.Sha256)
            && (
                message.Date is { } day && sentAt is { } at ? day > at
                : sent[^1].Known is { } atHand ? !atHand.Contains(message.Sha256)
                : message.Decision is not null
            );
    }

    /// <summary>Whether a message leaves what is to be answered as it was: a call is returned, not written to.</summary>
    public bool LeavesOpen(Diagnosis message) => message == Call || Unclear.Contains(message);
}
