using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace Reprieve.Documents.Tests.Scans;

/// <summary>Draws a page of a paper as a scanner or a phone would see it: grey, 200 dots an inch.</summary>
internal sealed class Raster
{
    private const string FontFile = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
    private const double DotsPerPoint = 200 / 72.0;
    private const int Rows = 3;

    private static readonly Lazy<TrueTypeFont> Font = new(() =>
        TrueTypeFontParser.Parse(new TrueTypeDataBytes(File.ReadAllBytes(FontFile)))
    );

    private readonly float[] _ink;

    private Raster(int width, int height)
    {
        Width = width;
        Height = height;
        _ink = new float[width * height];
    }

    public static bool Possible => File.Exists(FontFile);

    public int Width { get; }

    public int Height { get; }

    /// <param name="degrees">By how much the page lies askew.</param>
    public static Raster Of(Paper paper, int page = 0, double degrees = 0)
    {
        var raster = new Raster((int)(595 * DotsPerPoint), (int)(842 * DotsPerPoint));
        double angle = degrees * Math.PI / 180;
        PdfPoint Place(double x, double y) =>
            new(
                (x * Math.Cos(angle) - y * Math.Sin(angle)) * DotsPerPoint,
                (x * Math.Sin(angle) + y * Math.Cos(angle)) * DotsPerPoint
            );
        foreach ((double left, double top, string text, double size) in paper.Texts(page))
        {
            raster.Write(left, top, text, size, Place);
        }

        return raster;
    }

    /// <summary>The grey of each dot; paper is light and unevenly lit where <paramref name="photo"/> is set.</summary>
    public byte[] Grey(bool photo = false)
    {
        var random = new Random(7);
        byte[] grey = new byte[Width * Height];
        for (int i = 0; i < grey.Length; i++)
        {
            double light = photo ? 235 - 60.0 * (i % Width) / Width - 30.0 * (i / Width) / Height : 255;
            double noise = photo ? random.NextDouble() * 24 - 12 : 0;
            grey[i] = (byte)Math.Clamp(light * (1 - 0.88 * Math.Min(1, _ink[i])) + noise, 0, 255);
        }

        return grey;
    }

    private void Write(double left, double top, string text, double size, Func<double, double, PdfPoint> place)
    {
        double unit = size / Font.Value.GetUnitsPerEm();
        foreach (char c in text)
        {
            if (Font.Value.TryGetPath(c, out IReadOnlyList<PdfSubpath>? outline))
            {
                double at = left;
                Fill([
                    .. outline
                        .SelectMany(Segments)
                        .Select(s =>
                            (
                                place(at + s.From.X * unit, top - s.From.Y * unit),
                                place(at + s.To.X * unit, top - s.To.Y * unit)
                            )
                        ),
                ]);
            }

            left += Font.Value.TryGetAdvanceWidth(c, out double width) ? width * unit : size / 2;
        }
    }

    private static IEnumerable<(PdfPoint From, PdfPoint To)> Segments(PdfSubpath path)
    {
        PdfPoint start = default;
        PdfPoint now = default;
        foreach (PdfSubpath.IPathCommand command in path.Commands)
        {
            switch (command)
            {
                case PdfSubpath.Move move:
                    start = now = move.Location;
                    break;
                case PdfSubpath.Line line:
                    yield return (line.From, line.To);
                    now = line.To;
                    break;
                case PdfSubpath.BezierCurve curve:
                    foreach (PdfSubpath.Line part in curve.ToLines(6))
                    {
                        yield return (part.From, part.To);
                    }

                    now = curve.EndPoint;
                    break;
                case PdfSubpath.Close:
                    yield return (now, start);
                    break;
            }
        }
    }

    /// <summary>Fills what lies between the outlines, a third of a row at a time.</summary>
    private void Fill(List<(PdfPoint From, PdfPoint To)> outline)
    {
        if (outline.Count == 0)
        {
            return;
        }

        int first = Math.Max(0, (int)outline.Min(s => Math.Min(s.From.Y, s.To.Y)));
        int last = Math.Min(Height - 1, (int)outline.Max(s => Math.Max(s.From.Y, s.To.Y)));
        for (int row = first * Rows; row < (last + 1) * Rows; row++)
        {
            double y = (row + 0.5) / Rows;
            List<(double X, int Turn)> crossings =
            [
                .. outline
                    .Where(s => s.From.Y <= y != s.To.Y <= y)
                    .Select(s =>
                        (s.From.X + (y - s.From.Y) / (s.To.Y - s.From.Y) * (s.To.X - s.From.X), s.From.Y <= y ? 1 : -1)
                    )
                    .OrderBy(crossing => crossing.Item1),
            ];
            int winding = 0;
            for (int i = 0; i + 1 < crossings.Count; i++)
            {
                winding += crossings[i].Turn;
                if (winding != 0)
                {
                    Span(row / Rows, crossings[i].X, crossings[i + 1].X);
                }
            }
        }
    }

    private void Span(int row, double from, double to)
    {
        for (int x = Math.Max(0, (int)from); x <= Math.Min(Width - 1, (int)to); x++)
        {
            _ink[row * Width + x] += (float)((Math.Min(to, x + 1) - Math.Max(from, x)) / Rows);
        }
    }
}
