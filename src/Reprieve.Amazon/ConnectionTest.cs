using Reprieve.Amazon.Operations;
using Reprieve.Knowledge;

namespace Reprieve.Amazon;

/// <summary>
/// Tries a connection: whether Amazon opens the account, which stores it has, and what the application may ask there. Nothing is
/// made or changed.
/// </summary>
public static class ConnectionTest
{
    /// <summary>Asks for one thing of each kind, at the cost of one call each.</summary>
    /// <param name="account">The account.</param>
    /// <param name="sellerId">The merchant token; null when it is not known, and then the right to listings is not tried.</param>
    /// <exception cref="AmazonException">The account cannot be opened at all, in words.</exception>
    public static async Task<ConnectionFinding> RunAsync(
        AmazonAccount account,
        string? sellerId,
        CancellationToken cancel
    )
    {
        IReadOnlyList<StoreParticipation> all = await Sellers.ParticipationsAsync(account, cancel);
        FoundStore[] stores =
        [
            .. all.Where(one => one.Participation?.IsParticipating != false)
                .Select(one => Store(account.Edge.Knowledge, one))
                .OfType<FoundStore>(),
        ];
        string[] ids = [.. stores.Select(store => store.MarketplaceId)];
        List<ConnectionRight> rights = [];
        if (ids.Length > 0)
        {
            DateTimeOffset end = account.Edge.Time.GetUtcNow().AddMinutes(-5);
            (DateTimeOffset, DateTimeOffset) day = (end.AddDays(-1), end);
            rights.Add(
                await TryAsync(account, "searchOrders", () => Orders.SearchAsync(account, day, ids, null, cancel))
            );
            rights.Add(
                await TryAsync(account, "listFinancialEvents", () => Finances.EventsAsync(account, day, null, cancel))
            );
            if (sellerId is not null)
            {
                rights.Add(
                    await TryAsync(
                        account,
                        "searchListingsItems",
                        () => Listings.WithIssuesAsync(account, sellerId, ids[0], null, cancel)
                    )
                );
            }
        }

        return new ConnectionFinding(stores, rights);
    }

    private static FoundStore? Store(KnowledgeBase knowledge, StoreParticipation found)
    {
        Marketplace? store = knowledge.Marketplaces.FirstOrDefault(one => one.MarketplaceId == found.Marketplace?.Id);
        return store is null
            ? null
            : new FoundStore(store.Code, store.MarketplaceId, found.Participation?.HasSuspendedListings == true);
    }

    private static async Task<ConnectionRight> TryAsync<T>(AmazonAccount account, string operation, Func<Task<T>> call)
    {
        LocalizedText? role = account.Edge.Knowledge.AmazonOperations.First(one => one.Code == operation).Role;
        string? name = role?.In(UserTexts.Language);
        try
        {
            await call();
            return new ConnectionRight(operation, name, null);
        }
        catch (AmazonException fault)
        {
            return new ConnectionRight(operation, name, fault.Message);
        }
    }
}

/// <summary>What a connection gives.</summary>
/// <param name="Stores">The stores of the account that Reprieve knows.</param>
/// <param name="Rights">What was tried.</param>
public sealed record ConnectionFinding(IReadOnlyList<FoundStore> Stores, IReadOnlyList<ConnectionRight> Rights)
{
    /// <summary>Whether there is a store, and nothing was refused.</summary>
    public bool Good => Stores.Count > 0 && Rights.All(right => right.Refusal is null);
}

/// <summary>A store of an account.</summary>
/// <param name="Code">Its domain.</param>
/// <param name="MarketplaceId">Amazon's id of it.</param>
/// <param name="ListingsInactive">
/// Whether Amazon says that its listings are inactive: deactivated, or on holiday; no proof of either.
/// </param>
public sealed record FoundStore(string Code, string MarketplaceId, bool ListingsInactive);

/// <summary>Whether the application may ask for something.</summary>
/// <param name="Operation">Amazon's name of the operation.</param>
/// <param name="Role">The role that it needs, as Seller Central calls it; null where that is not known.</param>
/// <param name="Refusal">What Amazon said against it and what to do, in the screen's language; null when it may.</param>
public sealed record ConnectionRight(string Operation, string? Role, string? Refusal);
