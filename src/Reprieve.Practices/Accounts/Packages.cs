using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>Merges the rows of the shipments table into packages, and packages into shipments.</summary>
internal static class Packages
{
    /// <summary>Shipments of the store's seller-fulfilled orders, and of orders that no report has.</summary>
    public static IReadOnlyList<Shipment> Shipments(Imports imports, Setting setting, OrderBook orders)
    {
        var byOrder = new Dictionary<OrderKey, List<Package>>();
        for (int i = 0; i < imports.Packages.Count; i++)
        {
            PackageRow row = imports.Packages[i];
            if (!byOrder.TryGetValue(row.Order, out List<Package>? rows))
            {
                byOrder.Add(row.Order, rows = new List<Package>(1));
            }

            rows.Add(Of(row, imports, setting));
        }

        List<Shipment> shipments = [];
        foreach ((OrderKey key, List<Package> rows) in byOrder)
        {
            (bool known, Order? order) = orders.Find(key);
            if (!known || order?.Program is Fulfilment.Merchant)
            {
                shipments.Add(new Shipment(key, order, rows.Count == 1 ? rows : [.. Merged(rows)]));
            }
        }

        return shipments;
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
                .SelectMany(same => same.Key.Length == 0 ? same.Distinct() : [same.Aggregate(Merge)]),
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
    private static bool IsUntold(Package row) => row.Tracking.Length == 0 && !row.TellsTracking;

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
        if (row.Tracking > 0 && imports.ValidTracking.TryGetValue(row.Tracking, out bool valid))
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
            row.Carrier < 0 ? "" : imports.Names[row.Carrier],
            row.Tracking < 0 ? "" : imports.Names[row.Tracking],
            row.Units,
            row is { Carrier: >= 0, Tracking: >= 0 },
            row.Line
        );
    }
}
