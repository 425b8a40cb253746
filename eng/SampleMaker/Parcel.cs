using System.Globalization;

namespace Reprieve.SampleMaker;

/// <summary>One package of a seller-fulfilled order.</summary>
internal sealed record Parcel(
    string OrderId,
    DateTimeOffset ShipBy,
    DateTimeOffset Confirmed,
    string Carrier,
    string TrackingId,
    DateTimeOffset? FirstScan,
    DateTimeOffset DeliverBy,
    DateTimeOffset? Delivered,
    int Quantity
)
{
    private static readonly string[] Header =
    [
        "order-id",
        "ship-by",
        "ship-confirmed",
        "carrier",
        "tracking-id",
        "first-scan",
        "deliver-by",
        "delivered",
        "quantity",
    ];

    public bool IsLate => Confirmed > ShipBy;

    public static void Write(SampleFolder folder, IEnumerable<Parcel> parcels) =>
        folder.Commas(
            "shipments.csv",
            Header,
            parcels
                .OrderBy(p => p.Confirmed)
                .ThenBy(p => p.OrderId, StringComparer.Ordinal)
                .Select(p =>
                    (IReadOnlyList<string>)
                        [
                            p.OrderId,
                            SampleFolder.Iso(p.ShipBy),
                            SampleFolder.Iso(p.Confirmed),
                            p.Carrier,
                            p.TrackingId,
                            SampleFolder.Iso(p.FirstScan),
                            SampleFolder.Iso(p.DeliverBy),
                            SampleFolder.Iso(p.Delivered),
                            p.Quantity.ToString(CultureInfo.InvariantCulture),
                        ]
                )
        );
}

/// <summary>A carrier as the samples use it; the names are invented, so that nobody real is blamed.</summary>
internal sealed record Carrier(string Name, string Prefix, int Digits, int TransitDays)
{
    public static readonly Carrier Parcelway = new("Parcelway", "PWY", 11, 3);
    public static readonly Carrier Bluepost = new("Bluepost", "BP9400", 14, 3);
    public static readonly Carrier Norrbridge = new("Norrbridge Express", "NX", 12, 2);

    public string Track(Dice dice) => Prefix + dice.Digits(Digits);
}
