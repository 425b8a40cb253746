using Reprieve.Documents.Reading;

namespace Reprieve.Documents.Fields.Lines;

/// <summary>Reads the table of an invoice: what was bought, how many, under which numbers.</summary>
internal sealed class LineTable(LabelBook book)
{
    private const int MostLines = 2000;

    // In letter sizes: a wider step ends the description of a line.
    private const double NextLine = 2.2;

    // Figures may stand at half the height of a description of two lines.
    private const double SameRow = 0.8;

    public IReadOnlyList<DocumentLine> Of(LabelledPaper paper, bool commaIsDecimal)
    {
        List<Row> rows = [];
        Columns? columns = null;
        PaperLine? above = null;
        IReadOnlyList<PaperLine> lines = paper.Paper.Lines;
        for (int at = 0; at < lines.Count; at++)
        {
            PaperLine line = lines[at];
            if (Columns.Of(line, book) is { } header)
            {
                columns = header;
            }
            else if (columns is not null && Ends(line))
            {
                // Totals at a page's foot may be carried forward: the next header opens the table again.
                columns = null;
            }
            else if (columns is not null && rows.Count < MostLines)
            {
                if (at + 1 < lines.Count && BeginsRow(line, lines[at + 1], columns, commaIsDecimal))
                {
                    above = line;
                    continue;
                }

                Add(rows, line, columns, commaIsDecimal, above);
            }

            above = null;
        }

        return [.. rows.Where(row => row.Quantity is not null || row.Numbers.Count > 0).Select(row => row.ToLine())];
    }

    /// <summary>A line of totals: its label stands alone or before a sum ("Shipping scale, 50 kg" is no freight).</summary>
    private bool Ends(PaperLine line) =>
        line.Cells.Any(cell =>
            book.In(cell.Text)
                .Any(hit =>
                    hit.Start == 0
                    && hit.Field is "total" or "grand_total"
                    && (hit.Explicit || cell.Text[hit.End..].Count(char.IsLetter) <= 3)
                )
        );

    /// <summary>Whether a line is the first of a description whose figures stand half a line below it.</summary>
    private static bool BeginsRow(PaperLine line, PaperLine next, Columns columns, bool commaIsDecimal) =>
        next.Page == line.Page
        && next.Top - line.Top <= SameRow * Math.Max(line.Size, next.Size)
        && columns.Figures(line, commaIsDecimal) is (null, null, null)
        && columns.Figures(next, commaIsDecimal) is not (null, null, null)
        && columns.Text(next, "description").Length == 0;

    private void Add(List<Row> rows, PaperLine line, Columns columns, bool commaIsDecimal, PaperLine? above)
    {
        (int? quantity, decimal? price, decimal? amount) = columns.Figures(line, commaIsDecimal);
        string named = columns.Text(above ?? line, "description");
        string description = named.Length > 0 ? named : columns.Text(line, "item");
        List<string> numbers =
        [
            .. Identifiers.InColumn(columns.Text(line, "item")),
            .. line.Cells.SelectMany(cell => Identifiers.In(cell.Text)),
            .. line.Cells.SelectMany(cell => Labelled(cell.Text)),
        ];
        // A line with a figure is a line of its own, not more description.
        if (quantity is not null || price is not null || amount is not null)
        {
            rows.Add(new Row(description, quantity, numbers, line) { Price = price, Amount = amount });
        }
        else if (
            rows.Count > 0
            && rows[^1].Last is var last
            && last.Page == line.Page
            && line.Top - last.Top <= NextLine * Math.Max(line.Size, last.Size)
        )
        {
            // A description runs over several lines; the figures stand on its first.
            Row row = rows[^1];
            rows[^1] = row with
            {
                Description = $"{row.Description} {description}".Trim(),
                Numbers = [.. row.Numbers, .. numbers],
                Last = line,
            };
        }
    }

    /// <summary>"SKU: KX-10" under a name, where the table has no column for it.</summary>
    private IEnumerable<string> Labelled(string text) =>
        book.In(text)
            .Where(hit => hit.Field == "item" && hit.Explicit)
            .SelectMany(hit => Identifiers.InColumn(text[Math.Min(hit.End, text.Length)..]));

    private sealed record Row(string Description, int? Quantity, IReadOnlyList<string> Numbers, PaperLine Last)
    {
        private int Page { get; } = Last.Page;

        public decimal? Price { get; init; }

        public decimal? Amount { get; init; }

        public DocumentLine ToLine() =>
            new(Description, Quantity, [.. Numbers.Distinct(StringComparer.Ordinal)], Page)
            {
                Price = Price,
                Amount = Amount,
            };
    }
}
