using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>
/// What is asked of every package many times: its dates in the store's zone, as far as they had come by the end of the
/// day, and whether the carrier had scanned it. The default moment stands for none.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PackageDates(
    Moment ShipBy,
    Moment Confirmed,
    Moment DeliverBy,
    Moment Delivered,
    bool Scanned
)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static PackageDates Of(in PackageRow row, Imports imports, Setting setting)
    {
        bool dayFirst = imports.Files[row.File].DayFirst(setting.DayFirstHabit);
        Moment confirmed = setting.KnownAt(row.Confirmed, dayFirst);
        bool scanned = !setting.KnownAt(row.FirstScan, dayFirst).IsNone;
        bool valid = false;
        bool judged =
            imports.ValidTracking.Count > 0
            && row.Tracking != 0
            && imports.ValidTracking.TryGetValue(row.Tracking, out valid);
        return new PackageDates(
            setting.At(row.ShipBy, dayFirst),
            confirmed,
            setting.At(row.DeliverBy, dayFirst),
            setting.KnownAt(row.Delivered, dayFirst),
            // Amazon's own verdict on the id comes first.
            judged ? valid && (scanned || !confirmed.IsNone) : scanned
        );
    }
}
