namespace Reprieve.Notices;

/// <summary>The mail attached to a mail that forwards one, and the mail attached to that.</summary>
internal static class MailForwards
{
    private const int MaxForwards = 5;

    /// <summary>The innermost mail, and who forwarded it; the mail itself with null when it forwards none.</summary>
    public static (MailTree Mail, string? By) Unwrap(MailTree mail)
    {
        string? by = null;
        for (int i = 0; i < MaxForwards && Attached(mail) is { } inner; i++)
        {
            by ??= MailHeaders.From(mail) ?? "";
            mail = inner;
        }

        return (mail, by);
    }

    /// <summary>The first mail attached to a mail, unless it is the returned copy in a delivery report.</summary>
    private static MailTree? Attached(MailTree mail)
    {
        if (
            mail.Body is not { } body
            || (body.Kind == MailPartKind.Parts && body.Type.IsMimeType("multipart", "report"))
        )
        {
            return null;
        }

        foreach (MailPart part in mail.Leaves())
        {
            if (part.Mail is { } attached)
            {
                return attached;
            }

            if (part.Kind == MailPartKind.Content && IsMail(part) && Parsed(part) is { } file)
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>A mail that is attached as a file: named .eml, or encoded although a mail must not be.</summary>
    private static bool IsMail(MailPart part) =>
        part.Type.IsMimeType("message", "rfc822")
        || part.FileName?.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) == true;

    private static MailTree? Parsed(MailPart part)
    {
        ReadOnlyMemory<byte> bytes = part.Decoded();
        if (!FileShapes.HasMailHeaders(bytes.Span) || MailGuard.Refuses(bytes.Span))
        {
            return null;
        }

        try
        {
            return MailParser.Parse(bytes);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
