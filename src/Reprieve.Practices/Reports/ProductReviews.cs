using System.Buffers;
using System.Globalization;

namespace Reprieve.Practices.Reports;

/// <summary>Product reviews, as sellers and their tools export them; who wrote them is passed over.</summary>
internal static class ProductReviews
{
    private const int Asin = 0;
    private const int Rating = 1;
    private const int Body = 2;
    private const int Date = 3;
    private const int Title = 4;
    private const int Sku = 5;

    /// <summary>Longest text that is kept; Amazon takes 5,000 characters.</summary>
    private const int MaxText = 10_000;

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,");

    public static readonly ReportKind Kind = new(
        "reviews",
        ["asin", "rating", "review-text", "review-date", "review-title", "sku"],
        Needed: 3,
        Take
    )
    {
        Name = "product_reviews",
    };

    private static string? Take(ReportRow row, Imports into)
    {
        if (row[Asin].IsEmpty && row[Sku].IsEmpty)
        {
            return Reject.Empty(Kind.Columns[Asin]);
        }

        if (!TryStars(row[Rating], out int? stars))
        {
            return Reject.Number(Kind.Columns[Rating], row[Rating], 1, 5);
        }

        if (!row.TryStamp(Date, out Stamp date))
        {
            return Reject.Date(Kind.Columns[Date], row[Date]);
        }

        into.Add(
            new ReviewRow(
                into.Names.Of(row.Utf8(Asin)),
                into.Names.Of(row.Utf8(Sku)),
                date,
                stars,
                Cut(row[Title]),
                Cut(row[Body]),
                row.File
            )
        );
        return null;
    }

    /// <summary>"4", "4.0", "4,0", "4.0 out of 5 stars": the first number; an empty field has none.</summary>
    public static bool TryStars(ReadOnlySpan<char> field, out int? stars)
    {
        stars = null;
        if (field.IsEmpty)
        {
            return true;
        }

        int end = field.IndexOfAnyExcept(OfNumbers);
        ReadOnlySpan<char> number = end < 0 ? field : field[..end];
        Span<char> dotted = stackalloc char[Math.Min(number.Length, 16)];
        number[..dotted.Length].Replace(dotted, ',', '.');
        if (
            !decimal.TryParse(dotted, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            || value is < 0 or > 5
        )
        {
            return false;
        }

        stars = (int)Math.Round(value, MidpointRounding.AwayFromZero);
        return true;
    }

    internal static string Cut(ReadOnlySpan<char> text) => text[..Math.Min(text.Length, MaxText)].ToString();
}
