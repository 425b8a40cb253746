using Reprieve.Knowledge;

namespace Reprieve.Practices.Reports;

/// <summary>
/// What Amazon itself finds wrong with listings, in two tables: its issues as a pull writes them, and its report of suppressed listings.
/// They say nothing of which listings there are.
/// </summary>
internal static class AmazonListingFindings
{
    /// <summary>Longest words of Amazon's that are shown.</summary>
    private const int MaxQuote = 500;

    /// <summary>Issues of listings, one a row: our own table.</summary>
    public static readonly ReportKind Issues = new(
        "listing_issues",
        ["seller-sku", "severity", "code", "message", "asin1", "enforcements"],
        Needed: 4,
        TakeIssue
    )
    {
        Type = ListingsReport.Kind.Code,
    };

    /// <summary>Amazon's report of suppressed listings. Its columns are from general knowledge: no published source names them.</summary>
    public static readonly ReportKind Suppressed = new(
        "suppressed_listings",
        ["sku", "reason", "issue-description", "asin", "status"],
        Needed: 3,
        TakeSuppressed
    )
    {
        Type = ListingsReport.Kind.Code,
    };

    private static string? TakeIssue(ReportRow row, Imports into)
    {
        ListingSeverity severity =
            !row[5].IsEmpty || row[1].Equals("ERROR", StringComparison.OrdinalIgnoreCase) ? ListingSeverity.High
            : row[1].Equals("INFO", StringComparison.OrdinalIgnoreCase) ? ListingSeverity.Low
            : ListingSeverity.Medium;
        return Take(
            into,
            row[0].ToString(),
            row[4].ToString(),
            ListingFinding.AmazonIssue,
            severity,
            row[3].IsEmpty ? (Issues.Columns[2], row[2].ToString()) : (Issues.Columns[3], row[3].ToString())
        );
    }

    private static string? TakeSuppressed(ReportRow row, Imports into) =>
        Take(
            into,
            row[0].ToString(),
            row[3].ToString(),
            ListingFinding.AmazonSuppressed,
            ListingSeverity.High,
            row[2].IsEmpty ? (Suppressed.Columns[1], row[1].ToString()) : (Suppressed.Columns[2], row[2].ToString())
        );

    private static string? Take(
        Imports into,
        string sku,
        string asin,
        string rule,
        ListingSeverity severity,
        (string Field, string Quote) words
    )
    {
        if (sku.Length == 0)
        {
            return Reject.Empty(rule == ListingFinding.AmazonIssue ? Issues.Columns[0] : Suppressed.Columns[0]);
        }

        if (words.Quote.Length == 0)
        {
            return Reject.Empty(words.Field);
        }

        string quote = words.Quote.Length > MaxQuote ? words.Quote[..MaxQuote] + "…" : words.Quote;
        into.OfAmazon.Add(
            new ListingFinding(
                sku,
                ListingsReport.IsAsin(asin) ? asin : null,
                rule,
                severity,
                new ListingEvidence(words.Field, quote)
            )
        );
        return null;
    }
}
