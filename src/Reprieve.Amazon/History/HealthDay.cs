namespace Reprieve.Amazon.History;

/// <summary>
/// The account health of a store in a span of days, as Amazon told it; what it did not tell is null. Which orders a figure counts
/// is in Amazon's schema analytics_sellerAnalytics_2025_03_31. A rate is as it came: the schema does not say whether it is a
/// fraction or a percentage.
/// </summary>
/// <param name="First">Its first day, by Amazon's calendar for the store.</param>
/// <param name="Last">Its last day; of a single day the same.</param>
public sealed record HealthDay(DateOnly First, DateOnly Last)
{
    /// <summary>Orders, whoever fulfils them.</summary>
    public int? Orders { get; init; }

    /// <summary>Orders with a defect.</summary>
    public int? OrdersWithDefects { get; init; }

    /// <summary>Orders with negative feedback.</summary>
    public int? NegativeFeedback { get; init; }

    /// <summary>Orders with an A-to-z claim that was not denied; only those that the seller fulfils.</summary>
    public int? Claims { get; init; }

    /// <summary>Orders with a chargeback.</summary>
    public int? Chargebacks { get; init; }

    /// <summary>The seller's orders that were confirmed late.</summary>
    public int? LateShipments { get; init; }

    /// <summary>The seller's orders that the seller cancelled.</summary>
    public int? Cancellations { get; init; }

    /// <summary>The seller's packages.</summary>
    public int? Packages { get; init; }

    /// <summary>Units in them.</summary>
    public int? Units { get; init; }

    /// <summary>The seller's packages without valid tracking.</summary>
    public int? PackagesWithoutTracking { get; init; }

    /// <summary>The seller's packages that came late.</summary>
    public int? LatePackages { get; init; }

    /// <summary>Units in them.</summary>
    public int? LateUnits { get; init; }

    public decimal? OrderDefectRate { get; init; }

    public decimal? NegativeFeedbackRate { get; init; }

    public decimal? ClaimRate { get; init; }

    public decimal? ChargebackRate { get; init; }

    public decimal? LateShipmentRate { get; init; }

    public decimal? CancellationRate { get; init; }

    public decimal? ValidTrackingRate { get; init; }

    public decimal? OnTimeDeliveryRate { get; init; }

    /// <summary>Account health rating, 0 to 1000.</summary>
    public int? Rating { get; init; }
}
