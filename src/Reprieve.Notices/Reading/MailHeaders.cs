using System.Text;
using MimeKit;

namespace Reprieve.Notices;

/// <summary>Headers as people read them, in whatever charset and however broken their encoding is.</summary>
internal static class MailHeaders
{
    private const int MaxSubject = 2_000;
    private const int MaxReferences = 20;

    /// <summary>The subject; null when there is none.</summary>
    public static string? Subject(MimeMessage mail)
    {
        int at = mail.Headers.IndexOf(HeaderId.Subject);
        if (at < 0)
        {
            return null;
        }

        byte[] raw = mail.Headers[at].RawValue;
        byte[] start = raw.Length > 16 * MaxSubject ? raw[..(16 * MaxSubject)] : raw;
        string written = Ascii.IsValid(start)
            ? Encoding.ASCII.GetString(start)
            : Charsets.Decode(start, mail.BodyParts.OfType<TextPart>().FirstOrDefault()?.ContentType.Charset);
        string text = EncodedWords.Decode(written.ReplaceLineEndings("")).ReplaceLineEndings(" ").Trim();
        return text.Length == 0 ? null
            : text.Length > MaxSubject ? text[..MaxSubject]
            : text;
    }

    /// <summary>The first sender as its header shows it; null when there is none.</summary>
    public static string? From(MimeMessage mail) => mail.From.Count == 0 ? null : mail.From[0].ToString();

    /// <summary>When it was sent; null when it does not say.</summary>
    public static DateTimeOffset? Date(MimeMessage mail) =>
        mail.Headers.Contains(HeaderId.Date) && mail.Date.Year is > 1990 and < 2200 ? mail.Date : null;

    /// <summary>What an answer to it needs; null without a Message-ID. Of a long thread the newest mails are enough.</summary>
    public static MailThread? Thread(MimeMessage mail) =>
        string.IsNullOrWhiteSpace(mail.MessageId)
            ? null
            : new MailThread(
                mail.MessageId,
                [.. mail.References.TakeLast(MaxReferences)],
                (RepliesToSender(mail) ? mail.From.Mailboxes : mail.ReplyTo.Mailboxes.Concat(mail.From.Mailboxes))
                    .FirstOrDefault()
                    ?.Address
            );

    /// <summary>Whether the only Reply-To header is word for word the only From header: it need not be read.</summary>
    public static bool RepliesToSender(MimeMessage mail)
    {
        Header? from = null;
        Header? reply = null;
        foreach (Header header in mail.Headers)
        {
            ref Header? known = ref header.Id == HeaderId.From ? ref from : ref reply;
            if (header.Id is not (HeaderId.From or HeaderId.ReplyTo))
            {
                continue;
            }

            if (known is not null)
            {
                return false;
            }

            known = header;
        }

        return from is not null && reply is not null && reply.RawValue.AsSpan().SequenceEqual(from.RawValue);
    }
}
