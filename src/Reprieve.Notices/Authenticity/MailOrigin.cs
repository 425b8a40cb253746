using MimeKit;

namespace Reprieve.Notices;

/// <summary>The headers of a mail that speak of its origin.</summary>
internal sealed record MailOrigin
{
    public required MimeMessage Mime { get; init; }

    public required ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>How many mailboxes its From headers name.</summary>
    public required int FromCount { get; init; }

    public required string? FromDomain { get; init; }

    public required string? FromName { get; init; }

    public required IReadOnlyList<string> ReplyToDomains { get; init; }

    /// <summary>When the last mail server took it in, else when it says it was sent; null when it says neither.</summary>
    public required DateTimeOffset? Delivered { get; init; }

    /// <summary>The origin of a message that is a mail; null for pasted text and pages.</summary>
    public static MailOrigin? Read(Message message)
    {
        if (message.Mime is not { } raw)
        {
            return null;
        }

        MimeMessage mime;
        try
        {
            mime = MimeMessage.Load(new MemoryStream(raw.ToArray()));
        }
        catch (Exception fault) when (fault is FormatException or IOException)
        {
            return null;
        }

        int headers = mime.Headers.Count(h => h.Id == HeaderId.From);
        MailboxAddress? from = mime.From.Mailboxes.FirstOrDefault();
        return new MailOrigin
        {
            Mime = mime,
            Raw = raw,
            FromCount = Math.Max(headers, mime.From.Mailboxes.Count()),
            FromDomain = Domain(from),
            FromName = from?.Name,
            ReplyToDomains = [.. mime.ReplyTo.Mailboxes.Select(Domain).OfType<string>()],
            Delivered = ReceivedAt(mime) ?? message.Date,
        };
    }

    private static string? Domain(MailboxAddress? mailbox)
    {
        int at = mailbox?.Address.LastIndexOf('@') ?? -1;
        return at < 0 ? null : mailbox!.Address[(at + 1)..].Trim().ToLowerInvariant();
    }

    private static DateTimeOffset? ReceivedAt(MimeMessage mime)
    {
        string? received = mime.Headers.FirstOrDefault(h => h.Id == HeaderId.Received)?.Value;
        int semicolon = received?.LastIndexOf(';') ?? -1;
        return
            semicolon >= 0
            && MimeKit.Utils.DateUtils.TryParse(received![(semicolon + 1)..].Trim(), out DateTimeOffset at)
            ? at
            : null;
    }
}
