using Reprieve.Knowledge;
using Reprieve.Practices.Standing;

namespace Reprieve.Server.Selling;

/// <summary>What an account has to ship, as it was seen last, counted down to the present.</summary>
/// <param name="Now">The present.</param>
/// <param name="Seen">When it was seen, UTC; null where it was not since the start.</param>
/// <param name="Open">Orders that are not all shipped; null where they were not looked at.</param>
/// <param name="IsWhole">Whether these are all.</param>
/// <param name="Due">Those that are late or will be within a day, the most urgent first.</param>
public sealed record OrdersView(
    DateTimeOffset Now,
    DateTimeOffset? Seen,
    int? Open,
    bool IsWhole,
    IReadOnlyList<DueOrder> Due
)
{
    public static OrdersView Of(LookState? look, KnowledgeBase knowledge, DateTimeOffset now)
    {
        if (look?.Open is not { } open)
        {
            return new OrdersView(now, null, null, true, []);
        }

        var stores = open.Orders.ToDictionary(order => order.OrderId, order => order.Store, StringComparer.Ordinal);
        return new OrdersView(
            now,
            open.At,
            open.Orders.Count,
            open.IsWhole,
            [.. OrdersLook.Soon(open.Orders, now).Select(order => DueOrder.Of(order, stores[order.OrderId], knowledge))]
        );
    }
}

/// <summary>An order that is late or will be within a day.</summary>
/// <param name="Store">The code of its store; null where Amazon did not say it.</param>
/// <param name="ShipBy">The end of its ship-by window, in the store's zone.</param>
/// <param name="Late">Whether that has passed.</param>
/// <param name="Left">Until then, or since then, in the screen's language.</param>
public sealed record DueOrder(string OrderId, string? Store, DateTimeOffset ShipBy, bool Late, string Left)
{
    public static DueOrder Of(ShipSoon order, string? store, KnowledgeBase knowledge) =>
        new(
            order.OrderId,
            store,
            TimeZoneInfo.ConvertTime(order.ShipBy, StoreZone.Of(store, knowledge)),
            order.Late,
            ShipSoon.Span(order.Left.Duration())
        );
}
