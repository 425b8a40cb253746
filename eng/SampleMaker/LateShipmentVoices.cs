using System.Globalization;

namespace Reprieve.SampleMaker;

/// <summary>What buyers of the late-shipment shop said: mostly content, and lately waiting.</summary>
internal static class LateShipmentVoices
{
    private static readonly string[] Kind =
    [
        "Just as described, thank you.",
        "Good quality, nice color.",
        "Fast and well packed.",
        "My daughter loves it.",
        "Does the job.",
        "Will buy again.",
    ];

    public static IEnumerable<(DateOnly, int, string, string, string)> Feedback(List<Sale> sales, List<Parcel> parcels)
    {
        List<Sale> merchant = Shipped(sales, byAmazon: false);
        for (int at = 0; at < 46; at++)
        {
            Sale sale = merchant[(at * 29 + 5) % merchant.Count];
            yield return (Day(sale, 9 + at % 5), at % 9 == 4 ? 4 : 5, Kind[at % Kind.Length], "", sale.OrderId);
        }

        List<Sale> judged = [.. merchant.Where(InDefectWindow)];
        yield return (Day(judged[40], 11), 2, "One zipper was stuck.", "Replacement sent, sorry.", judged[40].OrderId);
        yield return (Day(judged[210], 8), 1, "Wrong color in the box.", "", judged[210].OrderId);
        yield return (Day(judged[391], 10), 2, "Came a day later than promised.", "", judged[391].OrderId);

        HashSet<string> late = [.. parcels.Where(p => p.IsLate && p.Carrier == "Parcelway").Select(p => p.OrderId)];
        List<Sale> waiting =
        [
            .. merchant.Where(s => late.Contains(s.OrderId) && s.Purchased > StoreTime.At(new(2026, 9, 17), 0, 0)),
        ];
        yield return (Day(waiting[1], 5), 3, "Shipped later than the date I was given.", "", waiting[1].OrderId);
        yield return (Day(waiting[4], 6), 3, "Tracking did not move for two days.", "", waiting[4].OrderId);
    }

    public static IEnumerable<string[]> Claims(List<Sale> sales)
    {
        List<Sale> judged = [.. Shipped(sales, byAmazon: false).Where(InDefectWindow)];
        yield return Claim(judged[77], "a_to_z", 15, "granted");
        yield return Claim(judged[160], "a_to_z", 18, "denied");
        yield return Claim(judged[255], "a_to_z", 12, "withdrawn");
        yield return Claim(judged[333], "chargeback_fraud", 20, "denied");
        yield return Claim(judged[402], "a_to_z", 14, "under_review");
    }

    private static string[] Claim(Sale sale, string type, int daysLater, string status) =>
        [sale.OrderId, type, Day(sale, daysLater).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), status];

    private static List<Sale> Shipped(List<Sale> sales, bool byAmazon) =>
        [.. sales.Where(s => s.Status == "Shipped" && s.ByAmazon == byAmazon).OrderBy(s => s.Purchased)];

    private static bool InDefectWindow(Sale sale) =>
        StoreTime.Day(sale.Purchased) is { } day
        && day >= new DateOnly(2026, 7, 18)
        && day <= new DateOnly(2026, 9, 10);

    /// <summary>Some days after the purchase, and never after the notice.</summary>
    private static DateOnly Day(Sale sale, int later)
    {
        DateOnly day = StoreTime.Day(sale.Purchased).AddDays(later);
        return day > LateShipment.NoticeDay.AddDays(-1) ? LateShipment.NoticeDay.AddDays(-1) : day;
    }
}
