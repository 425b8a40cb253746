using System.Text;

namespace Reprieve.Documents.Reading;

/// <summary>
/// Puts letters together by where they stand. The order in which a PDF draws them says nothing: tables are drawn
/// column by column, labels after values.
/// </summary>
internal static class PageLayout
{
    // As shares of the letter size: a gap between words, a gap between columns, letters drawn twice to look bold.
    private const double WordGap = 0.2;
    private const double ColumnGap = 1.1;
    private const double Shadow = 0.12;
    private const double SameHeight = 0.35;

    public static IEnumerable<PaperLine> Lines(int page, IReadOnlyList<Glyph> glyphs)
    {
        if (glyphs.Count == 0)
        {
            yield break;
        }

        double top = glyphs.Max(glyph => glyph.Y + glyph.Size);
        foreach (List<Glyph> row in Rows(glyphs))
        {
            List<PaperCell> cells = [.. Cells(row)];
            if (cells.Count > 0)
            {
                double size = cells.Max(cell => cell.Size);
                yield return new PaperLine(page, top - row.Average(glyph => glyph.Y), size, cells);
            }
        }
    }

    private static IEnumerable<List<Glyph>> Rows(IReadOnlyList<Glyph> glyphs)
    {
        List<Glyph> row = [];
        foreach (Glyph glyph in glyphs.OrderByDescending(glyph => glyph.Y))
        {
            if (row.Count > 0 && row[0].Y - glyph.Y > SameHeight * Math.Min(row[0].Size, glyph.Size))
            {
                yield return row;
                row = [];
            }

            row.Add(glyph);
        }

        if (row.Count > 0)
        {
            yield return row;
        }
    }

    private static IEnumerable<PaperCell> Cells(List<Glyph> row)
    {
        StringBuilder text = new();
        double left = 0;
        double size = 0;
        Glyph? last = null;
        string? figureFont = null;
        bool mixed = false;
        foreach (Glyph glyph in row.OrderBy(glyph => glyph.Left))
        {
            if (string.IsNullOrWhiteSpace(glyph.Text))
            {
                continue;
            }

            if (last is { } before)
            {
                double gap = glyph.Left - before.Right;
                double unit = Math.Max(before.Size, glyph.Size);
                if (before.Text == glyph.Text && Math.Abs(glyph.Left - before.Left) < Shadow * unit)
                {
                    continue;
                }

                if (gap > ColumnGap * unit)
                {
                    if (Cell(text, left, before.Right, size, mixed) is { } cell)
                    {
                        yield return cell;
                    }

                    text.Clear();
                    size = 0;
                    (figureFont, mixed) = (null, false);
                }
                else if (gap > WordGap * unit)
                {
                    text.Append(' ');
                    figureFont = null;
                }
            }

            if (glyph.Font.Length > 0 && char.IsAsciiDigit(glyph.Text[0]))
            {
                mixed |= figureFont is not null && figureFont != glyph.Font;
                figureFont = glyph.Font;
            }

            left = text.Length == 0 ? glyph.Left : left;
            size = Math.Max(size, glyph.Size);
            text.Append(glyph.Text);
            last = glyph;
        }

        if (last is { } end && Cell(text, left, end.Right, size, mixed) is { } rest)
        {
            yield return rest;
        }
    }

    private static PaperCell? Cell(StringBuilder text, double left, double right, double size, bool mixed)
    {
        string folded = Folded.Text(text.ToString());
        return folded.Length == 0 ? null : new PaperCell(folded, left, right, size) { MixedFigure = mixed };
    }
}
