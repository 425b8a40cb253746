namespace Reprieve.Documents.Tests.Generated;

/// <summary>Holds what was read against what a paper says, field by field; white space and punctuation are no matter.</summary>
internal static class PaperFieldsRead
{
    public static IEnumerable<(string Field, bool Right)> Of(Truth truth, Document read)
    {
        Firm supplier = truth.Supplier;
        yield return ("kind", read.Kind == truth.Kind);
        yield return ("number", read.Number == truth.Number);
        yield return ("date", read.Date == truth.Date);
        yield return ("supplier name", Same(read.Supplier?.Name, supplier.Name));
        yield return ("supplier address", Same(read.Supplier?.Address, string.Concat(supplier.Address)));
        yield return ("supplier phone", Same(read.Supplier?.Phone, supplier.Phone));
        yield return ("supplier e-mail", read.Supplier?.Email == supplier.Email);
        yield return ("supplier website", Same(read.Supplier?.Website, supplier.Website));
        yield return ("buyer name", Same(read.Buyer?.Name, truth.Buyer.Name));
        yield return ("buyer address", Same(read.Buyer?.Address, string.Concat(truth.Buyer.Address)));
        yield return ("lines", read.Lines.Count == truth.Goods.Count);
        yield return (
            "quantities",
            read.Lines.Select(l => l.Quantity).SequenceEqual(truth.Goods.Select(g => (int?)g.Quantity))
        );
        yield return (
            "amounts",
            Each(truth, read, (good, line) => line.Price == good.Price && line.Amount == good.Amount)
        );
        yield return ("total", read.Total == truth.Total);
        yield return ("currency", read.Currency == truth.Currency);
        yield return ("identifiers", Each(truth, read, (good, line) => line.Identifiers.Contains(good.Code)));
        yield return (
            "descriptions",
            Each(
                truth,
                read,
                (good, line) => Letters(line.Description).StartsWith(Letters(good.Name), StringComparison.Ordinal)
            )
        );
    }

    private static bool Each(Truth truth, Document read, Func<Good, DocumentLine, bool> right) =>
        read.Lines.Count == truth.Goods.Count
        && truth.Goods.Zip(read.Lines).All(pair => right(pair.First, pair.Second));

    private static bool Same(string? read, string written) => read is not null && Letters(read) == Letters(written);

    private static string Letters(string text) =>
        string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetterOrDigit))
            .ToUpperInvariant();
}
