using MimeKit;

namespace Reprieve.Notices;

/// <summary>The headers of a mail that speak of its origin. What only signed or forwarded mails need is read when asked for.</summary>
internal sealed class MailOrigin
{
    private MailOrigin(MailTree mail, DateTimeOffset? sent)
    {
        (Mail, Sent) = (mail, sent);
        MailboxAddress? first = null;
        int mailboxes = 0;
        foreach (MailboxAddress mailbox in mail.From.Mailboxes)
        {
            first ??= mailbox;
            mailboxes++;
        }

        int headers = 0;
        List<Header> signatures = [];
        foreach (Header header in mail.Headers)
        {
            switch (header.Id)
            {
                case HeaderId.From:
                    headers++;
                    break;
                case HeaderId.DkimSignature:
                    signatures.Add(header);
                    break;
                case HeaderId.ArcSeal:
                    HasArc = true;
                    break;
                case HeaderId.AuthenticationResults:
                    HasResults = true;
                    break;
            }
        }

        FromCount = Math.Max(headers, mailboxes);
        FromDomain = Domain(first?.Address);
        FromName = first?.Name;
        Signatures = signatures;
    }

    public MailTree Mail { get; }

    /// <summary>When it says that it was sent.</summary>
    public DateTimeOffset? Sent { get; }

    /// <summary>How many mailboxes its From headers name.</summary>
    public int FromCount { get; }

    public string? FromDomain { get; }

    public string? FromName { get; }

    public IReadOnlyList<Header> Signatures { get; }

    /// <summary>Whether a server on the way sealed it.</summary>
    public bool HasArc { get; }

    /// <summary>Whether a server wrote what it found of the sender.</summary>
    public bool HasResults { get; }

    public IReadOnlyList<string> ReplyToDomains => field ??= RepliesToSender() ? [FromDomain!] : Domains(Mail.ReplyTo);

    /// <summary>The domain that bounces go to (Return-Path); null when there is none.</summary>
    public string? BounceDomain =>
        MailHeaders.First(Mail.Headers, HeaderId.ReturnPath) is { } path
            ? Domain(MailHeaders.Plain(path)?.Trim('<', '>') ?? path.Value.Trim().Trim('<', '>'))
            : null;

    /// <summary>The servers that passed it on, the last one first.</summary>
    public IReadOnlyList<Hop> Hops =>
        field ??= [.. Mail.Headers.Where(header => header.Id == HeaderId.Received).Select(Hop.Read)];

    /// <summary>When the last mail server took it in; null when none says so.</summary>
    public DateTimeOffset? Delivered => Hops.Count > 0 ? Hops[0].At : null;

    /// <summary>The mail server of whoever the mail was delivered to: the last one that gives its name.</summary>
    public string? Receiver => Hops.FirstOrDefault(hop => hop.By is not null)?.By;

    /// <summary>The origin of a message that is a mail; null for pasted text and pages.</summary>
    public static MailOrigin? Read(Message message)
    {
        if (message.Mime is not { } raw)
        {
            return null;
        }

        try
        {
            return new MailOrigin(message.Parsed ?? MailParser.Parse(raw), message.Date);
        }
        catch (Exception fault) when (fault is FormatException or IOException)
        {
            return null;
        }
    }

    /// <summary>Whether answers go to the one mailbox that sent it.</summary>
    private bool RepliesToSender() => FromCount == 1 && FromDomain is not null && MailHeaders.RepliesToSender(Mail);

    private static string[] Domains(InternetAddressList list) =>
        [.. list.Mailboxes.Select(mailbox => Domain(mailbox.Address)).OfType<string>()];

    private static string? Domain(string? address)
    {
        int at = address?.LastIndexOf('@') ?? -1;
        return at < 0 ? null : address![(at + 1)..].Trim().TrimEnd('.').ToLowerInvariant();
    }
}
