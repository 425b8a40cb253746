namespace Reprieve.Notices;

/// <summary>Reads a mail: its headers, its text in whatever charset and encoding, and the mail attached to it, if it forwards one.</summary>
internal static class MailFile
{
    public static ReadResult Read(byte[] content, string source)
    {
        if (!FileShapes.HasMailHeaders(content))
        {
            return new ReadResult(source, null, Say.Texts.Get("Read_NoMail", source));
        }

        if (MailGuard.Refuses(content))
        {
            return new ReadResult(source, null, Say.Texts.Get("Read_MailTooMuch", source));
        }

        try
        {
            return Read(MailParser.Parse(content), content, source);
        }
        catch (Exception fault)
            when (fault is FormatException or IOException or ArgumentException or NotSupportedException)
        {
            return new ReadResult(source, null, Say.Texts.Get("Read_BrokenMail", source));
        }
    }

    /// <summary>Reads a page that a browser saved as one file: nobody sent it, so that it has neither sender nor signature.</summary>
    public static ReadResult ReadPage(byte[] content, string source)
    {
        ReadResult read = Read(content, source);
        return read.Message is { } page
            ? TextFile.Of(page.Text, content, source, page.Subject, page.Links, page.Notes)
            : read;
    }

    private static ReadResult Read(MailTree outer, byte[] content, string source)
    {
        (MailTree mail, string? forwardedBy) = MailForwards.Unwrap(outer);
        (string text, IReadOnlyList<Link> links, int hidden) = MailBody.Read(mail);
        string? subject = MailHeaders.Subject(mail);
        if (string.IsNullOrWhiteSpace(text) && subject is null)
        {
            return new ReadResult(source, null, Say.Texts.Get("Read_NoWords", source));
        }

        DateTimeOffset? date = MailHeaders.Date(mail);
        PastedHeaders? forward = PastedHeaders.OfForward(text, subject);
        var message = new Message
        {
            Source = source,
            Subject = subject,
            From = MailHeaders.From(mail),
            // Limits count from the day Amazon wrote, not from the day on which somebody passed it on.
            Date = forward?.Date ?? date,
            DateIsLocal = forward is { Date: not null, DateIsLocal: true },
            Thread = MailHeaders.Thread(mail),
            Text = text,
            Mime = mail.Bytes,
            Parsed = mail,
            Links = links,
            ForwardedBy = forwardedBy,
            Notes = ReadingNotes.Of(hidden),
            Sha256 = Bounded.Sha256(content),
        };
        return new ReadResult(source, message, null);
    }
}
