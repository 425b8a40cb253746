namespace Reprieve.SampleMaker;

/// <summary>
/// A seller-fulfilled shop in Ohio. From 8 September on one carrier fetched parcels two and a half hours earlier;
/// what was packed after that left a day late, most of it after weekends: 41 of 603 orders, 29 of them that carrier's.
/// </summary>
internal static class LateShipment
{
    public static readonly DateOnly NoticeDay = new(2026, 9, 29);
    private static readonly DateOnly WindowStart = new(2026, 8, 31);
    private static readonly DateOnly ReportStart = new(2026, 7, 2);

    private static readonly Product[] Products =
    [
        new("LMK-CASE-GRN", "B0ZLM4K7TA", "Larkmoor Zip Pencil Case, Large, Moss Green", 13.90m),
        new("LMK-CASE-BLU", "B0ZLM4K8QC", "Larkmoor Zip Pencil Case, Large, Harbor Blue", 13.90m),
        new("LMK-TRAY-3", "B0ZLM6R2VD", "Larkmoor Stackable Letter Tray, Set of 3, Beech", 34.50m),
        new("LMK-BOOKEND", "B0ZLM6R9WE", "Larkmoor Steel Bookends, Pair, Matte White", 21.00m),
        new("LMK-FOLDER-12", "B0ZLM8T3XF", "Larkmoor Expanding Folder, 12 Pockets, Letter Size", 18.75m),
        new("LMK-CLIP-40", "B0ZLM9U5YG", "Larkmoor Binder Clips, Assorted Sizes, Box of 40", 9.80m),
    ];

    /// <summary>Late confirmations of the one carrier, by the day of confirmation: Tuesdays carry the weekend's orders.</summary>
    private static readonly Dictionary<DateOnly, int> LateByParcelway = new()
    {
        [new(2026, 9, 9)] = 7,
        [new(2026, 9, 10)] = 1,
        [new(2026, 9, 15)] = 6,
        [new(2026, 9, 16)] = 2,
        [new(2026, 9, 22)] = 6,
        [new(2026, 9, 24)] = 1,
        [new(2026, 9, 25)] = 1,
        [new(2026, 9, 29)] = 5,
    };

    private static readonly int[] LateByOthers = [1, 2, 3, 9, 11, 15, 17, 18, 22, 23, 24, 29];

    public static void Write(SampleFolder folder)
    {
        var dice = new Dice(41603);
        List<Sale> sales = [];
        List<Parcel> parcels = [];
        foreach (DateOnly day in StoreTime.WorkingDays(ReportStart.AddDays(4), NoticeDay))
        {
            ShipDay(day, dice, sales, parcels);
        }

        List<(string, string)> cancellations = Cancelled(dice, sales);
        OpenOrders(dice, sales);
        ByAmazon(dice, sales);

        Reports.Orders(folder, StoreTime.At(NoticeDay, 19, 20), sales);
        Parcel.Write(folder, parcels);
        Reports.Feedback(folder, LateShipmentVoices.Feedback(sales, parcels));
        folder.Commas(
            "claims.csv",
            ["order-id", "type", "opened", "status"],
            LateShipmentVoices.Claims(sales).Select(row => (IReadOnlyList<string>)row)
        );
        folder.Commas(
            "cancellations.csv",
            ["order-id", "requested-by"],
            cancellations.Select(c => (IReadOnlyList<string>)[c.Item1, c.Item2])
        );
        Reports.Listings(folder, Products.Select((p, at) => (p, at == 1, 40 + 17 * at, "Active")));

        List<Parcel> window = [.. parcels.Where(p => StoreTime.Day(p.Confirmed) >= WindowStart)];
        LateShipmentNotice.Write(folder, window.Count(p => p.IsLate), window.Count);
    }

    /// <summary>How many orders are confirmed on a working day: 603 in the 30 days, 44 where a weekend went before.</summary>
    private static int Confirmed(DateOnly day)
    {
        bool afterBreak = StoreTime.PreviousWorkingDay(day) != day.AddDays(-1);
        return day < WindowStart ? (afterBreak ? 26 : 15)
            : afterBreak ? 44
            : day == new DateOnly(2026, 9, 4) ? 23
            : 24;
    }

    private static void ShipDay(DateOnly day, Dice dice, List<Sale> sales, List<Parcel> parcels)
    {
        int lateParcelway = LateByParcelway.GetValueOrDefault(day);
        int late = day < WindowStart ? (day.Day % 11 == 0 ? 1 : 0) : LateByOthers.Count(d => d == day.Day);
        int total = Confirmed(day);
        for (int at = 0; at < total; at++)
        {
            bool isLate = at < lateParcelway + late;
            Carrier carrier =
                at < lateParcelway ? Carrier.Parcelway
                : isLate ? (dice.Percent(60) ? Carrier.Bluepost : Carrier.Norrbridge)
                : Choose(dice);
            DateOnly shipBy =
                isLate ? StoreTime.PreviousWorkingDay(day)
                : dice.Percent(25) ? StoreTime.NextWorkingDay(day)
                : day;
            Sale sale = NewSale(dice, PurchaseBefore(shipBy, day, dice), carrier);
            sales.Add(sale);
            parcels.Add(Ship(sale, carrier, shipBy, day, dice));
        }
    }

    private static Carrier Choose(Dice dice) =>
        dice.Below(100) switch
        {
            < 20 => Carrier.Parcelway,
            < 68 => Carrier.Bluepost,
            _ => Carrier.Norrbridge,
        };

    /// <summary>One working day of handling: the order came in after the working day before its ship-by day.</summary>
    private static DateTimeOffset PurchaseBefore(DateOnly shipBy, DateOnly confirmed, Dice dice)
    {
        DateOnly earliest = StoreTime.PreviousWorkingDay(shipBy);
        DateOnly latest = shipBy.AddDays(-1);
        int days = latest.DayNumber - earliest.DayNumber;
        DateOnly day = earliest.AddDays(dice.Between(0, days));
        int lastHour = day == confirmed ? 9 : 22;
        return StoreTime.At(day, dice.Between(6, lastHour), dice.Below(60), dice.Below(60));
    }

    private static Sale NewSale(Dice dice, DateTimeOffset purchased, Carrier carrier) =>
        new()
        {
            OrderId = dice.OrderId(),
            Purchased = purchased,
            Product = dice.Pick(Products),
            Quantity = dice.Percent(12) ? 2 : 1,
            ServiceLevel = carrier == Carrier.Norrbridge && dice.Percent(50) ? "Expedited" : "Standard",
            Place = dice.Pick(Place.All),
        };

    private static Parcel Ship(Sale sale, Carrier carrier, DateOnly shipBy, DateOnly day, Dice dice)
    {
        DateTimeOffset confirmed = StoreTime.At(day, dice.Between(11, 16), dice.Below(60), dice.Below(60));
        bool scanned = !dice.Percent(1);
        int transit = carrier.TransitDays + (dice.Percent(30) ? 1 : 0) + (dice.Percent(3) ? 4 : 0);
        DateTimeOffset delivered = StoreTime.At(day.AddDays(transit), dice.Between(9, 19), dice.Below(60));
        DateTimeOffset known = StoreTime.At(NoticeDay, 18, 0);
        DateTimeOffset scan = confirmed.AddHours(dice.Between(2, 6));
        return new Parcel(
            sale.OrderId,
            StoreTime.At(shipBy, 23, 59, 59),
            confirmed,
            carrier.Name,
            carrier.Track(dice),
            scanned && confirmed < known ? scan : null,
            StoreTime.At(shipBy.AddDays(6), 20, 0),
            delivered < known ? delivered : null,
            sale.Quantity
        );
    }

    /// <summary>Cancelled orders over the 90 days; one by the seller in the last week.</summary>
    private static List<(string, string)> Cancelled(Dice dice, List<Sale> sales)
    {
        (DateOnly Day, string By)[] plan =
        [
            (new(2026, 7, 9), "buyer"),
            (new(2026, 7, 21), "seller"),
            (new(2026, 7, 30), "buyer"),
            (new(2026, 8, 4), "buyer"),
            (new(2026, 8, 13), "seller"),
            (new(2026, 8, 19), "buyer"),
            (new(2026, 8, 27), "amazon_auto"),
            (new(2026, 9, 5), "buyer"),
            (new(2026, 9, 13), "buyer"),
            (new(2026, 9, 23), "buyer"),
            (new(2026, 9, 24), "seller"),
            (new(2026, 9, 26), "buyer"),
        ];
        List<(string, string)> cancelled = [];
        foreach ((DateOnly day, string by) in plan)
        {
            Sale sale = NewSale(dice, StoreTime.At(day, dice.Between(8, 20), dice.Below(60)), Carrier.Bluepost) with
            {
                Status = "Cancelled",
            };
            sales.Add(sale);
            cancelled.Add((sale.OrderId, by));
        }

        return cancelled;
    }

    /// <summary>Orders of the last two days: to be shipped, or not yet paid.</summary>
    private static void OpenOrders(Dice dice, List<Sale> sales)
    {
        for (int at = 0; at < 22; at++)
        {
            DateTimeOffset purchased = StoreTime.At(new(2026, 9, 28), dice.Between(8, 23), dice.Below(60));
            sales.Add(NewSale(dice, purchased, Carrier.Bluepost) with { Status = at < 16 ? "Unshipped" : "Pending" });
        }
    }

    private static void ByAmazon(Dice dice, List<Sale> sales)
    {
        for (int at = 0; at < 150; at++)
        {
            DateOnly day = ReportStart.AddDays(dice.Below(88));
            sales.Add(
                NewSale(
                    dice,
                    StoreTime.At(day, dice.Between(0, 23), dice.Below(60), dice.Below(60)),
                    Carrier.Bluepost
                ) with
                {
                    Product = Products[1],
                    ByAmazon = true,
                    ServiceLevel = "Expedited",
                    SalesChannel = at % 30 == 7 ? "Non-Amazon" : "Amazon.com",
                }
            );
        }
    }
}
