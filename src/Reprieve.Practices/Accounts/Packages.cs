using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>Merges the rows of the shipments table into packages, and packages into shipments.</summary>
internal static class Packages
{
    /// <summary>
    /// Shipments of the store's seller-fulfilled orders, and of orders that no report has, as far as any of their dates is
    /// recent. The packages of the orders that were made are noted with them.
    /// </summary>
    /// <param name="made">The store's recent orders, by id.</param>
    /// <param name="since">Nothing older matters.</param>
    public static IReadOnlyList<Shipment> Shipments(
        Imports imports,
        Setting setting,
        OrderBook orders,
        IReadOnlyList<Order> made,
        DateOnly since
    )
    {
        var rows = new RowsByOrder(imports.Packages.Count, i => imports.Packages[i].Order);
        IReadOnlyList<List<Shipment>> found = rows.Walk(
            (first, last) =>
            {
                List<Shipment> shipments = [];
                int next = 0;
                for (int from = first, to; from < last; from = to)
                {
                    to = rows.EndOf(from);
                    OrderKey key = rows.KeyAt(from);
                    next = Place(made, key, next);
                    Order? recent = next < made.Count && made[next].Key == key ? made[next] : null;
                    if (recent is not null || IsRecent(rows, from, to, imports, setting, since))
                    {
                        (bool known, Order? order) = recent is null ? orders.Find(key) : (true, recent);
                        if (!known || order?.Program is Fulfilment.Merchant)
                        {
                            shipments.Add(new Shipment(key, order, PackagesOf(rows, from, to, imports, setting)));
                        }
                    }
                }

                return shipments;
            }
        );
        List<Shipment> all = found.Count == 1 ? found[0] : [.. found.SelectMany(part => part)];
        foreach (Shipment shipment in all)
        {
            shipment.Order?.Packages = shipment.Packages;
        }

        return all;
    }

    /// <summary>Where an order stands among orders by id, not before a place; or where it would stand.</summary>
    private static int Place(IReadOnlyList<Order> made, OrderKey key, int from)
    {
        while (from < made.Count && made[from].Key.Value < key.Value)
        {
            from++;
        }

        return from;
    }

    private static bool IsRecent(RowsByOrder rows, int from, int to, Imports imports, Setting setting, DateOnly since)
    {
        for (int place = from; place < to; place++)
        {
            ref readonly PackageRow row = ref imports.Packages[rows[place]];
            ImportedFile file = imports.Files[row.File];
            if (IsRecent(row.DeliverBy, file) || IsRecent(row.Confirmed, file) || IsRecent(row.ShipBy, file))
            {
                return true;
            }
        }

        return false;

        bool IsRecent(Stamp stamp, ImportedFile file) => setting.Resolve(stamp, file) is { } at && at.Day >= since;
    }

    private static List<Package> PackagesOf(RowsByOrder rows, int from, int to, Imports imports, Setting setting)
    {
        List<int> inFile = new(to - from);
        for (int place = from; place < to; place++)
        {
            inFile.Add(rows[place]);
        }

        inFile.Sort();
        List<Package> packages = inFile.ConvertAll(row => Of(imports.Packages[row], imports, setting));
        return packages.Count == 1 ? packages : [.. Merged(packages)];
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
            : told.Count == 1 ? [untold.Aggregate(told[0], (whole, row) => Merge(row, whole)) with { Quantity = told[0].Quantity ?? Units(untold) }]
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
            now.FirstScan ?? before.FirstScan,
            now.DeliverBy ?? before.DeliverBy,
            now.Delivered ?? before.Delivered,
            now.Carrier.Length > 0 ? now.Carrier : before.Carrier,
            now.Tracking,
            now.Quantity ?? before.Quantity,
            now.TellsTracking,
            now.Line
        );

    private static Package Of(PackageRow row, Imports imports, Setting setting)
    {
        ImportedFile file = imports.Files[row.File];
        Moment? confirmed = setting.Known(row.Confirmed, file);
        Moment? scan = setting.Known(row.FirstScan, file);
        if (row.Tracking != 0 && imports.ValidTracking.TryGetValue(row.Tracking, out bool valid))
        {
            // Amazon's own verdict on the id. The day of the scan is in no file then; no metric asks for it.
            scan = valid ? scan ?? confirmed : null;
        }

        return new Package(
            setting.Resolve(row.ShipBy, file),
            confirmed,
            scan,
            setting.Resolve(row.DeliverBy, file),
            setting.Known(row.Delivered, file),
            imports.Names[row.Carrier],
            row.Tracking,
            row.Units,
            row.TellsTracking,
            row.Line
        );
    }
}
