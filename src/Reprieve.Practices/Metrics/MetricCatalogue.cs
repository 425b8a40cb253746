using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;

namespace Reprieve.Practices.Metrics;

/// <summary>A metric we compute: what it counts and the files it needs.</summary>
/// <param name="MoreIsBetter">Whether the numerator holds the good ones; the orders listed are the bad ones all the same.</param>
internal sealed record MetricFormula(
    string Code,
    Func<Account, Fulfilment, IEnumerable<Counted>> Items,
    IReadOnlyList<string> Inputs,
    bool MoreIsBetter = false
);

/// <summary>The metrics of the review, in the order in which they are printed.</summary>
internal static class MetricCatalogue
{
    private static readonly string[] Shipped = ["all_orders", "shipments"];

    public static IReadOnlyList<MetricFormula> All { get; } =
    [
        new("order_defect_rate", OrderDefectRate.Whole, ["all_orders", "seller_feedback", "claims"]),
        new("negative_feedback_rate", NegativeFeedbackRate.Of, ["all_orders", "seller_feedback"]),
        new("a_to_z_rate", AToZRate.Of, ["all_orders", "claims"]),
        new("chargeback_rate", ChargebackRate.Of, ["all_orders", "claims"]),
        new("late_shipment_rate_30d", LateShipmentRate.Of, Shipped),
        new("late_shipment_rate_10d", LateShipmentRate.Of, Shipped),
        new("cancellation_rate", CancellationRate.Of, ["all_orders", "cancellations"]),
        new("valid_tracking_rate", ValidTrackingRate.Of, Shipped, MoreIsBetter: true),
        new("on_time_delivery_rate", OnTimeDeliveryRate.Of, Shipped, MoreIsBetter: true),
    ];
}
