using System.Buffers;
using System.Text;
using MimeKit;
using MimeKit.Utils;

namespace Reprieve.Notices;

/// <summary>Headers as people read them, in whatever charset and however broken their encoding is.</summary>
internal static class MailHeaders
{
    private const int MaxSubject = 2_000;
    private const int MaxReferences = 20;

    /// <summary>What breaks a line, or may begin an encoded word.</summary>
    private static readonly SearchValues<byte> NotPlain = SearchValues.Create("\n\r\f="u8);

    /// <summary>The subject; null when there is none.</summary>
    public static string? Subject(MailTree mail)
    {
        if (First(mail.Headers, HeaderId.Subject) is not { } header)
        {
            return null;
        }

        string text = Plain(header)?.Trim() ?? Decoded(header.RawValue, mail);
        return text.Length == 0 ? null
            : text.Length > MaxSubject ? text[..MaxSubject]
            : text;
    }

    private static string Decoded(byte[] raw, MailTree mail)
    {
        byte[] start = raw.Length > 16 * MaxSubject ? raw[..(16 * MaxSubject)] : raw;
        string written = Ascii.IsValid(start)
            ? Encoding.ASCII.GetString(start)
            : Charsets.Decode(start, mail.Leaves().FirstOrDefault(part => part.IsText)?.Type.Charset);
        return EncodedWords.Decode(written.ReplaceLineEndings("")).ReplaceLineEndings(" ").Trim();
    }

    /// <summary>The first sender as its header shows it; null when there is none.</summary>
    public static string? From(MailTree mail) => mail.From.Count == 0 ? null : mail.From[0].ToString();

    /// <summary>When it was sent; null when it does not say.</summary>
    public static DateTimeOffset? Date(MailTree mail) =>
        First(mail.Headers, HeaderId.Date)?.RawValue is { } raw
        && DateUtils.TryParse(raw, out DateTimeOffset date)
        && date.Year is > 1990 and < 2200
            ? date
            : null;

    /// <summary>What an answer to it needs; null without a Message-ID. Of a long thread the newest mails are enough.</summary>
    public static MailThread? Thread(MailTree mail)
    {
        if (
            First(mail.Headers, HeaderId.MessageId)?.RawValue is not { } raw
            || MimeUtils.ParseMessageId(raw, 0, raw.Length) is not { } id
            || string.IsNullOrWhiteSpace(id)
        )
        {
            return null;
        }

        byte[] before = First(mail.Headers, HeaderId.References)?.RawValue ?? [];
        return new MailThread(
            id,
            before.Length == 0
                ? []
                : [.. MimeUtils.EnumerateReferences(before, 0, before.Length).TakeLast(MaxReferences)],
            (RepliesToSender(mail) ? mail.From.Mailboxes : mail.ReplyTo.Mailboxes.Concat(mail.From.Mailboxes))
                .FirstOrDefault()
                ?.Address
        );
    }

    /// <summary>The first header of a kind; null when there is none.</summary>
    public static Header? First(IReadOnlyList<Header> headers, HeaderId id)
    {
        for (int i = 0; i < headers.Count; i++)
        {
            if (headers[i].Id == id)
            {
                return headers[i];
            }
        }

        return null;
    }

    /// <summary>The value of a header that stands on one line and has nothing encoded; null of any other.</summary>
    public static string? Plain(Header header)
    {
        ReadOnlySpan<byte> value = header.RawValue.AsSpan().Trim(" \t\r\n"u8);
        return Ascii.IsValid(value) && !value.ContainsAny(NotPlain) ? Encoding.ASCII.GetString(value) : null;
    }

    /// <summary>Whether the only Reply-To header is word for word the only From header: it need not be read.</summary>
    public static bool RepliesToSender(MailTree mail)
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
