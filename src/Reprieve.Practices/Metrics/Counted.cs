using System.Runtime.InteropServices;

namespace Reprieve.Practices.Metrics;

/// <summary>One thing that a metric counts: an order, a package, or the units of a package.</summary>
/// <param name="Day">The day that puts it into a window, in the store's zone.</param>
/// <param name="Weight">How much it counts; 0 for an order that is only noted as assumed.</param>
/// <param name="Bad">Whether it is a defect, a late one, a miss.</param>
/// <param name="Order">The order's number.</param>
/// <param name="Package">Which of its packages; -1 where the whole order is counted.</param>
/// <param name="Assumed">Whether it was judged, or left out, on an assumption.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Counted(
    DateOnly Day,
    int Weight,
    bool Bad,
    int Order,
    int Package = -1,
    bool Assumed = false
);
