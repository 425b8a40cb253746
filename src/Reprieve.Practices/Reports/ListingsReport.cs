namespace Reprieve.Practices.Reports;

/// <summary>Amazon's listings report (all listings, or the active ones: that one has no status column).</summary>
internal static class ListingsReport
{
    private const int Sku = 0;
    private const int Name = 1;
    private const int Description = 3;
    private const int Asin = 4;
    private const int ProductId = 5;
    private const int Status = 6;
    private const int Note = 7;

    /// <summary>Longest text of a field that is looked at; Amazon takes 2,000 characters.</summary>
    private const int MaxText = 20_000;

    public static readonly ReportKind Kind = new(
        "listings",
        ["seller-sku", "item-name", "listing-id", "item-description", "asin1", "product-id", "status", "item-note"],
        Needed: 3,
        Take
    );

    private static string? Take(ReportRow row, Imports into)
    {
        if (row[Sku].IsEmpty)
        {
            return Reject.Empty(Kind.Columns[Sku]);
        }

        string? asin =
            IsAsin(row[Asin]) ? row[Asin].ToString()
            : IsAsin(row[ProductId]) ? row[ProductId].ToString()
            : null;
        into.Listings.Add(
            new ListingRow(
                row[Sku].ToString(),
                asin,
                !row.Has(Status) || row[Status].Equals("Active", StringComparison.OrdinalIgnoreCase),
                Cut(row[Name]),
                Cut(row[Description]),
                Cut(row[Note])
            )
        );
        return null;
    }

    private static bool IsAsin(ReadOnlySpan<char> text)
    {
        if (text.Length != 10)
        {
            return false;
        }

        foreach (char c in text)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c))
            {
                return false;
            }
        }

        return true;
    }

    private static string Cut(ReadOnlySpan<char> text) => text[..Math.Min(text.Length, MaxText)].ToString();
}
