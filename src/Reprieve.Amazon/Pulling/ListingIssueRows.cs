using Reprieve.Amazon.Operations;

namespace Reprieve.Amazon.Pulling;

/// <summary>Makes a table of what Amazon finds wrong with listings.</summary>
internal static class ListingIssueRows
{
    public const string Header = "seller-sku\tasin1\titem-name\tstatus\tseverity\tcode\tenforcements\texempt\tmessage";

    public static IEnumerable<string> Of(Listing listing)
    {
        ListingSummary? summary = listing.Summaries is [ListingSummary first, ..] ? first : null;
        foreach (ListingIssue issue in listing.Issues ?? [])
        {
            yield return TableFile.Row(
                listing.Sku,
                summary?.Asin,
                summary?.ItemName,
                string.Join(' ', summary?.Status ?? []),
                issue.Severity,
                issue.Code,
                string.Join(' ', (issue.Enforcements?.Actions ?? []).Select(one => one.Action)),
                issue.Enforcements?.Exemption?.Status,
                issue.Message
            );
        }
    }
}
