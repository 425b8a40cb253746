namespace Reprieve.Mail;

/// <summary>A file that goes with a mail.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Content">Its bytes, as they are.</param>
public sealed record MailAttachment(string Name, ReadOnlyMemory<byte> Content);

/// <summary>What a mail is made of. The same draft makes the same bytes.</summary>
public sealed record MailDraft
{
    /// <summary>
    /// The caller's own name of this one sending, for instance the case's id and the round. The Message-ID follows from it, so
    /// that the same sending is known again after a crash.
    /// </summary>
    public required string SendingId { get; init; }

    /// <summary>The account's address.</summary>
    public required string From { get; init; }

    /// <summary>The name beside it; empty for none.</summary>
    public string FromName { get; init; } = "";

    /// <summary>Addresses it goes to; at least one.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>The subject, one line.</summary>
    public required string Subject { get; init; }

    /// <summary>The date in its head.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// Whether it is a notice of the program to its own people: marked so, that neither an answering machine nor a mailbox that
    /// is watched takes it up.
    /// </summary>
    public bool IsNotice { get; init; }

    /// <summary>The Message-ID of the mail it answers; null when it answers none.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The References of the mail it answers, oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Files that go with it.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];
}
