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
        if (!headers.Exists(header => header.Field == "amount"))
        {
            // "Total" above a column is the amount of each line; beside a column of amounts it is one with tax.
            headers = [.. headers.Select(header => IsTotal(header, book) ? ("amount", header.Header) : header)];
        }

        List<string> known = [.. headers.Select(header => header.Field).Where(field => field.Length > 0).Distinct()];
        return known.Contains("quantity") && known.Count > 1 ? new Columns(headers) : null;
    }

    /// <summary>What stands in the columns of a field, from left to right.</summary>
    public string Text(PaperLine line, string field) =>
        string.Join(' ', line.Cells.Where(cell => Column(cell) == field).Select(cell => cell.Text));

    /// <summary>Where the first column of prices or amounts begins; null when there is none.</summary>
    public double? PricesFrom =>
        Headers
            .Where(header => header.Field is "price" or "amount")
            .Select(header => (double?)header.Header.Left)
            .Min();

    /// <summary>
    /// The whole units of a line, the price of one and the amount of all; where a figure can be read in two ways, price
    /// times quantity decides.
    /// </summary>
    public (int? Quantity, decimal? Price, decimal? Amount) Figures(PaperLine line, bool commaIsDecimal)
    {
        IReadOnlyList<decimal> quantities = Values(line, "quantity", commaIsDecimal);
        IReadOnlyList<decimal> prices = Values(line, "price", commaIsDecimal);
        IReadOnlyList<decimal> amounts = Values(line, "amount", commaIsDecimal);
        (decimal Quantity, decimal Price, decimal Amount)? settled = (
            from quantity in quantities
            from price in prices
            from amount in amounts
            where Math.Abs(quantity * price - amount) <= amount / 100
            select ((decimal, decimal, decimal)?)(quantity, price, amount)
        ).FirstOrDefault();
        decimal? units = settled?.Quantity ?? First(quantities);
        return (
            units is { } all && all == Math.Floor(all) && all <= int.MaxValue ? (int)all : null,
            settled?.Price ?? First(prices),
            settled?.Amount ?? First(amounts)
        );

        static decimal? First(IReadOnlyList<decimal> values) => values.Count > 0 ? values[0] : null;
    }

    private IReadOnlyList<decimal> Values(PaperLine line, string field, bool commaIsDecimal) =>
        Figure.Values(Text(line, field), commaIsDecimal);

    /// <summary>The column a cell stands in: the header it overlaps most, else the nearest.</summary>
    private string Column(PaperCell cell) => Headers.MaxBy(header => header.Header.Overlap(cell)).Field;

    private static bool IsTotal((string Field, PaperCell Header) header, LabelBook book) =>
        header.Field.Length == 0 && book.IsLabel(header.Header.Text, "total", "grand_total");

    private static string FieldOf(PaperCell cell, LabelBook book)
    {
        if (book.FieldOf(cell.Text, Fields) is { } field)
        {
            return field;
        }

        LabelHit? begins = book.In(cell.Text).FirstOrDefault(hit => hit.Start == 0 && Fields.Contains(hit.Field));
        return begins is not null && cell.Text.Length < 40 ? begins.Field : "";
    }
}
