using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Listings;

/// <summary>The listings of the files: what speaks against them, and which ASINs are listed at all.</summary>
internal static class ListingCheck
{
    /// <summary>The findings, gravest first, then by SKU.</summary>
    public static IReadOnlyList<ListingFinding> Findings(
        IReadOnlyList<ListingRow> listings,
        KnowledgeBase knowledge,
        string? marketplace
    )
    {
        if (listings.Count == 0)
        {
            return [];
        }

        var search = new PolicySearch(knowledge.Policies.Where(policy => policy.HoldsFor(marketplace)));
        return
        [
            .. listings
                .DistinctBy(listing => (listing.Sku, listing.Name, listing.Description, listing.Note))
                .SelectMany(search.Of)
                .Distinct()
                .OrderByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.Sku, StringComparer.Ordinal)
                .ThenBy(finding => finding.Rule, StringComparer.Ordinal),
        ];
    }

    /// <summary>Every ASIN and SKU, live if any row of it is.</summary>
    public static IReadOnlyList<ListedAsin> Listed(IReadOnlyList<ListingRow> listings) =>
        [
            .. listings
                .Where(listing => listing.Asin is not null)
                .GroupBy(listing => (Asin: listing.Asin!, listing.Sku))
                .Select(same => new ListedAsin(same.Key.Asin, same.Key.Sku, same.Any(listing => listing.Live)))
                .OrderBy(listed => listed.Asin, StringComparer.Ordinal)
                .ThenBy(listed => listed.Sku, StringComparer.Ordinal),
        ];
}
