namespace Reprieve.Notices;

/// <summary>Reads pasted text, kept character for character, and saved pages.</summary>
internal static class TextFile
{
    public static ReadResult ReadText(byte[] content, string source) =>
        Charsets.Decode(content) is { } text ? Of(text, content, source) : NoText(source);

    public static ReadResult ReadPage(byte[] content, string source)
    {
        if (content.AsSpan().Contains((byte)0) && Charsets.Decode(content) is null)
        {
            return NoText(source);
        }

        HtmlText page = HtmlText.Read(content, charset: null);
        return string.IsNullOrWhiteSpace(page.Text)
            ? new ReadResult(source, null, Say.Texts.Get("Read_NoWords", source))
            : Of(page.Text, content, source, page.Title, page.Links, ReadingNotes.Of(page.Hidden));
    }

    /// <summary>A message of text alone: what headers were pasted with it is taken from it, and proves nothing.</summary>
    public static ReadResult Of(
        string text,
        byte[] content,
        string source,
        string? title = null,
        IReadOnlyList<Link>? links = null,
        IReadOnlyList<string>? notes = null
    )
    {
        PastedHeaders? headers = PastedHeaders.OfText(text);
        var message = new Message
        {
            Source = source,
            Subject = headers?.Subject ?? title,
            From = headers?.From,
            Date = headers?.Date,
            DateIsLocal = headers is { Date: not null, DateIsLocal: true },
            Text = text,
            Links = links ?? [],
            Notes = notes ?? [],
            Sha256 = Bounded.Sha256(content),
        };
        return new ReadResult(source, message, null);
    }

    private static ReadResult NoText(string source) => new(source, null, Say.Texts.Get("Read_NotText", source));
}
