using Reprieve.Amazon.Calls;

namespace Reprieve.Amazon.Operations;

/// <summary>The Sellers API, version 1.</summary>
internal static class Sellers
{
    /// <summary>The stores of the account in this region.</summary>
    public static async Task<IReadOnlyList<StoreParticipation>> ParticipationsAsync(
        AmazonAccount account,
        CancellationToken cancel
    )
    {
        var call = new AmazonCall(
            "getMarketplaceParticipations",
            HttpMethod.Get,
            "/sellers/v1/marketplaceParticipations"
        );
        ParticipationList list = await account.SendAsync(call, AmazonJson.Default.ParticipationList, cancel);
        return list.Payload ?? [];
    }
}

internal sealed record ParticipationList(IReadOnlyList<StoreParticipation>? Payload);

/// <summary>A store and whether the account sells there.</summary>
internal sealed record StoreParticipation(StoreName? Marketplace, StoreState? Participation, string? StoreName);

/// <summary>A store, as Amazon names it.</summary>
internal sealed record StoreName(string? Id, string? Name, string? CountryCode, string? DomainName);

/// <summary>
/// Whether the account sells in a store. Suspended listings say that the listing status is inactive, which a holiday does as well:
/// no proof of a deactivation.
/// </summary>
internal sealed record StoreState(bool? IsParticipating, bool? HasSuspendedListings);
