namespace Reprieve.AmazonStandIn;

/// <summary>Account health of one store by the orders of one day, as counts that add up to weeks and months.</summary>
public sealed record HealthDay(DateOnly Day, string MarketplaceId)
{
    public int Orders { get; init; }

    /// <summary>Orders with negative feedback, a claim or a chargeback; one counts once.</summary>
    public int WithDefects { get; init; }
    public int NegativeFeedback { get; init; }
    public int Claims { get; init; }
    public int Chargebacks { get; init; }
    public int LateShipments { get; init; }
    public int Cancellations { get; init; }
    public int Packages { get; init; }
    public int WithoutTracking { get; init; }
    public int Units { get; init; }
    public int LatePackages { get; init; }
    public int LateUnits { get; init; }

    /// <summary>Account health rating at the end of the day, 0 to 1000.</summary>
    public int Rating { get; init; }

    internal static HealthDay Sum(IReadOnlyCollection<HealthDay> days)
    {
        HealthDay last = days.MaxBy(d => d.Day)!;
        return last with
        {
            Orders = days.Sum(d => d.Orders),
            WithDefects = days.Sum(d => d.WithDefects),
            NegativeFeedback = days.Sum(d => d.NegativeFeedback),
            Claims = days.Sum(d => d.Claims),
            Chargebacks = days.Sum(d => d.Chargebacks),
            LateShipments = days.Sum(d => d.LateShipments),
            Cancellations = days.Sum(d => d.Cancellations),
            Packages = days.Sum(d => d.Packages),
            WithoutTracking = days.Sum(d => d.WithoutTracking),
            Units = days.Sum(d => d.Units),
            LatePackages = days.Sum(d => d.LatePackages),
            LateUnits = days.Sum(d => d.LateUnits),
        };
    }
}
