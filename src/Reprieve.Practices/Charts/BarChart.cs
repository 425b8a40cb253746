using Reprieve.Knowledge;

namespace Reprieve.Practices.Charts;

/// <summary>A bar: what it stands for, how long it is, what is written behind it.</summary>
internal sealed record Bar(string Label, double Length, string Figures, PracticeArea Area);

/// <summary>Bars under one another, the longest first; coloured and named by the part of the practice they point to.</summary>
internal static class BarChart
{
    private const int Width = 760;
    private const int Margin = 26;
    private const int Top = 92;
    private const int RowHeight = 34;
    private const double Size = 13;
    private const double LongestLabel = 230;
    private const double LongestFigures = 330;

    public static string Of(string title, string subtitle, IReadOnlyList<Bar> bars)
    {
        int height = Top + (bars.Count * RowHeight) + 18;
        var picture = new SvgPicture(Width, height);
        picture.Text(Margin, 32, SvgText.Fit(title, Width - (2 * Margin), 18), 18, bold: true);
        picture.Text(Margin, 54, SvgText.Fit(subtitle, Width - (2 * Margin), Size), Size, SvgPicture.Faint);
        Legend(picture, bars);
        double labels = Math.Min(LongestLabel, bars.Max(bar => SvgText.Width(bar.Label, Size)));
        double figures = Math.Min(LongestFigures, bars.Max(bar => SvgText.Width(bar.Figures, Size)));
        double left = Margin + labels + 10;
        double room = Width - Margin - figures - 10 - left;
        double most = Math.Max(bars.Max(bar => bar.Length), double.Epsilon);
        for (int i = 0; i < bars.Count; i++)
        {
            double y = Top + (i * RowHeight);
            double length = Math.Max(2, room * bars[i].Length / most);
            picture.Text(left - 10, y + 17, SvgText.Fit(bars[i].Label, labels, Size), Size, anchor: Anchor.End);
            picture.Box(left, y + 2, length, RowHeight - 12, Color(bars[i].Area));
            picture.Text(
                left + length + 8,
                y + 17,
                SvgText.Fit(bars[i].Figures, LongestFigures, Size),
                Size,
                SvgPicture.Ink
            );
        }

        string description = string.Join("; ", bars.Select(bar => $"{bar.Label}: {bar.Figures}"));
        return picture.Finish(title, description);
    }

    private static void Legend(SvgPicture picture, IReadOnlyList<Bar> bars)
    {
        double x = Margin;
        foreach (PracticeArea area in bars.Select(bar => bar.Area).Distinct().Order())
        {
            string name = PracticeTexts.Area(area);
            picture.Box(x, 66, 12, 12, Color(area));
            picture.Text(x + 18, 76.5, name, 12, SvgPicture.Faint);
            x += 18 + SvgText.Width(name, 12) + 22;
        }
    }

    private static string Color(PracticeArea area) =>
        area is PracticeArea.SalesProcess ? SvgPicture.Blue : SvgPicture.Orange;
}
