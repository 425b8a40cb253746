namespace Reprieve.Practice.Generating;

/// <summary>
/// Invents the orders of a growing seller, the newest first. Since mid-August the seller confirms late five times as
/// often as before, 1.5 % over the year, and one product is late six times as often as the others: so the
/// late-shipment rate of the last 30 days is missed and has a driver.
/// </summary>
internal sealed class Sales(int orders, Dice dice, StoreClock clock)
{
    /// <summary>The day that the review looks back from; the downloads were made in its morning.</summary>
    public static readonly DateOnly AsOf = new(2026, 9, 30);

    private const int Days = 365;

    /// <summary>Last days in which the seller falls behind.</summary>
    private const int BadDays = 45;

    private const double LateBefore = 0.0075;
    private const double LateSince = 0.043;
    private const int PlantedTimes = 6;

    public static readonly string[] Services =
    [
        "Standard",
        "Expedited",
        "SecondDay",
        "NextDay",
        "Scheduled",
        "Economy",
    ];

    private static readonly int[] HandlingDays = [2, 1, 1, 1, 3, 3];

    /// <summary>When the reports were downloaded: nothing later stands in them.</summary>
    public long Now { get; } = clock.Utc(StoreClock.Seconds(AsOf) + (9 * 3600));

    private readonly long _end = clock.Utc(StoreClock.Seconds(AsOf));

    public IEnumerable<Sale> All()
    {
        long digits = dice.Below(int.MaxValue);
        for (int i = 0; i < orders; i++)
        {
            // A step without common divisor with 10^14 comes back to a number only after all others.
            digits = (digits + 61_803_398_874_989) % 100_000_000_000_000;
            yield return One(digits, _end - Ago((i + dice.Unit()) / orders));
        }
    }

    /// <summary>Four times as many orders a day at the end of the year as at its beginning.</summary>
    private static long Ago(double share)
    {
        double years = (Math.Sqrt(0.16 + (2.4 * (1 - share))) - 0.4) / 1.2;
        return Math.Max(1, (long)((1 - years) * Days * StoreClock.Day));
    }

    private Sale One(long digits, long purchased)
    {
        bool byAmazon = dice.Chance(0.08);
        string channel = !dice.Chance(0.03)
            ? "Amazon.com"
            : dice.Below(6) switch
            {
                0 when byAmazon => "Non-Amazon",
                < 4 => "Amazon.ca",
                _ => "Amazon.com.mx",
            };
        var first = new Line(Products.Any(dice), dice.Chance(0.9) ? 1 : dice.Between(2, 4));
        Line? second = dice.Chance(0.03) ? new Line(Another(first.Product), 1) : null;
        int service = Math.Min(dice.Below(Services.Length), dice.Below(Services.Length));
        bool pending = dice.Chance(_end - purchased < StoreClock.Day ? 0.2 : 0.0004);
        bool cancelled = !pending && dice.Chance(0.01);
        bool part = cancelled && second is not null;
        bool late = dice.Chance(LateChance(purchased, first.Product));
        long shipBy = ShipBy(purchased, service);
        long confirmed = late ? shipBy + dice.Between(60, 40 * 3600) : Between(purchased + 600, shipBy - 60);
        bool shipped = !pending && (!cancelled || part) && confirmed <= Now;
        long updated = shipped ? confirmed + dice.Between(60, 90_000) : purchased + dice.Between(60, 30_000);
        return new Sale(
            ((111 + (digits % 4)) * 100_000_000_000_000) + digits,
            purchased,
            Math.Min(Now, updated),
            byAmazon,
            channel,
            service,
            dice.Below(Places.All.Length),
            pending,
            cancelled && !part,
            part,
            late && shipped,
            shipBy,
            shipped ? confirmed : null,
            first,
            second
        );
    }

    private int Another(int product)
    {
        int other = Products.Any(dice);
        return other == product ? (product + 1) % Products.Count : other;
    }

    private double LateChance(long purchased, int product) =>
        (_end - purchased < BadDays * (long)StoreClock.Day ? LateSince : LateBefore)
        * (product == Products.Planted ? PlantedTimes : 1);

    /// <summary>The end of the last handling day, in the store's zone.</summary>
    private long ShipBy(long purchased, int service)
    {
        long today = clock.Local(purchased) / StoreClock.Day;
        return clock.Utc(((today + 1 + HandlingDays[service]) * StoreClock.Day) - 1);
    }

    private long Between(long low, long high) => low + (long)(dice.Unit() * (high - low));
}
