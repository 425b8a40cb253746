using System.Collections.Frozen;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Drivers;

/// <summary>
/// Which part of the practice a driver points to. A product (SKU or ASIN) points to product selection where buyers
/// judge what they got; where the seller's own shipping or stock is judged, even a product points to the sales process
/// (it is stocked, packed or sent otherwise). Carrier, service level, weekday, handling time and destination always do.
/// </summary>
internal static class DriverArea
{
    private static readonly FrozenSet<string> OfBuyers = FrozenSet.Create(
        StringComparer.Ordinal,
        "order_defect_rate",
        "negative_feedback_rate",
        "a_to_z_rate",
        "chargeback_rate"
    );

    public static PracticeArea Of(string metric, string dimension) =>
        dimension is "sku" or "asin" && OfBuyers.Contains(metric)
            ? PracticeArea.ProductSelection
            : PracticeArea.SalesProcess;
}
