namespace Reprieve.Documents.Reading;

/// <summary>Tells bars, boxes and highlights that somebody put on a page from what a layout draws by itself.</summary>
internal static class MarkFinder
{
    // Points: what covers a word or a line; larger boxes are backgrounds, smaller ones rules.
    private const double LeastHeight = 5;
    private const double MostHeight = 40;
    private const double LeastWidth = 12;
    private const double MostWidth = 420;

    private const double Dark = 0.2;
    private const double White = 0.97;
    private const double Bright = 0.8;
    private const double Saturated = 0.3;
    private const int LettersOfWatermark = 4;

    public static IEnumerable<PageMark> Of(IReadOnlyList<Glyph> glyphs, IEnumerable<FilledBox> boxes, int askew)
    {
        foreach (FilledBox box in boxes)
        {
            double height = box.Top - box.Bottom;
            double width = box.Right - box.Left;
            if (
                height is >= LeastHeight and <= MostHeight
                && width is >= LeastWidth and <= MostWidth
                && Of(glyphs, box) is { } mark
            )
            {
                yield return mark;
            }
        }

        if (askew >= LettersOfWatermark)
        {
            yield return new PageMark(MarkKind.Watermark, 0, 0, 0, 0, "");
        }
    }

    private static PageMark? Of(IReadOnlyList<Glyph> glyphs, FilledBox box)
    {
        (double red, double green, double blue) = box.Colour;
        double most = Math.Max(red, Math.Max(green, blue));
        double least = Math.Min(red, Math.Min(green, blue));
        string beneath = Within(glyphs.Take(box.LettersBefore), box);
        string above = Within(glyphs.Skip(box.LettersBefore), box);
        if (most <= Dark)
        {
            // A dark bar with letters on it is a heading; one in a line of text, with none, hides something.
            return above.Length == 0 && (beneath.Length > 0 || InLine(glyphs, box))
                ? Mark(MarkKind.Blackout, box, beneath)
                : null;
        }

        if (least >= White)
        {
            return beneath.Length > 0 ? Mark(MarkKind.Cover, box, beneath) : null;
        }

        return most >= Bright && most - least >= Saturated && (above + beneath).Length > 0
            ? Mark(MarkKind.Highlight, box, "")
            : null;
    }

    private static PageMark Mark(MarkKind kind, FilledBox box, string covered) =>
        new(kind, box.Left, box.Right, box.Bottom, box.Top, covered);

    private static string Within(IEnumerable<Glyph> glyphs, FilledBox box) =>
        string.Concat(
            glyphs
                .Where(glyph =>
                    !string.IsNullOrWhiteSpace(glyph.Text)
                    && (glyph.Left + glyph.Right) / 2 is var x
                    && x > box.Left
                    && x < box.Right
                    && glyph.Y + glyph.Size * 0.3 is var y
                    && y > box.Bottom
                    && y < box.Top
                )
                .Select(glyph => glyph.Text)
        );

    /// <summary>Whether letters stand close beside the bar on its height: it took the place of words.</summary>
    private static bool InLine(IReadOnlyList<Glyph> glyphs, FilledBox box) =>
        glyphs.Any(glyph =>
            glyph.Y > box.Bottom - 2
            && glyph.Y < box.Top
            && (
                Math.Abs(glyph.Right - box.Left) <= 3 * glyph.Size || Math.Abs(box.Right - glyph.Left) <= 3 * glyph.Size
            )
        );
}
