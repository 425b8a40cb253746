using Reprieve.Amazon.Operations;

namespace Reprieve.Amazon;

/// <summary>Asks how many listings a seller has in a store, by Amazon's two words for them; no listing itself is read.</summary>
public static class ListingCount
{
    /// <summary>Counts; three calls.</summary>
    /// <param name="sellerId">The merchant token.</param>
    /// <param name="store">A code of marketplaces.</param>
    /// <returns>Null where the store is not known.</returns>
    /// <exception cref="AmazonException">Amazon could not be asked, or refused.</exception>
    public static async Task<ListingNumbers?> OfAsync(
        AmazonAccount account,
        string sellerId,
        string store,
        CancellationToken cancel
    )
    {
        if (account.Edge.Knowledge.Marketplace(store) is not { } known)
        {
            return null;
        }

        Task<int?> Count(string filter, string status) =>
            Listings.CountAsync(account, sellerId, known.MarketplaceId, (filter, status), cancel);
        return new ListingNumbers(
            await Count("withStatus", "BUYABLE"),
            await Count("withoutStatus", "BUYABLE"),
            await Count("withoutStatus", "DISCOVERABLE")
        );
    }
}

/// <summary>How many listings there are in a store; null for each that Amazon did not say.</summary>
/// <param name="Buyable">Those that shoppers can buy.</param>
/// <param name="NotBuyable">Those that they cannot: closed, out of stock, or stopped.</param>
/// <param name="NotDiscoverable">Those that shoppers do not see.</param>
public sealed record ListingNumbers(int? Buyable, int? NotBuyable, int? NotDiscoverable);
