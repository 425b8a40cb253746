using Reprieve.Documents.Reading;

namespace Reprieve.Documents.Fields.Lines;

/// <summary>The columns of a table, by its header.</summary>
internal sealed record Columns(IReadOnlyList<(string Field, PaperCell Header)> Headers)
{
    private static readonly string[] Fields = ["description", "item", "quantity", "price", "amount"];

    /// <summary>A header names a quantity and at least one other column; null when the line is none.</summary>
    public static Columns? Of(PaperLine line, LabelBook book)
    {
        if (line.Cells.Count < 2)
        {
            return null;
        }

        List<(string Field, PaperCell Header)> headers = [.. line.Cells.Select(cell => (FieldOf(cell, book), cell))];
        List<string> known = [.. headers.Select(header => header.Field).Where(field => field.Length > 0).Distinct()];
        return known.Contains("quantity") && known.Count > 1 ? new Columns(headers) : null;
    }

    /// <summary>What stands in the columns of a field, from left to right.</summary>
    public string Text(PaperLine line, string field) =>
        string.Join(' ', line.Cells.Where(cell => Column(cell) == field).Select(cell => cell.Text));

    /// <summary>Whether a price or an amount stands in the line: it is a line of its own, not more description.</summary>
    public bool HasFigure(PaperLine line, bool commaIsDecimal) =>
        Values(line, "amount", commaIsDecimal).Count > 0 || Values(line, "price", commaIsDecimal).Count > 0;

    /// <summary>The whole units of a line; where a figure can be read in two ways, price times quantity decides.</summary>
    public int? Quantity(PaperLine line, bool commaIsDecimal)
    {
        IReadOnlyList<decimal> quantities = Values(line, "quantity", commaIsDecimal);
        IReadOnlyList<decimal> prices = Values(line, "price", commaIsDecimal);
        IReadOnlyList<decimal> amounts = Values(line, "amount", commaIsDecimal);
        decimal? settled =
            quantities.Count > 1
                ? quantities
                    .Cast<decimal?>()
                    .FirstOrDefault(q => prices.Any(p => amounts.Any(a => Math.Abs(q!.Value * p - a) <= a / 100)))
                : null;
        decimal? quantity = settled ?? (quantities.Count > 0 ? quantities[0] : null);
        return quantity is { } units && units == Math.Floor(units) && units <= int.MaxValue ? (int)units : null;
    }

    private IReadOnlyList<decimal> Values(PaperLine line, string field, bool commaIsDecimal) =>
        Figure.Values(Text(line, field), commaIsDecimal);

    /// <summary>The column a cell stands in: the header it overlaps most, else the nearest.</summary>
    private string Column(PaperCell cell) => Headers.MaxBy(header => header.Header.Overlap(cell)).Field;

    private static string FieldOf(PaperCell cell, LabelBook book)
    {
        foreach (string field in Fields)
        {
            if (book.IsLabel(cell.Text, field))
            {
                return field;
            }
        }

        LabelHit? begins = book.In(cell.Text).FirstOrDefault(hit => hit.Start == 0 && Fields.Contains(hit.Field));
        // "Total" above a column is the amount of each line.
        return begins is not null && cell.Text.Length < 40 ? begins.Field
            : book.IsLabel(cell.Text, "total", "grand_total") ? "amount"
            : "";
    }
}
