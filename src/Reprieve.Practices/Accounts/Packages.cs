using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>Merges the rows of the shipments table into packages, and packages into shipments.</summary>
internal static class Packages
{
    /// <summary>
    /// The packages of the store's seller-fulfilled orders and of orders that no report has; each order is noted where its
    /// packages are.
    /// </summary>
    /// <param name="rows">The rows of the shipments table.</param>
    /// <param name="orders">All orders, by number.</param>
    public static Package[] Of(RowsByOrder rows, Order[] orders, Imports imports, Setting setting)
    {
        Package[] packages = GC.AllocateUninitializedArray<Package>(rows.Rows);
        Stretches.Walk(
            orders.Length,
            Stretches.Worth,
            (from, to) =>
            {
                for (int number = from; number < to; number++)
                {
                    ReadOnlySpan<int> places = rows.PlacesOf(number);
                    ref Order order = ref orders[number];
                    if (!places.IsEmpty && (!order.Reported || order.Program is Fulfilment.Merchant))
                    {
                        int first = rows.RowsBefore(number);
                        int count = Take(places, packages.AsSpan(first), imports, setting);
                        order = order with { Packages = new Stretch(first, count) };
                    }
                }
            }
        );
        return packages;
    }

    /// <summary>Puts the packages of one order's rows into a span that has room for all, and tells how many they are.</summary>
    private static int Take(ReadOnlySpan<int> places, Span<Package> into, Imports imports, Setting setting)
    {
        for (int i = 0; i < places.Length; i++)
        {
            into[i] = Of(imports.Packages[places[i]], imports, setting);
        }

        if (places.Length == 1 || AreApart(into[..places.Length]))
        {
            return places.Length;
        }

        int count = 0;
        foreach (Package package in Merged([.. into[..places.Length]]))
        {
            into[count++] = package;
        }

        return count;
    }

    /// <summary>Whether packages have each a tracking id of its own, so that there is nothing to merge.</summary>
    private static bool AreApart(ReadOnlySpan<Package> packages)
    {
        for (int i = 0; i < packages.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (packages[j].Tracking == packages[i].Tracking)
                {
                    return false;
                }
            }

            if (packages[i].Tracking == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Rows of one tracking id are one package: a filled field beats an empty one, and of two filled ones the later
    /// holds. Without a tracking id only identical rows are one.
    /// </summary>
    private static IEnumerable<Package> Merged(List<Package> rows)
    {
        List<Package> told =
        [
            .. rows.Where(row => !IsUntold(row))
                .GroupBy(row => row.Tracking)
                .SelectMany(same => same.Key == 0 ? same.Distinct() : [same.Aggregate(Merge)]),
        ];
        List<Package> untold =
        [
            .. rows.Where(IsUntold)
                .GroupBy(row => row.Line)
                .SelectMany(same => same.Key == 0 ? same.Distinct() : [same.Aggregate(Merge)]),
        ];
        return told.Count == 0 ? untold
            : untold.Count == 0 ? told
            : told.Count == 1
                ?
                [
                    untold.Aggregate(told[0], (whole, row) => Merge(row, whole)) with
                    {
                        Quantity = told[0].Quantity ?? Units(untold),
                    },
                ]
            : told.Exists(package => package.DeliverBy is not null) ? told
            : told.Concat(untold);
    }

    /// <summary>The units of an order's lines; null where no file tells them.</summary>
    private static int? Units(List<Package> lines)
    {
        List<Package> counted = lines.FindAll(line => line.Line != 0 || line.Quantity is not null);
        return counted.Count == 0 ? null : counted.Sum(line => line.Units);
    }

    /// <summary>
    /// A row of a file that has no tracking ids, as two of Amazon's downloads: it tells of an order's lines, and fills
    /// in what the order's only package lacks. It is no further package.
    /// </summary>
    private static bool IsUntold(Package row) => row.Tracking == 0 && !row.TellsTracking;

    private static Package Merge(Package before, Package now) =>
        new(
            now.ShipBy ?? before.ShipBy,
            now.Confirmed ?? before.Confirmed,
            now.Scanned || before.Scanned,
            now.DeliverBy ?? before.DeliverBy,
            now.Delivered ?? before.Delivered,
            now.Carrier != 0 ? now.Carrier : before.Carrier,
            now.Tracking,
            now.Quantity ?? before.Quantity,
            now.TellsTracking,
            now.Line
        );

    private static Package Of(in PackageRow row, Imports imports, Setting setting)
    {
        ImportedFile file = imports.Files[row.File];
        Moment? confirmed = setting.Known(row.Confirmed, file);
        bool scanned = setting.Known(row.FirstScan, file) is not null;
        if (row.Tracking != 0 && imports.ValidTracking.TryGetValue(row.Tracking, out bool valid))
        {
            // Amazon's own verdict on the id.
            scanned = valid && (scanned || confirmed is not null);
        }

        return new Package(
            setting.Resolve(row.ShipBy, file),
            confirmed,
            scanned,
            setting.Resolve(row.DeliverBy, file),
            setting.Known(row.Delivered, file),
            row.Carrier,
            row.Tracking,
            row.Units,
            row.TellsTracking,
            row.Line
        );
    }
}
