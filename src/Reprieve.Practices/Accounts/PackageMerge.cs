using System.Runtime.InteropServices;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>Merges the rows of one order's shipments into packages.</summary>
internal static class PackageMerge
{
    /// <summary>
    /// Rows of one tracking id are one package: a filled field beats an empty one, and of two filled ones the later
    /// holds. Without a tracking id only identical rows are one.
    /// </summary>
    public static PackageRow[] Of(List<PackageRow> rows)
    {
        if (rows.TrueForAll(row => row.Tracking != 0 && row.Tracking == rows[0].Tracking))
        {
            PackageRow merged = rows[0];
            foreach (PackageRow row in CollectionsMarshal.AsSpan(rows)[1..])
            {
                merged = Merge(merged, row);
            }

            return [merged];
        }

        List<PackageRow> told =
        [
            .. rows.Where(row => !IsUntold(row))
                .GroupBy(row => row.Tracking)
                .SelectMany(same => same.Key == 0 ? same.Distinct() : [same.Aggregate(Merge)]),
        ];
        List<PackageRow> untold =
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
            PackageRow whole = untold.Aggregate(told[0], (whole, row) => Merge(row, whole));
            return [whole with { Units = told[0].Units ?? Units(untold) }];
        }

        return told.Exists(package => package.DeliverBy.Known) ? [.. told] : [.. told, .. untold];
    }

    /// <summary>The units of an order's lines; null where no file tells them.</summary>
    private static int? Units(List<PackageRow> lines)
    {
        List<PackageRow> counted = lines.FindAll(line => line.Line != 0 || line.Units is not null);
        return counted.Count == 0 ? null : counted.Sum(line => line.Units ?? 1);
    }

    /// <summary>
    /// A row of a file that has no tracking ids, as two of Amazon's downloads: it tells of an order's lines, and fills
    /// in what the order's only package lacks. It is no further package.
    /// </summary>
    private static bool IsUntold(PackageRow row) => row.Tracking == 0 && !row.TellsTracking;

    private static PackageRow Merge(PackageRow before, PackageRow now) =>
        now with
        {
            ShipBy = Later(before.ShipBy, now.ShipBy),
            Confirmed = Later(before.Confirmed, now.Confirmed),
            FirstScan = Later(before.FirstScan, now.FirstScan),
            DeliverBy = Later(before.DeliverBy, now.DeliverBy),
            Delivered = Later(before.Delivered, now.Delivered),
            Carrier = now.Carrier != 0 ? now.Carrier : before.Carrier,
            Units = now.Units ?? before.Units,
        };

    private static Stamp Later(Stamp before, Stamp now) => now.Known ? now : before;
}
