using Reprieve.Knowledge;

namespace Reprieve.Practices;

/// <summary>An order that stands behind a metric's figure, with what the files tell of it. Nothing of the buyer is in it.</summary>
/// <param name="Order">Amazon's order id.</param>
/// <param name="Purchased">Day of the purchase, in the store's zone; null when only the shipments table names it.</param>
/// <param name="Program">Who ships; null when the report does not tell.</param>
/// <param name="Skus">The SKUs of its lines, each once.</param>
/// <param name="Asins">The ASINs of its lines, each once.</param>
/// <param name="Units">Units of all lines.</param>
/// <param name="ShipBy">The earliest ship-by day of its packages, in the store's zone; null when unknown.</param>
/// <param name="Confirmed">The day its last package was confirmed, in the store's zone; null when it was not, or unknown.</param>
/// <param name="Delivered">The day its last package arrived, in the store's zone; null when unknown.</param>
/// <param name="Carriers">Carriers of its packages, each once.</param>
/// <param name="Cancelled">Whether it, or a line of it, is cancelled.</param>
public sealed record OrderBehind(
    string Order,
    DateOnly? Purchased,
    Fulfilment? Program,
    IReadOnlyList<string> Skus,
    IReadOnlyList<string> Asins,
    int Units,
    DateOnly? ShipBy,
    DateOnly? Confirmed,
    DateOnly? Delivered,
    IReadOnlyList<string> Carriers,
    bool Cancelled
)
{
    /// <summary>Days from ship-by to confirmation; null when either is unknown, 0 when it was in time.</summary>
    public int? DaysLate =>
        ShipBy is { } limit && Confirmed is { } confirmed ? Math.Max(0, confirmed.DayNumber - limit.DayNumber) : null;
}
