namespace Reprieve.Practices.Metrics;

/// <summary>A metric we compute: what it counts and the files it needs.</summary>
/// <param name="Count">Adds what it counts of some orders.</param>
/// <param name="MoreIsBetter">Whether the numerator holds the good ones; the orders listed are the bad ones all the same.</param>
internal sealed record MetricFormula(
    string Code,
    Action<OrderStretch, List<Counted>> Count,
    IReadOnlyList<string> Inputs,
    bool MoreIsBetter = false
);

/// <summary>The metrics of the review, in the order in which they are printed.</summary>
internal static class MetricCatalogue
{
    private static readonly string[] Shipped = ["all_orders", "shipments"];

    public static IReadOnlyList<MetricFormula> All { get; } =
    [
        new("order_defect_rate", OrderDefectRate.Count, ["all_orders", "seller_feedback", "claims"]),
        new("negative_feedback_rate", NegativeFeedbackRate.Count, ["all_orders", "seller_feedback"]),
        new("a_to_z_rate", AToZRate.Count, ["all_orders", "claims"]),
        new("chargeback_rate", ChargebackRate.Count, ["all_orders", "claims"]),
        new("late_shipment_rate_30d", LateShipmentRate.Count, Shipped),
        new("late_shipment_rate_10d", LateShipmentRate.Count, Shipped),
        new("cancellation_rate", CancellationRate.Count, ["all_orders", "cancellations"]),
        new("valid_tracking_rate", ValidTrackingRate.Count, Shipped, MoreIsBetter: true),
        new("on_time_delivery_rate", OnTimeDeliveryRate.Count, Shipped, MoreIsBetter: true),
    ];
}
