namespace Reprieve.Notices;

/// <summary>What a person should know of how a message was read, and what follows for the trust in its reading.</summary>
internal static class ReadingNotes
{
    /// <summary>Less than this is a counter or a spacer, of which nothing need be said.</summary>
    private const int WorthSaying = 20;

    private const double TrustInPictures = 0.85;

    /// <summary>
    /// The diagnosis with the notes of its message; where letters were recognised in a picture, every confidence is
    /// lowered.
    /// </summary>
    public static Diagnosis Added(this Diagnosis read, Message message)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(message);
        read = message.Notes.Count == 0 ? read : read with { Notes = message.Notes };
        return !message.FromPicture
            ? read
            : read with
            {
                Confidence = new ReadingConfidence(
                    Lowered(read.Confidence.Kind),
                    Lowered(read.Confidence.ResponseMode)
                ),
                Reasons = [.. read.Reasons.Select(reason => reason with { Confidence = Lowered(reason.Confidence) })],
            };
    }

    internal static IReadOnlyList<string> Of(int hidden) =>
        hidden < WorthSaying ? [] : [Say.Texts.Get("Note_Hidden", hidden)];

    private static double Lowered(double confidence) => Math.Round(confidence * TrustInPictures, 2);
}
