namespace Reprieve.Documents.Reading.Scans;

/// <summary>Makes lines of recognised words: sets the page upright, levels it, and scales it to points.</summary>
internal static class RecognisedPage
{
    /// <summary>Points across an A4 page: distances of scans are judged like those of other papers.</summary>
    private const double PageWidth = 595;

    // Of a letter's size, what a word of capitals or digits is high.
    private const double CapitalHeight = 0.72;
    private const double Sideways = 1.3;

    public static IReadOnlyList<PaperLine> Lines(int page, string table)
    {
        (IReadOnlyList<RecognisedWord> words, double width, double height) = RecognisedWord.Of(table);
        if (words.Count == 0 || width <= 0)
        {
            return [];
        }

        (words, width) = Upright(words, width, height);
        double slope = Slope(words);
        double scale = PageWidth / width;
        List<Glyph> glyphs = [];
        foreach (IGrouping<string, RecognisedWord> line in words.GroupBy(word => word.Line))
        {
            double size = Median(line.Select(word => word.Height)) / CapitalHeight;
            double bottom = Median(line.Select(word => word.Bottom - slope * word.MiddleX));
            glyphs.AddRange(
                line.Select(word => new Glyph(
                    word.Text,
                    word.Left * scale,
                    (word.Left + word.Width) * scale,
                    -bottom * scale,
                    size * scale
                ))
            );
        }

        return [.. PageLayout.Lines(page, glyphs)];
    }

    /// <summary>Turns the places of words on a page that was laid on its side or on its head, by the way its lines run.</summary>
    private static (IReadOnlyList<RecognisedWord> Words, double Width) Upright(
        IReadOnlyList<RecognisedWord> words,
        double width,
        double height
    )
    {
        List<RecognisedWord> longer = [.. words.Where(word => word.Text.Length >= 4)];
        bool sideways = longer.Count(word => word.Height > word.Width * Sideways) * 2 > longer.Count;
        double run = words
            .GroupBy(word => word.Line)
            .Sum(line => sideways ? Run(line, word => word.MiddleY) : Run(line, word => word.MiddleX));
        return (sideways, run < 0) switch
        {
            (false, false) => (words, width),
            (false, true) => (
                [.. words.Select(w => w with { Left = width - w.Left - w.Width, Top = height - w.Top - w.Height })],
                width
            ),
            (true, false) => ([.. words.Select(w => Turned(w, w.Top, width - w.Left - w.Width))], height),
            (true, true) => ([.. words.Select(w => Turned(w, height - w.Top - w.Height, w.Left))], height),
        };
    }

    private static RecognisedWord Turned(RecognisedWord word, double left, double top) =>
        word with
        {
            Left = left,
            Top = top,
            Width = word.Height,
            Height = word.Width,
        };

    /// <summary>How many words follow the one before in growing direction, less those that do not.</summary>
    private static int Run(IEnumerable<RecognisedWord> line, Func<RecognisedWord, double> at)
    {
        RecognisedWord[] words = [.. line];
        int run = 0;
        for (int i = 1; i < words.Length; i++)
        {
            run += Math.Sign(at(words[i]) - at(words[i - 1]));
        }

        return run;
    }

    /// <summary>By how much lines fall from left to right: the median over lines of several words.</summary>
    private static double Slope(IReadOnlyList<RecognisedWord> words)
    {
        List<double> slopes =
        [
            .. words
                .GroupBy(word => word.Line)
                .Select(line => line.ToArray())
                .Where(line => line.Length > 2 && line[^1].MiddleX - line[0].MiddleX > 5 * line[0].Height)
                .Select(line => (line[^1].MiddleY - line[0].MiddleY) / (line[^1].MiddleX - line[0].MiddleX)),
        ];
        return slopes.Count == 0 ? 0 : Median(slopes);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
