namespace Reprieve.AmazonStandIn;

/// <summary>What an account holds. All of it is invented, and nothing in it is of a buyer.</summary>
public sealed record AccountData
{
    public IReadOnlyList<SellerOrder> Orders { get; init; } = [];
    public IReadOnlyList<SellerFeedback> Feedback { get; init; } = [];
    public IReadOnlyList<MerchantReturn> MerchantReturns { get; init; } = [];
    public IReadOnlyList<WarehouseReturn> WarehouseReturns { get; init; } = [];
    public IReadOnlyList<ClaimEvent> Claims { get; init; } = [];
    public IReadOnlyList<SellerListing> Listings { get; init; } = [];
    public IReadOnlyList<StorePerformance> Performance { get; init; } = [];
    public IReadOnlyList<HealthDay> History { get; init; } = [];
    public IReadOnlyList<ReviewTopic> Topics { get; init; } = [];
    public IReadOnlyList<SupportCase> Cases { get; init; } = [];
}

/// <summary>An order. Times are UTC.</summary>
/// <param name="Status">As in Orders 2026-01-01: `PENDING`, `UNSHIPPED`, `SHIPPED`, `CANCELLED` …</param>
/// <param name="ByAmazon">Amazon ships it; else the seller does.</param>
public sealed record SellerOrder(
    string Id,
    string MarketplaceId,
    DateTimeOffset Purchased,
    DateTimeOffset Updated,
    string Status,
    bool ByAmazon,
    IReadOnlyList<OrderLine> Lines
)
{
    public TimeWindow? ShipBy { get; init; }
    public TimeWindow? DeliverBy { get; init; }
    public IReadOnlyList<OrderParcel> Parcels { get; init; } = [];

    /// <summary>`BUYER`, `MERCHANT` or `AMAZON` where the order was cancelled.</summary>
    public string? CancelledBy { get; init; }

    /// <summary>The buyer asked for the cancellation, whoever did it.</summary>
    public bool BuyerAsked { get; init; }
    public string? CancelReason { get; init; }
}

/// <summary>From when to when, UTC.</summary>
public sealed record TimeWindow(DateTimeOffset Earliest, DateTimeOffset Latest);

/// <summary>A line of an order.</summary>
public sealed record OrderLine(string ItemId, string Sku, string Asin, string Title, int Quantity, decimal UnitPrice);

/// <summary>A package of an order.</summary>
/// <param name="Status">`PENDING`, `IN_TRANSIT`, `SHIPPED`, `DELIVERED`, `CANCELLED` or `UNDELIVERABLE`.</param>
public sealed record OrderParcel(
    string Id,
    DateTimeOffset Shipped,
    string Carrier,
    string? Tracking,
    string Status,
    IReadOnlyList<string> ItemIds
)
{
    /// <summary>When it arrived; Amazon tells it in no operation.</summary>
    public DateTimeOffset? Delivered { get; init; }
}

/// <summary>Feedback of a buyer, 1 to 5 stars.</summary>
public sealed record SellerFeedback(
    DateOnly Day,
    string MarketplaceId,
    int Stars,
    string Comment,
    string Answer,
    string OrderId
);

/// <summary>A return to the seller.</summary>
public sealed record MerchantReturn(
    DateTimeOffset Requested,
    string OrderId,
    string ItemId,
    string Reason,
    string Status,
    bool Claim,
    string RmaId
);

/// <summary>A return to one of Amazon's warehouses.</summary>
public sealed record WarehouseReturn(
    DateTimeOffset Returned,
    string OrderId,
    string ItemId,
    string Reason,
    string Disposition,
    string Comment
);

/// <summary>Money taken for an A-to-z claim, or for a chargeback.</summary>
public sealed record ClaimEvent(DateTimeOffset Posted, string OrderId, decimal Amount, bool Chargeback);

/// <summary>A listing in one store.</summary>
public sealed record SellerListing(
    string Sku,
    string Asin,
    string MarketplaceId,
    string Title,
    decimal Price,
    int Quantity,
    bool ByAmazon,
    DateTimeOffset Created,
    DateTimeOffset Updated,
    bool Buyable,
    bool Discoverable
)
{
    public IReadOnlyList<ListingIssue> Issues { get; init; } = [];
}

/// <summary>What is wrong with a listing.</summary>
/// <param name="Severity">`ERROR`, `WARNING` or `INFO`.</param>
/// <param name="Actions">What Amazon did: `SEARCH_SUPPRESSED`, `LISTING_SUPPRESSED` …</param>
public sealed record ListingIssue(
    string Code,
    string Message,
    string Severity,
    IReadOnlyList<string> Attributes,
    IReadOnlyList<string> Categories,
    IReadOnlyList<string> Actions
);

/// <summary>A topic of reviews of one product.</summary>
/// <param name="StarRatingImpact">Below zero for what buyers dislike.</param>
public sealed record ReviewTopic(
    string Asin,
    string MarketplaceId,
    string Topic,
    int Mentions,
    double Share,
    double StarRatingImpact
);

/// <summary>A case at Seller Support, with what was written in it.</summary>
public sealed record SupportCase(
    string Id,
    string Subject,
    string Status,
    DateTimeOffset Created,
    DateTimeOffset Updated,
    IReadOnlyList<SupportMail> Mails
);

/// <summary>A mail of a support case.</summary>
public sealed record SupportMail(
    string Id,
    DateTimeOffset Sent,
    bool ByAmazon,
    string Text,
    IReadOnlyList<string> Attachments
);
