using Reprieve.Amazon.Calls;
using Reprieve.Amazon.Operations;

namespace Reprieve.Amazon;

/// <summary>What is grave of what Amazon finds wrong with a listing now: errors, and what it was suppressed or blocked for.</summary>
/// <param name="Sku">The seller's own number.</param>
/// <param name="Asin">Amazon's product number; null where it is not told.</param>
/// <param name="Title">The product's title; null where it is not told.</param>
/// <param name="Faults">In Amazon's order; none when nothing grave is wrong.</param>
public sealed record ListingTrouble(string Sku, string? Asin, string? Title, IReadOnlyList<ListingFault> Faults)
{
    private const int MostFaults = 20;

    /// <summary>Asks Amazon for one listing.</summary>
    /// <returns>Null when there is no such listing any more.</returns>
    /// <exception cref="AmazonException">Amazon refused, or could not be asked.</exception>
    public static async Task<ListingTrouble?> OfAsync(
        AmazonAccount account,
        string sellerId,
        string marketplaceId,
        string sku,
        CancellationToken cancel
    )
    {
        try
        {
            Listing listing = await Listings.OneAsync(account, sellerId, marketplaceId, sku, cancel);
            ListingSummary? summary = listing.Summaries is [ListingSummary first, ..] ? first : null;
            return new ListingTrouble(
                sku,
                summary?.Asin,
                summary?.ItemName is { } title ? Cut.Of(title) : null,
                [.. (listing.Issues ?? []).Select(ListingFault.Of).Where(fault => fault.IsGrave).Take(MostFaults)]
            );
        }
        catch (AmazonException gone) when (gone.Status == 404)
        {
            return null;
        }
    }
}

/// <summary>One thing that Amazon finds wrong with a listing.</summary>
/// <param name="Code">Amazon's number of it; null where it has none.</param>
/// <param name="Severity">Amazon's word: ERROR, WARNING, INFO; others may come.</param>
/// <param name="Message">Amazon's sentence, shortened.</param>
/// <param name="Enforcements">What Amazon did for it: SEARCH_SUPPRESSED, LISTING_SUPPRESSED and others.</param>
public sealed record ListingFault(string? Code, string? Severity, string? Message, IReadOnlyList<string> Enforcements)
{
    internal bool IsGrave => Severity == "ERROR" || Enforcements.Count > 0;

    internal static ListingFault Of(ListingIssue issue) =>
        new(
            issue.Code,
            issue.Severity,
            issue.Message is { } message ? Cut.Of(message) : null,
            [.. (issue.Enforcements?.Actions ?? []).Select(one => one.Action).OfType<string>()]
        );
}
