namespace Reprieve.Server.Design;

/// <summary>A passage to mark in a text.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="Length">Count of UTF-16 code units.</param>
/// <param name="Kind">How it is marked.</param>
/// <param name="Label">What the passage decides, in the screen's language.</param>
public sealed record Marked(int Start, int Length, Tone Kind, string Label);

/// <summary>A piece of a text between two borders of marks.</summary>
/// <param name="Text">The slice.</param>
/// <param name="Mark">Number of the shortest mark over it, from 1; 0 for none.</param>
/// <param name="Ends">Numbers of the marks that end here.</param>
internal sealed record MarkedPiece(string Text, int Mark, IReadOnlyList<int> Ends)
{
    /// <summary>Cuts a text at the borders of its marks; marks may overlap, and what lies outside is left out.</summary>
    public static IReadOnlyList<MarkedPiece> Cut(string text, IReadOnlyList<Marked> marks)
    {
        (int From, int To)[] spans = [.. marks.Select(mark => Span(text, mark))];
        int[] borders =
        [
            .. spans.SelectMany(span => new[] { span.From, span.To }).Append(0).Append(text.Length).Distinct().Order(),
        ];
        List<MarkedPiece> pieces = [];
        for (int i = 0; i + 1 < borders.Length; i++)
        {
            (int from, int to) = (borders[i], borders[i + 1]);
            int over = Enumerable
                .Range(0, spans.Length)
                .Where(n => spans[n].From <= from && spans[n].To >= to)
                .OrderBy(n => spans[n].To - spans[n].From)
                .Select(n => n + 1)
                .FirstOrDefault();
            int[] ends =
            [
                .. Enumerable.Range(1, spans.Length).Where(n => spans[n - 1].To == to && spans[n - 1].From < to),
            ];
            pieces.Add(new(text[from..to], over, ends));
        }

        return pieces;
    }

    private static (int From, int To) Span(string text, Marked mark)
    {
        int from = Math.Clamp(mark.Start, 0, text.Length);
        long end = Math.Min((long)mark.Start + Math.Max(mark.Length, 0), text.Length);
        return (from, (int)Math.Max(from, end));
    }
}
