using Reprieve.Amazon;
using Reprieve.Practices.Standing;
using Reprieve.Storage;

namespace Reprieve.Server.Selling;

/// <summary>One look at the orders of an account that are to be shipped: those that will be late are told of in time.</summary>
internal sealed class OrdersLook(AmazonEnd amazon, StandingAlerts alerts)
{
    /// <summary>Looks; a call for a hundred orders.</summary>
    /// <exception cref="AmazonException">Amazon could not be asked, or refused.</exception>
    public async Task<UnshippedList> RunAsync(StoredConnection connection, CancellationToken cancel)
    {
        UnshippedList open = await UnshippedOrders.OfAsync(
            amazon.Edge!.Open(connection.Opening),
            connection.Stores.Count > 0 ? connection.Stores : null,
            cancel
        );
        foreach (IGrouping<string?, UnshippedOrder> store in open.Orders.GroupBy(order => order.Store))
        {
            alerts.Ship(connection, store.Key, Soon(store, open.At), open.At);
        }

        return open;
    }

    /// <summary>Those that are late or will be within a day.</summary>
    public static IReadOnlyList<ShipSoon> Soon(IEnumerable<UnshippedOrder> orders, DateTimeOffset now) =>
        ShipSoon.Of(orders.Select(order => new OrderToShip(order.OrderId, order.ShipBy, Shipped: false)), now);
}
