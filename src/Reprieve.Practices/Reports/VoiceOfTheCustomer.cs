namespace Reprieve.Practices.Reports;

/// <summary>
/// The export of the Voice of the Customer page: a listing a row, with the share of negative customer experiences
/// (NCX) and what buyers complain of most.
/// </summary>
internal static class VoiceOfTheCustomer
{
    private const int Asin = 0;
    private const int Sku = 2;
    private const int Reason = 3;
    private const int Updated = 4;
    private const int Stars = 5;

    public static readonly ReportKind Kind = new(
        "reviews",
        ["asin", "ncx-rate", "sku", "top-ncx-reason", "last-updated", "star-rating"],
        Needed: 2,
        Take
    )
    {
        Name = "voice_of_the_customer",
    };

    private static string? Take(ReportRow row, Imports into)
    {
        if (row[Asin].IsEmpty)
        {
            return Reject.Empty(Kind.Columns[Asin]);
        }

        if (!row.TryStamp(Updated, out Stamp updated))
        {
            return Reject.Date(Kind.Columns[Updated], row[Updated]);
        }

        _ = ProductReviews.TryStars(row[Stars], out int? stars);
        into.Add(
            new ReviewRow(
                into.Names.Of(row.Utf8(Asin)),
                into.Names.Of(row.Utf8(Sku)),
                updated,
                stars,
                "",
                ProductReviews.Cut(row[Reason]),
                row.File
            )
        );
        return null;
    }
}
