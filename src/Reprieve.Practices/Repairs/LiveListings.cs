using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Repairs;

/// <summary>Listings that can still be bought and speak against a policy, gravely enough to close or correct them first.</summary>
internal static class LiveListings
{
    public static IEnumerable<Repair> Of(RepairCase work)
    {
        RepairRule? rule = work.Rules(RepairOf.Listing).FirstOrDefault();
        if (rule is null || work.Listings.Count == 0)
        {
            return [];
        }

        HashSet<string> live = [.. work.Imports.Listings.Where(Live).Select(listing => listing.Sku)];
        return work
            .Listings.Where(finding =>
                finding is { OfAmazon: false, Severity: > ListingSeverity.Low } && live.Contains(finding.Sku)
            )
            .DistinctBy(finding => (finding.Sku, finding.Rule))
            .Select(finding => new Repair
            {
                Rule = rule.Code,
                Sku = finding.Sku,
                Asin = finding.Asin,
                Policy = finding.Rule,
                Quote = finding.Evidence.Quote,
            });
    }

    private static bool Live(ListingRow listing) => listing.Live;
}
