using System.Globalization;

namespace Reprieve.Practice.Generating;

/// <summary>
/// Our own table of packages. One carrier scans badly, so that the valid tracking rate is missed and has a driver;
/// some packages stand in it twice, first without what came later.
/// </summary>
internal sealed class ShipmentsFile(string path, StoreClock clock, long now, Dice dice) : IDisposable
{
    private static readonly string[] Carriers =
    [
        "Parcelway",
        "Bluepost",
        "Norrbridge Express",
        "Halloway Freight",
        "Swiftline",
        "Kestrel Parcel",
        "Meridian Post",
        "Cartwright & Sons",
        "Doorway",
        "Pinecrest Logistics",
        "Ravel",
        "Tideline Courier",
    ];

    /// <summary>The carrier that scans badly.</summary>
    private const int Planted = 4;

    private readonly Table _table = new(
        path,
        ',',
        "\n",
        "order-id",
        "ship-by",
        "ship-confirmed",
        "carrier",
        "tracking-id",
        "first-scan",
        "deliver-by",
        "delivered",
        "quantity"
    );

    public long Bytes => _table.Bytes;

    public void Write(Sale sale)
    {
        if (sale.ByAmazon || sale.Pending || sale.Cancelled)
        {
            return;
        }

        if (sale.Confirmed is not { } confirmed)
        {
            // Not yet shipped, but promised.
            Row(sale, null, null, "", null, DeliverBy(sale), null, sale.First.Units);
            return;
        }

        bool two = dice.Chance(0.02);
        // Of a late order one package may have left in time.
        long early = Math.Min(confirmed, sale.ShipBy - 3600);
        Package(sale, two && dice.Chance(0.5) ? early : confirmed, sale.First.Units);
        if (two)
        {
            Package(sale, confirmed, 1);
        }
    }

    private void Package(Sale sale, long confirmed, int units)
    {
        int carrier = dice.Below(Carriers.Length);
        long deliverBy = DeliverBy(sale);
        long scan = confirmed + dice.Between(7200, 28_800);
        long delivered = dice.Chance(0.04)
            ? deliverBy + dice.Between(3600, 3 * StoreClock.Day)
            : scan + (long)(dice.Unit() * Math.Max(3600, deliverBy - scan));
        string tracking = dice.Chance(0.012) ? "" : Tracking();
        long? first = scan <= now && !dice.Chance(carrier == Planted ? 0.4 : 0.015) ? scan : null;
        long? arrived = delivered <= now && !dice.Chance(0.02) ? delivered : null;
        string? by = dice.Chance(0.006) ? null : Carriers[carrier];
        if (dice.Chance(0.002))
        {
            Row(sale, confirmed, by, tracking, first, deliverBy, null, units);
        }

        Row(sale, confirmed, by, tracking, first, deliverBy, arrived, units);
        if (dice.Chance(0.001))
        {
            Row(sale, confirmed, by, tracking, first, deliverBy, arrived, units);
        }
    }

    private string Tracking() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"TK{dice.Below(1_000_000_000):000000000}{dice.Below(10_000):0000}"
        );

    /// <summary>Eight in the evening, some days after the last day of shipping.</summary>
    private long DeliverBy(Sale sale)
    {
        long day = clock.Local(sale.ShipBy) / StoreClock.Day;
        return clock.Utc(((day + (sale.Service is 1 or 2 or 3 ? 3 : 6)) * StoreClock.Day) + (20 * 3600));
    }

    private void Row(
        Sale sale,
        long? confirmed,
        string? carrier,
        string tracking,
        long? scan,
        long deliverBy,
        long? delivered,
        int units
    )
    {
        _table.OrderId(sale.Digits);
        Time(sale.ShipBy);
        Time(confirmed);
        _table.Field(carrier ?? "");
        _table.Field(tracking);
        Time(scan);
        Time(deliverBy);
        Time(delivered);
        if (dice.Chance(0.02) && units == 1)
        {
            _table.Empty();
        }
        else
        {
            _table.Number(units);
        }

        _table.EndRow();
    }

    private void Time(long? utc) => _table.Time(utc, clock.Offset(utc ?? 0));

    public void Dispose() => _table.Dispose();
}
