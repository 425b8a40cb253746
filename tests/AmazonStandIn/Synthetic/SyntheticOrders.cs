namespace Reprieve.AmazonStandIn;

/// <summary>Orders of an invented account: most of them go well, a few are late, cancelled or without tracking.</summary>
internal sealed class SyntheticOrders(Chance chance, SyntheticListings listings, DateTimeOffset now)
{
    private static readonly string[] Carriers = ["UPS", "USPS", "FedEx", "DHL"];
    private int _number;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<SellerOrder> Make(int count, int days, double merchantShare) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => now.AddDays(-days).AddSeconds(Math.Floor(days * 86_400.0 * (i + 0.5) / count)))
                .Select(at => Order(at, !chance.Happens(merchantShare))),
        ];

    private SellerOrder Order(DateTimeOffset purchased, bool byAmazon)
    {
        _number++;
        string id = FormattableString.Invariant($"{100 + _number % 9:D3}-{chance.Digits(7)}-{_number:D7}");
        string store = listings.AnyStore(chance);
        OrderLine[] lines = [.. Enumerable.Range(1, chance.Happens(0.15) ? 2 : 1).Select(line => Line(store, line))];
        DateTimeOffset lastMoment = new(purchased.UtcDateTime.Date.AddDays(3).AddSeconds(-1), TimeSpan.Zero);
        SellerOrder order = new(id, store, purchased, purchased, "UNSHIPPED", byAmazon, lines)
        {
            ShipBy = new TimeWindow(purchased, lastMoment),
            DeliverBy = new TimeWindow(lastMoment.AddDays(1), lastMoment.AddDays(5)),
        };
        return now - purchased < TimeSpan.FromMinutes(30) ? order with { Status = "PENDING" }
            : chance.Happens(0.03) ? Cancelled(order)
            : Shipped(order, lastMoment);
    }

    private OrderLine Line(string store, int line)
    {
        SellerListing listing = listings.Any(chance, store);
        string itemId = FormattableString.Invariant($"{_number:D11}{line:D3}");
        return new(itemId, listing.Sku, listing.Asin, listing.Title, chance.Happens(0.1) ? 2 : 1, listing.Price);
    }

    private SellerOrder Cancelled(SellerOrder order)
    {
        DateTimeOffset at = Earlier(order.Purchased.AddHours(chance.Between(1, 40)));
        string by = order.ByAmazon
            ? chance.Of("BUYER", "AMAZON")
            : chance.Of("BUYER", "MERCHANT", "MERCHANT", "AMAZON");
        return order with
        {
            Status = "CANCELLED",
            Updated = at,
            CancelledBy = by,
            BuyerAsked = by == "BUYER" || (by == "MERCHANT" && chance.Happens(0.5)),
            CancelReason = by == "MERCHANT" ? "NO_INVENTORY" : "CUSTOMER_REQUEST",
        };
    }

    private SellerOrder Shipped(SellerOrder order, DateTimeOffset lastMoment)
    {
        DateTimeOffset shipped = chance.Happens(0.05)
            ? lastMoment.AddHours(Math.Floor(chance.Between(2, 60)))
            : order.Purchased.AddSeconds(
                Math.Floor((lastMoment - order.Purchased).TotalSeconds * chance.Between(0.1, 0.9))
            );
        if (shipped > now)
        {
            return order;
        }

        DateTimeOffset delivered = chance.Happens(0.08)
            ? order.DeliverBy!.Latest.AddHours(Math.Floor(chance.Between(3, 90)))
            : shipped.AddHours(Math.Floor(chance.Between(24, 90)));
        OrderParcel parcel = new(
            "1",
            shipped,
            chance.Of(Carriers),
            chance.Happens(0.03) ? null : "STN" + chance.Digits(14),
            delivered <= now ? "DELIVERED" : "IN_TRANSIT",
            [.. order.Lines.Select(l => l.ItemId)]
        )
        {
            Delivered = delivered <= now ? delivered : null,
        };
        return order with { Status = "SHIPPED", Updated = delivered <= now ? delivered : shipped, Parcels = [parcel] };
    }

    private DateTimeOffset Earlier(DateTimeOffset time)
    {
        DateTimeOffset at = time < now ? time : now;
        return at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
    }
}
