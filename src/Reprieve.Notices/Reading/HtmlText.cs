using System.Buffers;
using System.Text;

namespace Reprieve.Notices;

/// <summary>
/// The text of a page as a reader sees it, with its links. Only tokens are read, no tree is built, so that hostile
/// nesting costs nothing; scripts, styles and what the eye does not see are dropped.
/// </summary>
/// <param name="Title">The page's title; null when it has none.</param>
/// <param name="Text">What is seen, a block a line.</param>
/// <param name="Links">Its links, as far as anybody could check them.</param>
/// <param name="Hidden">How many letters were left out because nobody sees them.</param>
internal sealed record HtmlText(string? Title, string Text, IReadOnlyList<Link> Links, int Hidden)
{
    private static readonly SearchValues<byte> AfterName = SearchValues.Create("\"' />;"u8);

    private const int HeadBytes = 4096;

    public static HtmlText Read(string html) => HtmlCollector.Read(html);

    /// <summary>Reads a page in the charset it is sent in, or else names itself.</summary>
    public static HtmlText Read(ReadOnlyMemory<byte> html, string? charset)
    {
        using var page = LentText.Decode(html.Span, charset ?? OwnCharset(html.Span));
        return HtmlCollector.Read(page.Text.Span);
    }

    /// <summary>The charset that a page names in its head; null when it names none.</summary>
    public static string? OwnCharset(ReadOnlySpan<byte> html)
    {
        ReadOnlySpan<byte> head = html.Length > HeadBytes ? html[..HeadBytes] : html;
        int at = head.IndexOf("charset="u8);
        if (at < 0)
        {
            return null;
        }

        ReadOnlySpan<byte> name = head[(at + "charset=".Length)..].TrimStart("\"'"u8);
        int end = name.IndexOfAny(AfterName);
        return end is > 0 and < 40 ? Encoding.ASCII.GetString(name[..end]) : null;
    }

    /// <summary>How many letters stand outside tables, and how many rows and cells there are.</summary>
    public static (int Letters, int Rows, int Cells) Outline(string html)
    {
        var scanner = new HtmlScanner(html);
        (int letters, int rows, int cells, int depth) = (0, 0, 0, 0);
        HtmlTag last = HtmlTag.Other;
        while (scanner.Next() is var piece and not HtmlPiece.None)
        {
            if (piece == HtmlPiece.Text)
            {
                letters += depth > 0 || HtmlTags.IsRaw(last) ? 0 : Notices.Letters.CountLetters(scanner.Text);
                continue;
            }

            last = piece == HtmlPiece.Start ? scanner.Tag : HtmlTag.Other;
            depth += scanner.Tag == HtmlTag.Table ? (piece == HtmlPiece.End ? -1 : 1) : 0;
            rows += last == HtmlTag.Row ? 1 : 0;
            cells += last == HtmlTag.Cell ? 1 : 0;
        }

        return (letters, rows, cells);
    }
}
