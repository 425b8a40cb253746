namespace Reprieve.AmazonStandIn;

/// <summary>The figures of the account health page of one store, as counts; rates are made of them.</summary>
public sealed record StorePerformance(string MarketplaceId, DateOnly Day)
{
    public required Defects Merchant { get; init; }
    public required Defects Amazon { get; init; }
    public required Share LateShipments { get; init; }
    public required Share LateShipments10Days { get; init; }
    public required Share Cancellations { get; init; }
    public required Share ValidTracking { get; init; }
    public required Share OnTimeDelivery { get; init; }
    public required Share UnitsOnTime { get; init; }
    public required Share Invoices { get; init; }
    public required int Rating { get; init; }

    /// <summary>Open violations by the name of the published schema (`listingPolicyViolations` …).</summary>
    public IReadOnlyDictionary<string, int> Violations { get; init; } = new Dictionary<string, int>();

    /// <summary>Warnings that stand on the page (`warningType`).</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>Orders with defects over orders. One order counts once in <paramref name="WithDefects"/>.</summary>
public sealed record Defects(int Orders, int WithDefects, int NegativeFeedback, int Claims, int Chargebacks)
{
    internal double Rate => Orders == 0 ? 0 : (double)WithDefects / Orders;
}

/// <summary>So many of so many.</summary>
public sealed record Share(int Count, int Of)
{
    /// <summary>A fraction, not a percentage: 0.009 is 0.9 %.</summary>
    internal double Rate => Of == 0 ? 0 : (double)Count / Of;
}
