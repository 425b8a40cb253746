namespace Reprieve.AmazonStandIn;

/// <summary>Reckons the figures of the account health page from the data, by windows that end before the day.</summary>
internal sealed class HealthFigures
{
    private readonly ILookup<(string Store, DateOnly Day), SellerOrder> _placed;
    private readonly HashSet<string> _negative;
    private readonly HashSet<string> _claimed;
    private readonly HashSet<string> _chargedBack;

    public HealthFigures(AccountData data)
    {
        _placed = data.Orders.ToLookup(o => (o.MarketplaceId, Day(o.Purchased)));
        _negative = [.. data.Feedback.Where(f => f.Stars <= 2).Select(f => f.OrderId)];
        _claimed = [.. data.Claims.Where(c => !c.Chargeback).Select(c => c.OrderId)];
        _chargedBack = [.. data.Claims.Where(c => c.Chargeback).Select(c => c.OrderId)];
    }

    public StorePerformance Of(string store, DateOnly day)
    {
        SellerOrder[] sixty = [.. Window(store, day, 60, 14)];
        SellerOrder[] thirty = [.. Merchant(Window(store, day, 30, 0))];
        SellerOrder[] older = [.. Merchant(Window(store, day, 30, 10)).Where(o => o.Parcels.Count > 0)];
        SellerOrder[] week = [.. Merchant(Window(store, day, 7, 1))];
        SellerOrder[] fortnight = [.. Merchant(Window(store, day, 14, 7)).Where(o => Delivered(o) is not null)];
        SellerOrder[] tracked = [.. older.Where(o => o.Parcels[0].Tracking is not null && Delivered(o) is not null)];
        return new StorePerformance(store, day)
        {
            Merchant = Defects([.. sixty.Where(o => !o.ByAmazon)]),
            Amazon = Defects([.. sixty.Where(o => o.ByAmazon)]),
            LateShipments = Late(thirty),
            LateShipments10Days = Late([.. thirty.Where(o => Day(o.Purchased) > day.AddDays(-10))]),
            Cancellations = new(week.Count(SellerCancelled), week.Length),
            ValidTracking = new(older.Count(o => o.Parcels[0].Tracking is not null), older.Length),
            OnTimeDelivery = new(tracked.Count(OnTime), tracked.Length),
            UnitsOnTime = new(fortnight.Where(OnTime).Sum(Units), fortnight.Sum(Units)),
            Invoices = new(0, 0),
            Rating = 200 + Math.Min(300, sixty.Length / 50),
        };
    }

    /// <summary>What the orders placed on one day came to.</summary>
    public HealthDay DayOf(string store, DateOnly day)
    {
        SellerOrder[] all = [.. _placed[(store, day)]];
        SellerOrder[] shipped = [.. Merchant(all).Where(o => o.Parcels.Count > 0)];
        SellerOrder[] late = [.. shipped.Where(o => Delivered(o) is not null && !OnTime(o))];
        Defects defects = Defects(all);
        return new HealthDay(day, store)
        {
            Orders = defects.Orders,
            WithDefects = defects.WithDefects,
            NegativeFeedback = defects.NegativeFeedback,
            Claims = defects.Claims,
            Chargebacks = defects.Chargebacks,
            LateShipments = Late(shipped).Count,
            Cancellations = Merchant(all).Count(SellerCancelled),
            Packages = shipped.Length,
            WithoutTracking = shipped.Count(o => o.Parcels[0].Tracking is null),
            Units = shipped.Sum(Units),
            LatePackages = late.Length,
            LateUnits = late.Sum(Units),
            Rating = Of(store, day).Rating,
        };
    }

    private static bool SellerCancelled(SellerOrder order) =>
        order.CancelledBy is "MERCHANT" or "AMAZON" && !order.BuyerAsked;

    private IEnumerable<SellerOrder> Window(string store, DateOnly day, int days, int lag) =>
        Enumerable.Range(lag, days).SelectMany(back => _placed[(store, day.AddDays(-back))]);

    private static IEnumerable<SellerOrder> Merchant(IEnumerable<SellerOrder> orders) => orders.Where(o => !o.ByAmazon);

    private Defects Defects(SellerOrder[] orders) =>
        new(
            orders.Length,
            orders.Count(o => _negative.Contains(o.Id) || _claimed.Contains(o.Id) || _chargedBack.Contains(o.Id)),
            orders.Count(o => _negative.Contains(o.Id)),
            orders.Count(o => _claimed.Contains(o.Id)),
            orders.Count(o => _chargedBack.Contains(o.Id))
        );

    private static Share Late(SellerOrder[] orders)
    {
        SellerOrder[] shipped = [.. orders.Where(o => o.Parcels.Count > 0)];
        return new(shipped.Count(o => o.Parcels[0].Shipped > o.ShipBy!.Latest), shipped.Length);
    }

    private static bool OnTime(SellerOrder order) => Delivered(order) <= order.DeliverBy!.Latest;

    private static DateTimeOffset? Delivered(SellerOrder order) =>
        order.Parcels.Count > 0 ? order.Parcels[0].Delivered : null;

    private static int Units(SellerOrder order) => order.Lines.Sum(l => l.Quantity);

    private static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
}
