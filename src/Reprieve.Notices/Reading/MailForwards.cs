using MimeKit;

namespace Reprieve.Notices;

/// <summary>The mail attached to a mail that forwards one, and the mail attached to that.</summary>
internal static class MailForwards
{
    private const int MaxForwards = 5;

    /// <summary>The innermost mail, its bytes, and who forwarded it; the mail itself with null when it forwards none.</summary>
    public static (MimeMessage Mail, ReadOnlyMemory<byte> Bytes, string? By) Unwrap(MimeMessage mail, byte[] content)
    {
        string? by = null;
        byte[]? bytes = content;
        for (int i = 0; i < MaxForwards && Attached(mail) is { } inner; i++)
        {
            by ??= MailHeaders.From(mail) ?? "";
            (mail, bytes) = (inner.Mail, inner.Bytes);
        }

        return (mail, bytes is null ? Written(mail, content.Length) : bytes, by);
    }

    /// <summary>
    /// The first mail attached to a mail, unless it is the returned copy in a delivery report, with its bytes where
    /// it was attached as a file.
    /// </summary>
    private static (MimeMessage Mail, byte[]? Bytes)? Attached(MimeMessage mail)
    {
        if (mail.Body is MultipartReport)
        {
            return null;
        }

        foreach (MimeEntity entity in mail.BodyParts)
        {
            if (entity is MessagePart { Message: { } message })
            {
                return (message, null);
            }

            if (entity is MimePart part && IsFile(part) && Parsed(part) is { } file)
            {
                return file;
            }
        }

        return null;
    }

    private static ReadOnlyMemory<byte> Written(MimeMessage mail, int size)
    {
        using var raw = new MemoryStream(size);
        mail.WriteTo(raw);
        return raw.GetBuffer().AsMemory(0, (int)raw.Length);
    }

    /// <summary>A mail that is attached as a file: named .eml, or encoded although a mail must not be.</summary>
    private static bool IsFile(MimePart part) =>
        part.ContentType.IsMimeType("message", "rfc822")
        || part.FileName?.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) == true;

    private static (MimeMessage Mail, byte[]? Bytes)? Parsed(MimePart part)
    {
        if (part.Content is null)
        {
            return null;
        }

        byte[] bytes = MailBody.Bytes(part).ToArray();
        if (!FileShapes.HasMailHeaders(bytes) || MailGuard.Refuses(bytes))
        {
            return null;
        }

        try
        {
            return (MailParser.Parse(bytes), bytes);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
