namespace Reprieve.SampleMaker;

/// <summary>
/// A glassware shop whose first plan was too general. The order defect rate stems from one item whose inner carton
/// was changed (damaged on arrival) and from parcels handed to one carrier without a scan (not received).
/// </summary>
internal static class SecondRound
{
    public static readonly DateOnly NoticeDay = new(2026, 8, 18);
    public static readonly DateOnly AnswerDay = new(2026, 8, 25);
    private static readonly DateOnly ReportStart = new(2026, 5, 28);

    public static readonly Product Carafe = new(
        "BC-CARAFE-1",
        "B0ZBC1C8DH",
        "Brindlecove Glass Carafe with Lid, 1.2 Liter",
        28.90m
    );

    private static readonly Product[] Products =
    [
        Carafe,
        new("BC-TUMBLER-4", "B0ZBC4T2FJ", "Brindlecove Glass Tumblers, Set of 4, Ribbed", 26.50m),
        new("BC-JAR-6", "B0ZBC6J5GK", "Brindlecove Spice Jars, Set of 6, Bamboo Lids", 19.90m),
        new("BC-BOWL-3", "B0ZBC3B7HL", "Brindlecove Nesting Bowls, Set of 3, Clear", 31.00m),
    ];

    public static void Write(SampleFolder folder)
    {
        var dice = new Dice(8252026);
        List<Sale> sales = [];
        List<Parcel> parcels = [];
        foreach (DateOnly day in StoreTime.WorkingDays(ReportStart.AddDays(1), AnswerDay.AddDays(-1)))
        {
            bool afterBreak = StoreTime.PreviousWorkingDay(day) != day.AddDays(-1);
            for (int at = 0; at < (afterBreak ? 20 : 10); at++)
            {
                Order(day, dice, sales, parcels);
            }
        }

        List<(Sale Sale, string How)> defects = Defects(sales, parcels);
        parcels =
        [
            .. parcels.Select(p => defects.Any(d => d.How == "claim" && d.Sale.OrderId == p.OrderId) ? Lost(p) : p),
        ];
        Reports.Orders(folder, StoreTime.At(AnswerDay, 9, 0), sales);
        Parcel.Write(folder, parcels);
        Reports.Feedback(folder, Feedback(sales, defects));
        folder.Commas(
            "claims.csv",
            ["order-id", "type", "opened", "status"],
            defects
                .Where(d => d.How == "claim")
                .Select(d =>
                    (IReadOnlyList<string>)
                        [d.Sale.OrderId, "a_to_z", Day(d.Sale, 12).ToString("yyyy-MM-dd", null), "granted"]
                )
        );
        folder.Commas("cancellations.csv", ["order-id", "requested-by"], []);
        Reports.Listings(folder, Products.Select((p, at) => (p, false, 0, at == 0 ? "Inactive" : "Active")));
        SecondRoundMails.Write(folder, FigureAt(NoticeDay, sales, defects));
    }

    private static void Order(DateOnly day, Dice dice, List<Sale> sales, List<Parcel> parcels)
    {
        DateOnly purchased = StoreTime.PreviousWorkingDay(day);
        purchased = purchased.AddDays(dice.Below(day.DayNumber - purchased.DayNumber));
        var sale = new Sale
        {
            OrderId = dice.OrderId(),
            Purchased = StoreTime.At(purchased, dice.Between(6, 22), dice.Below(60), dice.Below(60)),
            Product = dice.Pick(Products),
            Place = dice.Pick(Place.All),
        };
        Carrier carrier = dice.Percent(25) ? Carrier.Parcelway : Carrier.Bluepost;
        DateTimeOffset confirmed = StoreTime.At(day, dice.Between(10, 15), dice.Below(60));
        DateTimeOffset delivered = StoreTime.At(day.AddDays(carrier.TransitDays), dice.Between(9, 19), dice.Below(60));
        DateTimeOffset known = StoreTime.At(AnswerDay, 6, 0);
        sales.Add(sale);
        parcels.Add(
            new Parcel(
                sale.OrderId,
                StoreTime.At(day, 23, 59, 59),
                confirmed,
                carrier.Name,
                carrier.Track(dice),
                confirmed.AddHours(4),
                StoreTime.At(day.AddDays(6), 20, 0),
                delivered < known ? delivered : null,
                1
            )
        );
    }

    /// <summary>Eleven carafes broken on arrival, told in feedback; five parcels of one carrier that never came, as claims.</summary>
    private static List<(Sale, string)> Defects(List<Sale> sales, List<Parcel> parcels)
    {
        HashSet<string> parcelway = [.. parcels.Where(p => p.Carrier == "Parcelway").Select(p => p.OrderId)];
        List<Sale> span =
        [
            .. sales
                .Where(s => StoreTime.Day(s.Purchased) >= new DateOnly(2026, 6, 20))
                .Where(s => StoreTime.Day(s.Purchased) <= new DateOnly(2026, 8, 2))
                .OrderBy(s => s.Purchased),
        ];
        List<Sale> carafes = [.. span.Where(s => s.Product == Carafe && !parcelway.Contains(s.OrderId))];
        List<Sale> lost = [.. span.Where(s => s.Product != Carafe && parcelway.Contains(s.OrderId))];
        return
        [
            .. Enumerable.Range(0, 11).Select(at => (carafes[at * (carafes.Count - 1) / 10], "broken")),
            .. Enumerable.Range(0, 5).Select(at => (lost[at * (lost.Count - 1) / 4], "claim")),
        ];
    }

    private static Parcel Lost(Parcel parcel) => parcel with { FirstScan = null, Delivered = null };

    private static IEnumerable<(DateOnly, int, string, string, string)> Feedback(
        List<Sale> sales,
        List<(Sale Sale, string How)> defects
    )
    {
        string[] broken =
        [
            "The carafe arrived in pieces.",
            "Glass broken on arrival, no padding in the box.",
            "Cracked when I opened it.",
            "Arrived damaged, thin carton.",
        ];
        int at = 0;
        foreach ((Sale sale, _) in defects.Where(d => d.How == "broken"))
        {
            yield return (Day(sale, 7), 1 + at % 2, broken[at++ % broken.Length], "", sale.OrderId);
        }

        string[] kind = ["Lovely glass.", "Well made.", "As pictured.", "Quick delivery, thank you."];
        HashSet<string> taken = [.. defects.Select(d => d.Sale.OrderId)];
        List<Sale> others = [.. sales.Where(s => !taken.Contains(s.OrderId)).OrderBy(s => s.Purchased)];
        for (int one = 0; one < 28; one++)
        {
            Sale sale = others[one * 23 % others.Count];
            yield return (Day(sale, 10), 5, kind[one % kind.Length], "", sale.OrderId);
        }
    }

    /// <summary>The order defect rate as the notice states it: 60 days that end 14 days before it.</summary>
    private static (int Defects, int Orders) FigureAt(
        DateOnly day,
        List<Sale> sales,
        List<(Sale Sale, string How)> defects
    )
    {
        DateOnly to = day.AddDays(-14);
        DateOnly from = to.AddDays(-59);
        bool In(Sale sale) => StoreTime.Day(sale.Purchased) >= from && StoreTime.Day(sale.Purchased) <= to;
        return (defects.Count(d => In(d.Sale)), sales.Count(In));
    }

    private static DateOnly Day(Sale sale, int later)
    {
        DateOnly day = StoreTime.Day(sale.Purchased).AddDays(later);
        return day > AnswerDay ? AnswerDay : day;
    }
}
