using System.Globalization;
using System.Xml;

namespace Reprieve.Documents.Reading.Ofd;

/// <summary>The letters of an OFD page, each where it stands; the file counts millimetres from the top.</summary>
internal static class OfdGlyphs
{
    private const double PointsPerMillimetre = 72 / 25.4;
    private const double DefaultSize = 3.5;

    public static IEnumerable<Glyph> Of(OfdFiles files, string file, ReadingBudget budget)
    {
        using XmlReader? xml = files.Open(file);
        TextObject? now = null;
        TextCode? code = null;
        while (xml is not null && files.Next(xml))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "TextObject" })
            {
                now = TextObject.Of(OfdFiles.Attributes(xml));
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "TextCode" })
            {
                code = TextCode.Of(OfdFiles.Attributes(xml));
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && now is not null && code is not null)
            {
                foreach (Glyph glyph in Letters(now, code, xml.Value))
                {
                    budget.Glyph();
                    yield return glyph;
                }

                code = null;
            }
        }
    }

    private static IEnumerable<Glyph> Letters(TextObject text, TextCode code, string letters)
    {
        double x = code.X;
        double y = code.Y;
        for (int i = 0; i < letters.Length; i++)
        {
            double advance = code.DeltaX.Count > 0 ? code.DeltaX[Math.Min(i, code.DeltaX.Count - 1)] : text.Size / 2;
            // A wide step after a letter is a gap, not a wide letter.
            double width = Math.Min(advance, Folded.IsIdeograph(letters[i]) ? text.Size : text.Size * 0.6);
            (double left, double top) = text.Place(x, y);
            (double right, _) = text.Place(x + width, y);
            yield return new Glyph(
                letters[i].ToString(),
                left * PointsPerMillimetre,
                right * PointsPerMillimetre,
                -top * PointsPerMillimetre,
                text.Size * text.Scale * PointsPerMillimetre
            );
            x += advance;
            y += code.DeltaY.Count > 0 ? code.DeltaY[Math.Min(i, code.DeltaY.Count - 1)] : 0;
        }
    }

    private static List<double> Numbers(string? text)
    {
        List<double> numbers = [];
        string[] parts = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < parts.Length && numbers.Count < 4096; i++)
        {
            // "g 5 3.2" stands for five times 3.2.
            if (parts[i] == "g" && i + 2 < parts.Length)
            {
                numbers.AddRange(
                    Enumerable.Repeat(Number(parts[i + 2]), (int)Math.Clamp(Number(parts[i + 1]), 0, 4096))
                );
                i += 2;
            }
            else
            {
                numbers.Add(Number(parts[i]));
            }
        }

        return numbers;
    }

    private static double Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && double.IsFinite(number)
            ? number
            : 0;

    /// <summary>A run of text in its box, perhaps scaled.</summary>
    private sealed record TextObject(double Left, double Top, double Size, IReadOnlyList<double> Matrix)
    {
        public double Scale => Matrix.Count == 6 && Matrix[3] != 0 ? Math.Abs(Matrix[3]) : 1;

        public static TextObject Of(IReadOnlyDictionary<string, string> attributes)
        {
            List<double> box = Numbers(attributes.GetValueOrDefault("Boundary"));
            double size = Number(attributes.GetValueOrDefault("Size"));
            return new TextObject(
                box.Count > 1 ? box[0] : 0,
                box.Count > 1 ? box[1] : 0,
                size > 0 ? size : DefaultSize,
                Numbers(attributes.GetValueOrDefault("CTM"))
            );
        }

        public (double X, double Y) Place(double x, double y) =>
            Matrix.Count == 6
                ? (Left + Matrix[0] * x + Matrix[2] * y + Matrix[4], Top + Matrix[1] * x + Matrix[3] * y + Matrix[5])
                : (Left + x, Top + y);
    }

    private sealed record TextCode(double X, double Y, IReadOnlyList<double> DeltaX, IReadOnlyList<double> DeltaY)
    {
        public static TextCode Of(IReadOnlyDictionary<string, string> attributes) =>
            new(
                Number(attributes.GetValueOrDefault("X")),
                Number(attributes.GetValueOrDefault("Y")),
                Numbers(attributes.GetValueOrDefault("DeltaX")),
                Numbers(attributes.GetValueOrDefault("DeltaY"))
            );
    }
}
