using CsCheck;

namespace Reprieve.Practices.Tests.Metrics;

/// <summary>A date as a file may hold it: an instant, a whole day, or nothing.</summary>
internal sealed record Written(DateTimeOffset? At, DateOnly? On)
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    public bool Empty => At is null && On is null;

    public DateOnly Day => On ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(At!.Value, Zone).DateTime);

    public string Text => On?.ToString("yyyy-MM-dd", null) ?? At?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", null) ?? "";

    public bool After(Written limit) => At is { } at && limit.At is { } end ? at > end : Day > limit.Day;
}

internal sealed record OrderLineRow(
    string Id,
    Written Purchased,
    DateTimeOffset Updated,
    string Status,
    string ItemStatus,
    string Channel,
    string Store,
    string Sku
);

internal sealed record FeedbackLine(string Id, Written Date, int Stars);

internal sealed record ClaimLine(string Id, string Type, Written Opened, string Status);

internal sealed record ReturnLine(string Id, DateOnly Requested, bool Claim);

internal sealed record CancellationLine(string Id, string By);

internal sealed record ShipmentLine(
    string Id,
    Written ShipBy,
    Written Confirmed,
    string Carrier,
    string Tracking,
    Written FirstScan,
    Written DeliverBy,
    Written Delivered,
    string Quantity
);

/// <summary>An account made up by chance, with everything that the rules speak of happening often.</summary>
internal sealed record InventedAccount(
    DateOnly AsOf,
    OrderLineRow[] Orders,
    FeedbackLine[] Feedback,
    ClaimLine[] Claims,
    ReturnLine[] Returns,
    CancellationLine[] Cancellations,
    ShipmentLine[] Shipments
)
{
    private static readonly DateTimeOffset Base = new(2026, 11, 10, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<string> Id = Gen.Int[1, 25].Select(CaseFolder.Id);

    /// <summary>Within 85 days before and 3 after the base, half of them in the last two weeks.</summary>
    private static readonly Gen<DateTimeOffset> Instant =
        from back in Gen.OneOf(Gen.Int[-3 * 1440, 14 * 1440], Gen.Int[-3 * 1440, 85 * 1440])
        from offset in Pick(0, -8, 9)
        select Base.AddMinutes(-back).ToOffset(TimeSpan.FromHours(offset));

    private static readonly Gen<Written> Date = Gen.OneOf(
        Instant.Select(at => new Written(at, null)),
        Instant.Select(at => new Written(null, DateOnly.FromDateTime(at.UtcDateTime)))
    );

    private static readonly Gen<Written> MaybeDate = Gen.Frequency((4, Date), (1, Gen.Const(new Written(null, null))));

    private static readonly Gen<OrderLineRow[]> OrderLines =
        from id in Id
        from purchased in Date
        from store in Pick("Amazon.com", "amazon.COM", "Amazon.com", "Amazon.ca", "Non-Amazon")
        from updates in Gen.Select(Instant, Pick("Shipped", "Pending", "Cancelled", "canceled", "Pending - x")).Array[
            1,
            2
        ]
        from lines in Gen.Select(
            Pick("Merchant", "Amazon", "MFN", "AFN"),
            Pick("Shipped", "Shipped", "Cancelled"),
            Pick("A", "B")
        ).Array[1, 3]
        select (
            from update in updates
            from line in lines
            select new OrderLineRow(
                id,
                purchased,
                update.Item1,
                update.Item2,
                line.Item2,
                line.Item1,
                store,
                line.Item3
            )
        ).ToArray();

    private static readonly Gen<ShipmentLine> Shipment =
        from id in Id
        from shipBy in MaybeDate
        from confirmed in MaybeDate
        from carrier in Pick("UPS", "USPS", "")
        from tracking in Pick("T1", "T2", "")
        from scan in MaybeDate
        from deliverBy in MaybeDate
        from delivered in MaybeDate
        from quantity in Pick("", "1", "2", "3")
        select new ShipmentLine(id, shipBy, confirmed, carrier, tracking, scan, deliverBy, delivered, quantity);

    private static readonly Gen<FeedbackLine> FeedbackRow =
        from id in Id
        from date in MaybeDate
        from stars in Gen.Int[1, 5]
        select new FeedbackLine(id, date, stars);

    private static readonly Gen<ClaimLine> Claim =
        from id in Id
        from type in Pick("a_to_z", "a_to_z", "chargeback", "chargeback_fraud")
        from opened in MaybeDate
        from status in Pick(
            "granted",
            "pending",
            "under_appeal",
            "under_review",
            "refunded_after_claim",
            "order_cancelled_after_claim",
            "denied",
            "withdrawn",
            "amazon_funded"
        )
        select new ClaimLine(id, type, opened, status);

    private static readonly Gen<ReturnLine> Return =
        from id in Id
        from at in Instant
        from claim in Gen.Bool
        select new ReturnLine(id, DateOnly.FromDateTime(at.UtcDateTime), claim);

    private static readonly Gen<CancellationLine> Cancellation =
        from id in Id
        from requester in Pick("buyer", "seller", "amazon_auto")
        select new CancellationLine(id, requester);

    /// <summary>Accounts of up to 25 orders.</summary>
    public static readonly Gen<InventedAccount> Any =
        from asOf in Gen.Int[-4, 4]
        from orders in OrderLines.Array[0, 40]
        from feedback in FeedbackRow.Array[0, 12]
        from claims in Claim.Array[0, 12]
        from returns in Return.Array[0, 6]
        from cancellations in Cancellation.Array[0, 10]
        from shipments in Shipment.Array[0, 40]
        select new InventedAccount(
            DateOnly.FromDateTime(Base.UtcDateTime).AddDays(asOf),
            // An id stands for one order: of several made with it the first is kept.
            [.. orders.DistinctBy(lines => lines[0].Id).SelectMany(lines => lines)],
            feedback,
            claims,
            returns,
            cancellations,
            shipments
        );

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>The account as the files a seller would have.</summary>
    public CaseFolder Write() =>
        new CaseFolder()
            .Orders(
                Orders.Select(row =>
                    CaseFolder.Order(
                        row.Id,
                        row.Purchased.Text,
                        row.Status,
                        row.Channel,
                        row.Store,
                        new Written(row.Updated, null).Text,
                        row.Sku,
                        itemStatus: row.ItemStatus
                    )
                )
            )
            .Feedback(Feedback.Select(row => $"{row.Date.Text}\t{row.Stars}\t\t\t{row.Id}\t"))
            .Claims(Claims.Select(row => $"{row.Id}\t{row.Type}\t{row.Opened.Text}\t{row.Status}"))
            .Cancellations(Cancellations.Select(row => $"{row.Id}\t{row.By}"))
            .With(
                "returns.txt",
                "Order ID\tReturn request date\tA-to-Z Claim",
                Returns.Select(row => $"{row.Id}\t{row.Requested:yyyy-MM-dd}\t{(row.Claim ? "Y" : "N")}")
            )
            .Shipments(
                Shipments.Select(row =>
                    string.Join(
                        '\t',
                        row.Id,
                        row.ShipBy.Text,
                        row.Confirmed.Text,
                        row.Carrier,
                        row.Tracking,
                        row.FirstScan.Text,
                        row.DeliverBy.Text,
                        row.Delivered.Text,
                        row.Quantity
                    )
                )
            );
}
