using Reprieve.Documents.Reading;

namespace Reprieve.Documents.Fields;

/// <summary>A cell of a paper, where it stands, with its labels.</summary>
internal sealed record Spot(int Line, int Cell, PaperLine Row, PaperCell Text, IReadOnlyList<LabelHit> Labels)
{
    /// <summary>The text after a label, as far as the next one.</summary>
    public string After(LabelHit label)
    {
        int end = Text.Text.Length;
        foreach (LabelHit next in Labels)
        {
            if (next.Start > label.Start && next.Start < end)
            {
                end = next.Start;
            }
        }

        return label.End >= end ? "" : Text.Text[label.End..end].Trim(' ', ':', '|', '·', ',');
    }
}

/// <summary>A paper with its labels found: what every field is read from.</summary>
internal sealed class LabelledPaper
{
    // In line heights: how far below its label a value may stand.
    private const double Below = 2.6;

    private readonly ILookup<int, Spot> _byLine;

    public LabelledPaper(PaperText paper, LabelBook book)
    {
        Paper = paper;
        Spots =
        [
            .. paper.Lines.SelectMany(
                (row, line) => row.Cells.Select((cell, i) => new Spot(line, i, row, cell, book.In(cell.Text)))
            ),
        ];
        _byLine = Spots.ToLookup(spot => spot.Line);
    }

    public PaperText Paper { get; }

    public IReadOnlyList<Spot> Spots { get; }

    public IEnumerable<Spot> On(int line) => _byLine[line];

    /// <summary>Every label of a field, from the top.</summary>
    public IEnumerable<(Spot Spot, LabelHit Label)> Labels(string field) =>
        Spots.SelectMany(spot => spot.Labels.Where(hit => hit.Field == field).Select(hit => (spot, hit)));

    /// <summary>What may be the value of a label, best first: behind it, right of it, below it.</summary>
    public IEnumerable<string> Values(Spot spot, LabelHit label)
    {
        string behind = spot.After(label);
        if (behind.Length > 0)
        {
            yield return behind;
            yield break;
        }

        Spot? right = On(spot.Line).FirstOrDefault(other => other.Cell == spot.Cell + 1);
        if (right is not null && right.Labels.All(hit => hit.Start > 0))
        {
            yield return right.Text.Text;
        }

        foreach (Spot under in Under(spot))
        {
            yield return under.Text.Text;
        }
    }

    /// <summary>The nearest unlabelled cell below, if it stands under this one.</summary>
    public IEnumerable<Spot> Under(Spot spot)
    {
        for (int line = spot.Line + 1; line < Paper.Lines.Count; line++)
        {
            PaperLine row = Paper.Lines[line];
            if (row.Page != spot.Row.Page || row.Top - spot.Row.Top > Below * Math.Max(row.Size, spot.Row.Size))
            {
                yield break;
            }

            Spot? under = On(line)
                .Where(other => other.Text.Overlap(spot.Text) > 0)
                .MaxBy(other => other.Text.Overlap(spot.Text));
            if (under is not null)
            {
                if (under.Labels.All(hit => hit.Start > 0))
                {
                    yield return under;
                }

                yield break;
            }
        }
    }
}
