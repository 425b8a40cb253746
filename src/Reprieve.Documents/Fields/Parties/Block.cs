namespace Reprieve.Documents.Fields.Parties;

/// <summary>Cells under each other that belong together, from the top.</summary>
internal sealed record Block(IReadOnlyList<Spot> Spots, IReadOnlyList<string> Texts)
{
    private const int MostLines = 9;

    // In letter sizes: a wider step begins another block.
    private const double WidestStep = 2.6;

    /// <summary>What stands below a cell in its column.</summary>
    public static Block From(LabelledPaper paper, Spot head, Func<Spot, bool> ends)
    {
        List<Spot> spots = [];
        Spot last = head;
        for (int line = head.Line + 1; line < paper.Paper.Lines.Count && spots.Count < MostLines; line++)
        {
            if (paper.Paper.Lines[line].Page != head.Row.Page || Step(last, paper.Paper.Lines[line].Top) > WidestStep)
            {
                break;
            }

            Spot? under = paper.On(line).FirstOrDefault(spot => InColumn(head, spot, paper));
            if (under is null)
            {
                continue;
            }

            if (ends(under))
            {
                break;
            }

            spots.Add(under);
            last = under;
        }

        return new Block(spots, [.. spots.Select(spot => WithValue(paper, spot))]);
    }

    public Block With(Spot head, string text) => new([head, .. Spots], text.Length == 0 ? Texts : [text, .. Texts]);

    /// <summary>A bare label takes the cell to its right along.</summary>
    private static string WithValue(LabelledPaper paper, Spot spot)
    {
        bool bare = spot.Labels.Any(hit => hit.Start == 0 && hit.End >= spot.Text.Text.Length);
        Spot? right = bare ? paper.On(spot.Line).FirstOrDefault(other => other.Cell == spot.Cell + 1) : null;
        return right is null ? spot.Text.Text : $"{spot.Text.Text.TrimEnd(':', ' ')}: {right.Text.Text}";
    }

    private static double Step(Spot last, double top) => (top - last.Row.Top) / Math.Max(1, last.Text.Size);

    /// <summary>Left-aligned with the head, or centred under it; never past the head's neighbour to the right.</summary>
    private static bool InColumn(Spot head, Spot spot, LabelledPaper paper)
    {
        double tolerance = 2.5 * head.Text.Size;
        bool left =
            spot.Text.Left >= head.Text.Left - tolerance
            && spot.Text.Left <= Math.Max(head.Text.Left + tolerance, head.Text.Right);
        bool right = Math.Abs(spot.Text.Right - head.Text.Right) <= tolerance / 2;
        bool centred =
            Math.Abs((spot.Text.Left + spot.Text.Right) / 2 - (head.Text.Left + head.Text.Right) / 2) <= tolerance / 2;
        return (left || right || centred)
            && paper
                .On(head.Line)
                .All(other => other.Cell <= head.Cell || other.Text.Left > spot.Text.Left + head.Text.Size);
    }
}
