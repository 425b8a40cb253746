namespace Reprieve.Practices.Accounts;

/// <summary>Merges the rows of one order's shipments into packages.</summary>
internal static class PackageMerge
{
    /// <summary>
    /// Rows of one tracking id are one package: a filled field beats an empty one, and of two filled ones the later
    /// holds. Without a tracking id only identical rows are one.
    /// </summary>
    public static Package[] Of(List<Package> rows)
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
        if (told.Count == 0 || untold.Count == 0)
        {
            return [.. told, .. untold];
        }

        if (told.Count == 1)
        {
            Package whole = untold.Aggregate(told[0], (whole, row) => Merge(row, whole));
            return [whole with { Quantity = told[0].Quantity ?? Units(untold) }];
        }

        return told.Exists(package => package.DeliverBy is not null) ? [.. told] : [.. told, .. untold];
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
}
