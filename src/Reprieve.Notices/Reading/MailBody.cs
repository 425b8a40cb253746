using System.Text;

namespace Reprieve.Notices;

/// <summary>
/// The text of a mail. Of several forms of one text the fuller is taken; what stands one after the other is read one
/// after the other; invitations are added as lines.
/// </summary>
internal sealed class MailBody
{
    private readonly List<Link> _links = [];
    private readonly StringBuilder _calendar = new();

    private MailBody() { }

    /// <summary>The text, the links, and how many letters were hidden.</summary>
    public static (string Text, IReadOnlyList<Link> Links, int Hidden) Read(MailTree mail)
    {
        var body = new MailBody();
        Piece piece = mail.Body is { } all ? body.Of(all) : Piece.Nothing;
        string text = piece.Text;
        if (body._calendar.Length > 0)
        {
            text = text.Trim().Length == 0 ? body._calendar.ToString() : $"{text.TrimEnd()}\n\n{body._calendar}";
        }

        return (text, body._links, piece.Hidden);
    }

    private Piece Of(MailPart part)
    {
        if (part.Kind == MailPartKind.Parts)
        {
            return part.Type.IsMimeType("multipart", "alternative")
                ? Fullest(part.Parts)
                : Joined([.. part.Parts.Select(Of)]);
        }

        if (!part.IsText)
        {
            return Piece.Nothing;
        }

        if (part.Type.IsMimeType("text", "calendar"))
        {
            AddCalendar(part);
            return Piece.Nothing;
        }

        return part.IsAttachment ? Piece.Nothing : Said(part);
    }

    private Piece Fullest(IReadOnlyList<MailPart> forms)
    {
        Piece fullest = Piece.Nothing;
        foreach (MailPart form in forms)
        {
            fullest = Fuller(fullest, Of(form));
        }

        return fullest;
    }

    private Piece Said(MailPart part)
    {
        ReadOnlyMemory<byte> bytes = part.Decoded();
        if (part.IsPage)
        {
            HtmlText page = HtmlText.Read(bytes, part.Type.Charset);
            _links.AddRange(page.Links);
            return new Piece(page.Text, IsPage: true, page.Hidden);
        }

        using var read = LentText.Decode(bytes.Span, part.Type.Charset);
        string text = read.Text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
        return new Piece(part.IsFlowed ? Unflow(text) : text, IsPage: false, 0);
    }

    private void AddCalendar(MailPart part)
    {
        if (_calendar.Length == 0)
        {
            _calendar.Append(CalendarText.Read(Charsets.Decode(part.Decoded().Span, part.Type.Charset)));
        }
    }

    private static Piece Joined(Piece[] pieces)
    {
        Piece[] said = [.. pieces.Where(piece => !string.IsNullOrWhiteSpace(piece.Text))];
        return said.Length == 0 ? Piece.Nothing
            : said.Length == 1 ? said[0]
            : new Piece(
                string.Join("\n", said.Select(piece => piece.Text)),
                said.Any(piece => piece.IsPage),
                said.Sum(piece => piece.Hidden)
            );
    }

    /// <summary>
    /// Of two forms of one text the plain one, as its lines are the sender's own, unless the page says clearly more:
    /// many programs write "your program shows no HTML" or nothing into the plain form.
    /// </summary>
    private static Piece Fuller(Piece one, Piece other)
    {
        if (string.IsNullOrWhiteSpace(one.Text) || string.IsNullOrWhiteSpace(other.Text))
        {
            return string.IsNullOrWhiteSpace(one.Text) ? other : one;
        }

        (Piece plain, Piece page) = one.IsPage && !other.IsPage ? (other, one) : (one, other);
        int said = CountUnlinked(plain.Text);
        int clearlyMore = said + Math.Max(40, said / 2);
        return page.Text.Length > clearlyMore && Letters.CountLetters(page.Text) > clearlyMore ? page : plain;
    }

    /// <summary>How many letters a text has outside its links, which a page keeps behind its words.</summary>
    private static int CountUnlinked(ReadOnlySpan<char> text)
    {
        int letters = 0;
        int from = 0;
        foreach (OpaqueSpans.Span span in OpaqueSpans.Find(text))
        {
            letters += Letters.CountLetters(text[from..span.Start]);
            from = span.End;
        }

        return letters + Letters.CountLetters(text[from..]);
    }

    /// <summary>Joins the soft line breaks of format=flowed: a space at the end of a line, save before a signature.</summary>
    private static string Unflow(string text) =>
        text.Replace("-- \n", "--\n", StringComparison.Ordinal).Replace(" \n", " ", StringComparison.Ordinal);

    private sealed record Piece(string Text, bool IsPage, int Hidden)
    {
        public static readonly Piece Nothing = new("", false, 0);
    }
}
