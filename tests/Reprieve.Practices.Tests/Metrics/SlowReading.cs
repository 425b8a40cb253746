using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Tests.Metrics;

/// <summary>A second, slow reading of the contract that shares no code with the first.</summary>
/// <param name="shift">Days by which the windows are moved, with what is known on the day of the review.</param>
internal sealed class SlowReading(InventedAccount account, int shift = 0)
{
    /// <summary>Whether a metric with these counts meets its target; numbers of the contract.</summary>
    public static bool Met(string code, long numerator, long denominator) =>
        code switch
        {
            "order_defect_rate" => numerator * 100 < denominator,
            "late_shipment_rate_30d" or "late_shipment_rate_10d" => numerator * 25 < denominator,
            "cancellation_rate" => numerator * 40 < denominator,
            "valid_tracking_rate" => numerator * 20 >= denominator * 19,
            "on_time_delivery_rate" => numerator * 10 >= denominator * 9,
            _ => throw new InvalidOperationException(code),
        };

    public (long Numerator, long Denominator, List<string> Orders) Of(string code, Fulfilment program) =>
        code switch
        {
            "order_defect_rate" => Defects(program, id => Negative(id) || Claimed(id) || ChargedBack(id)),
            "negative_feedback_rate" => Defects(program, Negative),
            "a_to_z_rate" => Defects(program, Claimed),
            "chargeback_rate" => Defects(program, ChargedBack),
            "late_shipment_rate_30d" => Late(30),
            "late_shipment_rate_10d" => Late(10),
            "cancellation_rate" => Orders(program, 7, 1, Cancelled),
            "valid_tracking_rate" => Tracked(),
            "on_time_delivery_rate" => OnTime(),
            _ => throw new InvalidOperationException(code),
        };

    private (long, long, List<string>) Defects(Fulfilment program, Func<string, bool> defect) =>
        Orders(program, 60, 14, defect);

    private (long, long, List<string>) Orders(Fulfilment program, int days, int lag, Func<string, bool> bad)
    {
        List<string> all =
        [
            .. Ids()
                .Where(id => Lines(id).Count > 0)
                .Where(id => ProgramOf(id) == program)
                .Where(id => Lines(id).Any(line => !line.Status.Equals("pending", StringComparison.OrdinalIgnoreCase)))
                // A moved window may reach beyond the day: what was bought after it is not known.
                .Where(id => Known(Lines(id)[0].Purchased) && In(Lines(id)[0].Purchased.Day, days, lag)),
        ];
        List<string> hit = [.. all.Where(bad).Order(StringComparer.Ordinal)];
        return (hit.Count, all.Count, hit);
    }

    private bool Negative(string id) => account.Feedback.Any(f => f.Id == id && f.Stars < 3 && Known(f.Date));

    private bool Claimed(string id)
    {
        string? status = account.Claims.LastOrDefault(c => c.Id == id && c.Type == "a_to_z" && Known(c.Opened))?.Status;
        bool counts = status is not null and not ("denied" or "withdrawn" or "amazon_funded" or "under_review");
        bool returned = account.Returns.Any(r => r.Id == id && r.Claim && r.Requested <= account.AsOf);
        return counts || (returned && account.Claims.All(c => c.Id != id));
    }

    private bool ChargedBack(string id) =>
        account.Claims.Any(c => c.Id == id && c.Type == "chargeback" && Known(c.Opened));

    private bool Cancelled(string id) =>
        Lines(id).Any(l => Cancel(l.Status) || Cancel(l.ItemStatus))
        && account.Cancellations.LastOrDefault(c => c.Id == id)?.By != "buyer";

    private static bool Cancel(string status) =>
        status.ToUpperInvariant().StartsWith("CANCEL", StringComparison.Ordinal);

    private (long, long, List<string>) Late(int days)
    {
        int all = 0;
        List<string> late = [];
        foreach (string id in Shipped())
        {
            List<ShipmentLine> packages = Packages(id);
            if (
                packages.TrueForAll(p => !p.Confirmed.Empty)
                && packages.Exists(p => !p.ShipBy.Empty)
                && In(packages.Max(p => p.Confirmed.Day), days, 0)
            )
            {
                all++;
                if (packages.Exists(p => !p.ShipBy.Empty && p.Confirmed.After(p.ShipBy)))
                {
                    late.Add(id);
                }
            }
        }

        late.Sort(StringComparer.Ordinal);
        return (late.Count, all, late);
    }

    private (long, long, List<string>) Tracked()
    {
        List<ShipmentLine> all =
        [
            .. Shipped()
                .SelectMany(Packages)
                .Where(p => !p.Confirmed.Empty && !p.DeliverBy.Empty && In(p.DeliverBy.Day, 30, 14)),
        ];
        List<ShipmentLine> invalid = all.FindAll(p => p.Carrier == "" || p.Tracking == "" || p.FirstScan.Empty);
        return (all.Count - invalid.Count, all.Count, Names(invalid));
    }

    private (long, long, List<string>) OnTime()
    {
        List<ShipmentLine> all =
        [
            .. Shipped()
                .SelectMany(Packages)
                .Where(p => !p.Delivered.Empty && !p.DeliverBy.Empty && In(p.DeliverBy.Day, 14, 7)),
        ];
        List<ShipmentLine> late = all.FindAll(p => p.Delivered.After(p.DeliverBy));
        return (all.Sum(Units) - late.Sum(Units), all.Sum(Units), Names(late));
    }

    private static int Units(ShipmentLine p) =>
        p.Quantity == "" ? 1 : int.Parse(p.Quantity, CultureInfo.InvariantCulture);

    private static List<string> Names(List<ShipmentLine> packages) =>
        [.. packages.Select(p => p.Id).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Packages of an order: events that have not come yet are blank, then rows of one package are merged.</summary>
    private List<ShipmentLine> Packages(string id)
    {
        var none = new Written(null, null);
        List<ShipmentLine> packages = [];
        foreach (ShipmentLine row in account.Shipments.Where(s => s.Id == id))
        {
            ShipmentLine now = row with
            {
                Confirmed = Known(row.Confirmed) ? row.Confirmed : none,
                FirstScan = Known(row.FirstScan) ? row.FirstScan : none,
                Delivered = Known(row.Delivered) ? row.Delivered : none,
            };
            int same = packages.FindIndex(p => now.Tracking != "" ? p.Tracking == now.Tracking : Same(p, now));
            if (same < 0)
            {
                packages.Add(now);
                continue;
            }

            ShipmentLine before = packages[same];
            packages[same] = new ShipmentLine(
                id,
                now.ShipBy.Empty ? before.ShipBy : now.ShipBy,
                now.Confirmed.Empty ? before.Confirmed : now.Confirmed,
                now.Carrier == "" ? before.Carrier : now.Carrier,
                now.Tracking,
                now.FirstScan.Empty ? before.FirstScan : now.FirstScan,
                now.DeliverBy.Empty ? before.DeliverBy : now.DeliverBy,
                now.Delivered.Empty ? before.Delivered : now.Delivered,
                now.Quantity == "" ? before.Quantity : now.Quantity
            );
        }

        return packages;
    }

    private static bool Same(ShipmentLine a, ShipmentLine b) => a == b;

    /// <summary>Orders with packages that are the store's own merchant orders, or in no report.</summary>
    private IEnumerable<string> Shipped() =>
        account
            .Shipments.Select(s => s.Id)
            .Distinct()
            .Where(id =>
                account.Orders.All(row => row.Id != id) || (Lines(id).Count > 0 && ProgramOf(id) is Fulfilment.Merchant)
            );

    private IEnumerable<string> Ids() => account.Orders.Select(row => row.Id).Distinct();

    /// <summary>The rows that hold: the store's, of the newest update known on the day, else of the newest at all.</summary>
    private List<OrderLineRow> Lines(string id)
    {
        List<OrderLineRow> rows =
        [
            .. account.Orders.Where(row =>
                row.Id == id && string.Equals(row.Store, "amazon.com", StringComparison.OrdinalIgnoreCase)
            ),
        ];
        List<OrderLineRow> known = rows.FindAll(row => Known(new Written(row.Updated, null)));
        List<OrderLineRow> from = known.Count > 0 ? known : rows;
        return from.Count == 0
            ? []
            : from.FindAll(row => row.Updated.UtcTicks == from.Max(other => other.Updated.UtcTicks));
    }

    private Fulfilment ProgramOf(string id) =>
        Lines(id).Any(line => line.Channel is "Merchant" or "MFN") ? Fulfilment.Merchant : Fulfilment.Amazon;

    private bool Known(Written date) => date.Empty || date.Day <= account.AsOf;

    private bool In(DateOnly day, int days, int lag) =>
        day.DayNumber <= account.AsOf.DayNumber + shift - lag
        && day.DayNumber > account.AsOf.DayNumber + shift - lag - days;
}
