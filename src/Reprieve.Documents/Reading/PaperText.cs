using Reprieve.Documents.Reading.Scans;

namespace Reprieve.Documents.Reading;

/// <summary>The text of a paper as it stands on its pages: lines from top to bottom, each parted into cells.</summary>
internal sealed record PaperText(IReadOnlyList<PaperLine> Lines, int Pages)
{
    /// <summary>What was laid over the pages.</summary>
    public IReadOnlyList<PageMark> Marks { get; init; } = [];

    /// <summary>How the file was made; null where it is no PDF.</summary>
    public FileTrace? Trace { get; init; }

    /// <summary>Pictures of pages that hold no text.</summary>
    public IReadOnlyList<PagePicture> Pictures { get; init; } = [];

    /// <summary>Whether the text was recognised in a picture.</summary>
    public bool Recognised { get; init; }

    public IEnumerable<PaperCell> Cells => Lines.SelectMany(line => line.Cells);
}

/// <summary>Words on one height. <paramref name="Top"/> is the baseline's distance from the top of the page, in points.</summary>
internal sealed record PaperLine(int Page, double Top, double Size, IReadOnlyList<PaperCell> Cells)
{
    public string Text => string.Join("  ", Cells.Select(cell => cell.Text));
}

/// <summary>A run of words with no wide gap: a label, a value, a table's field.</summary>
/// <param name="Text">In composed compatibility form (NFKC), white space folded.</param>
internal sealed record PaperCell(string Text, double Left, double Right, double Size)
{
    /// <summary>Whether digits of one figure stand in two fonts.</summary>
    public bool MixedFigure { get; init; }

    /// <summary>How far two cells stand above each other.</summary>
    public double Overlap(PaperCell other) => Math.Min(Right, other.Right) - Math.Max(Left, other.Left);
}
