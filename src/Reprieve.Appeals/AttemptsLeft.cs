using Reprieve.Notices;

namespace Reprieve.Appeals;

/// <summary>How many appeals Amazon still takes, where a message says so.</summary>
/// <param name="Left">How many, from 0: the next one among them.</param>
/// <param name="Sentence">The message's sentence.</param>
public sealed record AttemptsLeft(int Left, string Sentence)
{
    /// <summary>What the newest message that states a number leaves after the rounds that were sent; null where none does.</summary>
    /// <param name="messages">The messages about the store, oldest first.</param>
    /// <param name="sent">The rounds that went out.</param>
    public static AttemptsLeft? Of(IEnumerable<Diagnosis> messages, IReadOnlyList<SentRound> sent)
    {
        ArgumentNullException.ThrowIfNull(messages);
        if (messages.LastOrDefault(one => one.Attempts is not null && !Trust.IsRefused(one)) is not { } message)
        {
            return null;
        }

        StatedAttempts stated = message.Attempts!;
        // Of rounds without a record the place among the messages tells: what was answered before this message is counted in it.
        int used = stated.InAll
            ? sent.Count
            : sent.Count(round =>
                round.Answer?.Sha256 != message.Sha256 && (round.Sent is null || round.Sent.At > message.Date)
            );
        return new AttemptsLeft(Math.Max(0, stated.Count - used), NoticeSentence.Around(message, stated.Evidence));
    }
}
