namespace Reprieve.Notices;

/// <summary>Reads pasted text, kept character for character, and saved pages.</summary>
internal static class TextFile
{
    public static ReadResult ReadText(byte[] content, string source) =>
        Charsets.Decode(content) is { } text
            ? new ReadResult(
                source,
                new Message
                {
                    Source = source,
                    Text = text,
                    Sha256 = Bounded.Sha256(content),
                },
                null
            )
            : NoText(source);

    public static ReadResult ReadPage(byte[] content, string source)
    {
        if (Charsets.Decode(content) is not { } html)
        {
            return NoText(source);
        }

        HtmlText page = HtmlText.Read(html);
        return string.IsNullOrWhiteSpace(page.Text)
            ? new ReadResult(source, null, Say.Texts.Get("Read_NoWords", source))
            : new ReadResult(
                source,
                new Message
                {
                    Source = source,
                    Subject = page.Title,
                    Text = page.Text,
                    Links = page.Links,
                    Sha256 = Bounded.Sha256(content),
                },
                null
            );
    }

    private static ReadResult NoText(string source) => new(source, null, Say.Texts.Get("Read_NotText", source));
}
