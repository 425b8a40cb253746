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
    private static IEnumerable<Package> Merged(List<Package> rows) =>
        rows.GroupBy(row => row.Tracking)
            .SelectMany(same => same.Key.Length == 0 ? same.Distinct() : [same.Aggregate(Merge)]);

    private static Package Merge(Package before, Package now) =>
        new(
            now.ShipBy ?? before.ShipBy,
            now.Confirmed ?? before.Confirmed,
            now.FirstScan ?? before.FirstScan,
            now.DeliverBy ?? before.DeliverBy,
            now.Delivered ?? before.Delivered,
            now.Carrier.Length > 0 ? now.Carrier : before.Carrier,
            now.Tracking,
            now.Quantity ?? before.Quantity
        );

    private static Package Of(PackageRow row, Imports imports, Setting setting)
    {
        ImportedFile file = imports.Files[row.File];
        return new Package(
            setting.Resolve(row.ShipBy, file),
            setting.Known(row.Confirmed, file),
            setting.Known(row.FirstScan, file),
            setting.Resolve(row.DeliverBy, file),
            setting.Known(row.Delivered, file),
            imports.Names[row.Carrier],
            imports.Names[row.Tracking],
            row.Units
        );
    }
}
