using System.Globalization;
using Reprieve.Knowledge;

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
    private const int Condition = 8;

    /// <summary>Longest text of a field that is looked at; Amazon takes 2,000 characters.</summary>
    private const int MaxText = 20_000;

    public static readonly ReportKind Kind = new(
        "listings",
        [
            "seller-sku",
            "item-name",
            "listing-id",
            "item-description",
            "asin1",
            "product-id",
            "status",
            "item-note",
            "item-condition",
        ],
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
                into.ListingTexts.Add(Cut(row[Name])),
                into.ListingTexts.Add(Cut(row[Description])),
                into.ListingTexts.Add(Cut(row[Note])),
                ConditionOf(row[Condition])
            )
        );
        return null;
    }

    /// <summary>
    /// The condition by Amazon's number (1 to 4 used, 5 to 8 collectible, which is used too, 10 refurbished, 11 new) or
    /// its name ("New", "Used - Like New", "UsedLikeNew").
    /// </summary>
    private static OfferCondition? ConditionOf(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number switch
            {
                >= 1 and <= 8 => OfferCondition.Used,
                10 => OfferCondition.Refurbished,
                11 => OfferCondition.New,
                _ => null,
            }
        : text.Equals("New", StringComparison.OrdinalIgnoreCase) ? OfferCondition.New
        : text.StartsWith("Used", StringComparison.OrdinalIgnoreCase) ? OfferCondition.Used
        : text.StartsWith("Collectible", StringComparison.OrdinalIgnoreCase) ? OfferCondition.Used
        : text.StartsWith("Refurbished", StringComparison.OrdinalIgnoreCase) ? OfferCondition.Refurbished
        : null;

    internal static bool IsAsin(ReadOnlySpan<char> text)
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

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text) => text[..Math.Min(text.Length, MaxText)];
}
