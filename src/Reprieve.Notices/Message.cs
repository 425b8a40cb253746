namespace Reprieve.Notices;

/// <summary>A message as it was read from a file: its headers, its plain text, and the bytes its signature covers.</summary>
public sealed record Message
{
    /// <summary>Where it came from: a path, <c>path#n</c> in an mbox, or <c>-</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The id of a <c>.jsonl</c> line; null elsewhere.</summary>
    public string? Id { get; init; }

    /// <summary>The subject; null when there is none.</summary>
    public string? Subject { get; init; }

    /// <summary>Sender as the From header shows it, or the headers pasted with a text; null when neither says.</summary>
    public string? From { get; init; }

    /// <summary>When it was sent, with the offset it states; null when unknown.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Whether <see cref="Date"/> is a date pasted without an offset: it is then a time of the store's zone.</summary>
    public bool DateIsLocal { get; init; }

    /// <summary>What an answer to it needs; null for anything but mail, and for a mail without a Message-ID.</summary>
    public MailThread? Thread { get; init; }

    /// <summary>The plain text that is read. All offsets count UTF-16 code units in it.</summary>
    public required string Text { get; init; }

    /// <summary>The language the source declares; null to identify it from the text.</summary>
    public string? DeclaredLanguage { get; init; }

    /// <summary>The message as it was transferred, for its signature; null for anything but mail.</summary>
    public ReadOnlyMemory<byte>? Mime { get; init; }

    /// <summary>The mail already taken apart, so that its origin need not do it again; null for anything but mail.</summary>
    internal MailTree? Parsed { get; init; }

    /// <summary>Who forwarded it as an attachment, as that mail's From header shows it; null when it was not forwarded so.</summary>
    public string? ForwardedBy { get; init; }

    /// <summary>Addresses of the links in it, as (shown text, target).</summary>
    public IReadOnlyList<Link> Links
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Whether the text was recognised in a picture, so that letters and figures of it may be wrong.</summary>
    public bool FromPicture { get; init; }

    /// <summary>What a person should know of how it was read: hidden text left out, a picture recognised.</summary>
    public IReadOnlyList<string> Notes
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>SHA-256 of the file or of the message within it, lower-case hex.</summary>
    public required string Sha256 { get; init; }
}

/// <summary>A link in a message: what it shows and where it leads.</summary>
public sealed record Link(string Shown, string Target);

/// <summary>What an answer to a mail needs. Headers say it, so it is worth what the mail's origin is worth.</summary>
/// <param name="MessageId">Its Message-ID, without angle brackets.</param>
/// <param name="References">The mails it goes back to, oldest first, without angle brackets.</param>
/// <param name="ReplyTo">The bare address that answers go to: Reply-To, else From; null when neither has one.</param>
public sealed record MailThread(string MessageId, IReadOnlyList<string> References, string? ReplyTo);
