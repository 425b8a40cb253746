namespace Reprieve.Practices.Standing;

/// <summary>An order that the seller ships. Cancelled ones are not handed in.</summary>
/// <param name="ShipBy">The end of its ship-by window.</param>
/// <param name="Shipped">Whether all of it is confirmed as shipped.</param>
public sealed record OrderToShip(string OrderId, DateTimeOffset ShipBy, bool Shipped);

/// <summary>An order that will be late, or is late already.</summary>
/// <param name="Left">Time until its ship-by; negative where that has passed.</param>
/// <param name="Text">The sentence with the countdown, in the screen's language.</param>
public sealed record ShipSoon(string OrderId, DateTimeOffset ShipBy, TimeSpan Left, string Text)
{
    /// <summary>Hours ahead, where nothing else is asked for.</summary>
    public const int Hours = 24;

    /// <summary>Whether the ship-by has passed. At that very instant it has not.</summary>
    public bool Late => Left < TimeSpan.Zero;

    /// <summary>
    /// The orders not yet shipped whose ship-by has passed or comes within some hours, the most urgent first.
    /// </summary>
    /// <param name="now">Any offset; instants are compared.</param>
    /// <param name="hours">From 0; orders due exactly then are with them.</param>
    public static IReadOnlyList<ShipSoon> Of(IEnumerable<OrderToShip> orders, DateTimeOffset now, int hours = Hours)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hours);
        var within = TimeSpan.FromHours(hours);
        return
        [
            .. orders
                .Where(order => !order.Shipped && order.ShipBy - now <= within)
                .OrderBy(order => order.ShipBy)
                .ThenBy(order => order.OrderId, StringComparer.Ordinal)
                .Select(order => One(order, order.ShipBy - now)),
        ];
    }

    private static ShipSoon One(OrderToShip order, TimeSpan left)
    {
        string key = left < TimeSpan.Zero ? "Standing_Ship_late" : "Standing_Ship_soon";
        return new ShipSoon(
            order.OrderId,
            order.ShipBy,
            left,
            Say.Texts.Get(key, order.OrderId, Span(left.Duration()))
        );
    }

    /// <summary>A length of time in the screen's language: whole minutes below a day, whole hours above; what is begun does not count.</summary>
    public static string Span(TimeSpan span) =>
        span.Days > 0 ? Say.Texts.Get("Standing_Span_days", span.Days, span.Hours)
        : span.Hours > 0 ? Say.Texts.Get("Standing_Span_hours", span.Hours, span.Minutes)
        : Say.Texts.Get("Standing_Span_minutes", span.Minutes);
}
