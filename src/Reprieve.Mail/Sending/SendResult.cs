namespace Reprieve.Mail;

/// <summary>Whether a mail that was not sent may be tried again.</summary>
public enum Retry
{
    /// <summary>No: the server refused it for good, or a person gave it up.</summary>
    No,

    /// <summary>Yes, by itself, from a moment on.</summary>
    Later,

    /// <summary>Yes, once somebody has put right what the reason names.</summary>
    WhenPutRight,
}

/// <summary>What became of a sending; a closed set.</summary>
/// <param name="Mail">The mail as the outbox has it.</param>
public abstract record SendResult(OutboxMail Mail)
{
    /// <summary>It was sent, once.</summary>
    /// <param name="Mail">The mail as the outbox has it.</param>
    /// <param name="At">When the server took it, or when it was found that it had.</param>
    /// <param name="Reply">What the server said, or how it is known.</param>
    /// <param name="Filing">Why no copy is known to lie in the Sent folder; null when one does.</param>
    public sealed record Sent(OutboxMail Mail, DateTimeOffset At, string Reply, string? Filing) : SendResult(Mail);

    /// <summary>It was certainly not sent.</summary>
    /// <param name="Mail">The mail as the outbox has it.</param>
    /// <param name="Reason">Why, in words, with the server's own.</param>
    /// <param name="Retry">Whether it may be tried again.</param>
    /// <param name="NotBefore">From when; null for at once, or where it may not be.</param>
    public sealed record NotSent(OutboxMail Mail, string Reason, Retry Retry, DateTimeOffset? NotBefore)
        : SendResult(Mail);

    /// <summary>It is not known to have arrived; it is not sent again until that is settled.</summary>
    /// <param name="Mail">The mail as the outbox has it.</param>
    /// <param name="Reason">What happened and what to look at, in words.</param>
    /// <param name="LookAgainAt">When the Sent folder will tell; null where only a person can.</param>
    public sealed record Uncertain(OutboxMail Mail, string Reason, DateTimeOffset? LookAgainAt) : SendResult(Mail);
}

/// <summary>How far a sending is.</summary>
public enum SendStage
{
    /// <summary>Connecting and signing in.</summary>
    Connecting,

    /// <summary>Handing the mail over.</summary>
    HandingOver,

    /// <summary>Looking into the Sent folder.</summary>
    Looking,

    /// <summary>Storing the Sent copy.</summary>
    Filing,
}

/// <summary>How far a sending is.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Bytes">Bytes handed over; 0 in other stages.</param>
/// <param name="Of">Bytes of the mail.</param>
public sealed record SendProgress(SendStage Stage, long Bytes, long Of);
