using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MimeKit;
using MimeKit.Text;
using Reprieve.Mail.Composing;

namespace Reprieve.Mail;

/// <summary>A mail as it will go out, byte by byte.</summary>
public sealed class AppealMail
{
    /// <summary>Marks a notice of the program to its own people.</summary>
    internal const string NoticeHeader = "Reprieve-Notice";

    private const double Million = 1_000_000;

    private AppealMail(MailDraft draft, string messageId, byte[] bytes)
    {
        SendingId = draft.SendingId;
        From = draft.From;
        Recipients = draft.To;
        MessageId = messageId;
        Bytes = bytes;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    /// <summary>The caller's own name of this one sending.</summary>
    public string SendingId { get; }

    /// <summary>The address it goes from.</summary>
    public string From { get; }

    /// <summary>The addresses it goes to.</summary>
    public IReadOnlyList<string> Recipients { get; }

    /// <summary>Its Message-ID, without angle brackets.</summary>
    public string MessageId { get; }

    /// <summary>The exact bytes, with network line ends.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>SHA-256 of the bytes, hexadecimal, lower case.</summary>
    public string Sha256 { get; }

    /// <summary>Makes the mail.</summary>
    /// <param name="megabytes">What the whole may have, in 1,000,000 bytes as encoded; null for no limit.</param>
    /// <exception cref="MailException">An address, a header or a name is not fit, or the mail is too large.</exception>
    public static AppealMail Build(MailDraft draft, double? megabytes)
    {
        if (string.IsNullOrWhiteSpace(draft.SendingId) || draft.To.Count == 0 || string.IsNullOrWhiteSpace(draft.Text))
        {
            throw new MailException(Say.Texts.Get("Incomplete_Draft"));
        }

        MailboxAddress from = Addresses.Read(draft.From, draft.FromName);
        string messageId = IdOf(draft.SendingId, from);
        using MimeMessage message = Head(draft, from, messageId);
        message.Body = Body(draft, messageId);
        message.Prepare(EncodingConstraint.SevenBit);
        byte[] bytes = Written(message);
        if (megabytes is { } limit && bytes.Length > limit * Million)
        {
            throw new MailException(TooLarge(draft, bytes.Length, limit));
        }

        return new AppealMail(draft, messageId, bytes);
    }

    /// <summary>The Message-ID of a sending from an address.</summary>
    /// <exception cref="MailException">The address is none.</exception>
    internal static string IdOf(string sendingId, string from) => IdOf(sendingId, Addresses.Read(from));

    private static string IdOf(string sendingId, MailboxAddress from)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{from.Address}\n{sendingId}"));
        return $"{Convert.ToHexStringLower(hash)[..40]}@{from.Domain}";
    }

    private static MimeMessage Head(MailDraft draft, MailboxAddress from, string messageId)
    {
        var message = new MimeMessage();
        message.From.Add(from);
        message.To.AddRange(draft.To.Select(address => Addresses.Read(address)));
        message.Subject = Addresses.OneLine(draft.Subject);
        message.Date = draft.Date;
        message.MessageId = messageId;
        if (draft.IsNotice)
        {
            message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
            message.Headers.Add(NoticeHeader, "yes");
        }

        if (draft.InReplyTo is { } answered)
        {
            message.InReplyTo = Addresses.MessageId(answered);
            message.References.AddRange(
                draft.References.Append(answered).Select(Addresses.MessageId).Distinct(StringComparer.Ordinal)
            );
        }

        return message;
    }

    private static MimeEntity Body(MailDraft draft, string messageId)
    {
        var text = new TextPart(TextFormat.Plain);
        text.SetText(Encoding.UTF8, draft.Text.ReplaceLineEndings("\r\n"));
        if (draft.Attachments.Count == 0)
        {
            return text;
        }

        // A boundary of its own making, so that the same draft makes the same bytes.
        var whole = new Multipart("mixed") { Boundary = $"=-{messageId[..40]}" };
        whole.Add(text);
        foreach (MailAttachment attachment in draft.Attachments)
        {
            whole.Add(Part(attachment));
        }

        return whole;
    }

    private static MimePart Part(MailAttachment attachment)
    {
        string name = Addresses.OneLine(attachment.Name);
        if (string.IsNullOrWhiteSpace(name) || name.AsSpan().IndexOfAny("/\\") >= 0)
        {
            throw new MailException(Say.Texts.Get("Bad_Attachment_Name", name));
        }

        return new MimePart(ContentType.Parse(MimeTypes.GetMimeType(name)))
        {
            Content = new MimeContent(new MemoryStream(attachment.Content.ToArray(), writable: false)),
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
            ContentTransferEncoding = ContentEncoding.Base64,
            FileName = name,
        };
    }

    private static byte[] Written(MimeMessage message)
    {
        FormatOptions format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.EnsureNewLine = true;
        format.ParameterEncodingMethod = ParameterEncodingMethod.Rfc2231;
        using var stream = new MemoryStream();
        message.WriteTo(format, stream);
        return stream.ToArray();
    }

    private static string TooLarge(MailDraft draft, int bytes, double limit)
    {
        IEnumerable<string> parts = draft
            .Attachments.OrderByDescending(part => part.Content.Length)
            .Select(part => $"{part.Name} {Megabytes(part.Content.Length)} MB");
        return Say.Texts.Get(
            "Too_Large",
            Megabytes(bytes),
            limit.ToString("0.#", CultureInfo.InvariantCulture),
            string.Join(", ", parts)
        );
    }

    private static string Megabytes(long bytes) => (bytes / Million).ToString("0.00", CultureInfo.InvariantCulture);
}
