using Reprieve.Amazon.Operations;
using Reprieve.Knowledge;

namespace Reprieve.Amazon;

/// <summary>Asks which orders the seller still has to ship: ids and times alone, nothing of a buyer.</summary>
public static class UnshippedOrders
{
    /// <summary>Pages of a hundred orders. Amazon lets one page be asked every three minutes.</summary>
    internal const int MostPages = 10;

    /// <summary>An order that is older was cancelled by Amazon, or is made to measure.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromDays(60);

    /// <summary>Asks for them; one call for a hundred orders, and one for the stores.</summary>
    /// <param name="account">The account.</param>
    /// <param name="stores">Codes of the stores; null for all in which the account takes part.</param>
    /// <exception cref="AmazonException">Amazon could not be asked, or refused.</exception>
    public static async Task<UnshippedList> OfAsync(
        AmazonAccount account,
        IReadOnlyList<string>? stores,
        CancellationToken cancel
    )
    {
        IReadOnlyList<Marketplace> sold = await AccountPull.StoresAsync(account, stores, cancel);
        DateTimeOffset now = account.Edge.Time.GetUtcNow();
        string[] ids = [.. sold.Select(store => store.MarketplaceId)];
        List<UnshippedOrder> orders = [];
        string? token = null;
        int pages = 0;
        do
        {
            OrderPage page = await Orders.UnshippedAsync(account, now - Back, ids, token, cancel);
            orders.AddRange((page.Orders ?? []).Select(order => One(order, sold)).OfType<UnshippedOrder>());
            token = page.Pagination?.NextToken is { Length: > 0 } next ? next : null;
            pages++;
        } while (token is not null && pages < MostPages);

        return new UnshippedList(now, [.. orders.DistinctBy(order => order.OrderId)], token is null);
    }

    /// <summary>An order without an end of its ship-by window cannot be late.</summary>
    private static UnshippedOrder? One(AmazonOrder order, IReadOnlyList<Marketplace> sold) =>
        order is { OrderId: { Length: > 0 } id, Fulfillment.ShipByWindow.LatestDateTime: { } shipBy }
            ? new UnshippedOrder(id, StoreOf(order.SalesChannel?.MarketplaceId, sold), shipBy.ToUniversalTime())
            : null;

    private static string? StoreOf(string? id, IReadOnlyList<Marketplace> sold) =>
        sold.FirstOrDefault(store => store.MarketplaceId == id)?.Code
        ?? (sold is [Marketplace only] ? only.Code : null);
}

/// <summary>The orders that were not all shipped at an instant.</summary>
/// <param name="At">When they were asked for, UTC.</param>
/// <param name="IsWhole">Whether these are all; there were more than are asked for otherwise.</param>
public sealed record UnshippedList(DateTimeOffset At, IReadOnlyList<UnshippedOrder> Orders, bool IsWhole);

/// <summary>An order that is not all shipped yet.</summary>
/// <param name="Store">The code of its store; null where Amazon did not say it.</param>
/// <param name="ShipBy">The end of its ship-by window, UTC.</param>
public sealed record UnshippedOrder(string OrderId, string? Store, DateTimeOffset ShipBy);
