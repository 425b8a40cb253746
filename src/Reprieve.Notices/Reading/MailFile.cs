using MimeKit;

namespace Reprieve.Notices;

/// <summary>Reads a mail: its headers, its text in whatever charset and encoding, and the mail attached to it, if it forwards one.</summary>
internal static class MailFile
{
    private const int MaxMimeDepth = 64;
    private const int MaxForwards = 5;
    private const int TooShortForText = 80;

    public static ReadResult Read(byte[] content, string source)
    {
        if (!FileShapes.HasMailHeaders(content))
        {
            return new ReadResult(source, null, Say.Texts.Get("Read_NoMail", source));
        }

        try
        {
            var options = ParserOptions.Default.Clone();
            options.MaxMimeDepth = MaxMimeDepth;
            // Persistent: the parts stay where they are in the content instead of being copied.
            return Read(MimeMessage.Load(options, new MemoryStream(content), persistent: true), content, source);
        }
        catch (Exception fault)
            when (fault is FormatException or IOException or ArgumentException or NotSupportedException)
        {
            return new ReadResult(source, null, Say.Texts.Get("Read_BrokenMail", source));
        }
    }

    private static ReadResult Read(MimeMessage mail, byte[] content, string source)
    {
        string? forwardedBy = null;
        byte[] bytes = content;
        for (int i = 0; i < MaxForwards && Attached(mail) is { } inner; i++)
        {
            forwardedBy ??= From(mail) ?? "";
            mail = inner;
            using var raw = new MemoryStream();
            inner.WriteTo(raw);
            bytes = raw.ToArray();
        }

        (string text, IReadOnlyList<Link> links) = Body(mail);
        if (string.IsNullOrWhiteSpace(text) && string.IsNullOrWhiteSpace(mail.Subject))
        {
            return new ReadResult(source, null, Say.Texts.Get("Read_NoWords", source));
        }

        var message = new Message
        {
            Source = source,
            Subject = string.IsNullOrWhiteSpace(mail.Subject) ? null : mail.Subject.Trim(),
            From = From(mail),
            Date = mail.Headers.Contains(HeaderId.Date) && mail.Date.Year > 1990 ? mail.Date : null,
            MessageId = string.IsNullOrWhiteSpace(mail.MessageId) ? null : mail.MessageId,
            Text = text,
            Mime = bytes,
            Parsed = mail,
            Links = links,
            ForwardedBy = forwardedBy,
            Sha256 = Bounded.Sha256(content),
        };
        return new ReadResult(source, message, null);
    }

    private static string? From(MimeMessage mail) => mail.From.Count == 0 ? null : mail.From[0].ToString();

    /// <summary>The first mail attached to a mail, unless it is the returned copy in a delivery report.</summary>
    private static MimeMessage? Attached(MimeMessage mail)
    {
        if (mail.Body is MultipartReport or TextPart)
        {
            return null;
        }

        foreach (MimeEntity part in mail.BodyParts)
        {
            MimeMessage? attached = part switch
            {
                MessagePart forwarded => forwarded.Message,
                MimePart file when IsMailFile(file) => Open(file),
                _ => null,
            };
            if (attached is not null)
            {
                return attached;
            }
        }

        return null;
    }

    /// <summary>A mail attached as a file, as web mail does it.</summary>
    private static bool IsMailFile(MimePart part) =>
        part.ContentType.IsMimeType("message", "rfc822")
        || part.FileName?.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) == true;

    private static MimeMessage? Open(MimePart file)
    {
        if (file.Content is null)
        {
            return null;
        }

        var content = new MemoryStream();
        file.Content.DecodeTo(content);
        content.Position = 0;
        return FileShapes.HasMailHeaders(content.GetBuffer().AsSpan(0, (int)content.Length))
            ? MimeMessage.Load(content, persistent: true)
            : null;
    }

    private static (string Text, IReadOnlyList<Link> Links) Body(MimeMessage mail)
    {
        TextPart[] parts = [.. mail.BodyParts.OfType<TextPart>().Where(part => !part.IsAttachment)];
        TextPart? html = Array.Find(parts, part => part.IsHtml);
        string plain = string.Join("\n", parts.Where(part => part.IsPlain).Select(Decode))
            .Replace("\r\n", "\n", StringComparison.Ordinal);
        if (html is null)
        {
            return (plain, []);
        }

        HtmlText page = HtmlText.Read(Decode(html));
        bool plainIsStub = plain.Trim().Length < TooShortForText && page.Text.Length > plain.Length;
        return (plainIsStub ? page.Text : plain, page.Links);
    }

    private static string Decode(TextPart part)
    {
        if (part.Content is null)
        {
            return "";
        }

        using var bytes = new MemoryStream();
        part.Content.DecodeTo(bytes);
        string text = Charsets.Decode(bytes.ToArray(), part.ContentType.Charset);
        return part.IsFlowed && part.IsPlain ? Unflow(text) : text;
    }

    /// <summary>Joins the soft line breaks of format=flowed.</summary>
    private static string Unflow(string text) => text.Replace(" \r\n", " ", StringComparison.Ordinal);
}
