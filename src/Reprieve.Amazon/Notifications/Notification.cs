namespace Reprieve.Amazon.Notifications;

/// <summary>
/// What Amazon told of an event at a selling account. It is a sign to look, not the truth: notifications come late, twice, out
/// of order or never, and the account's state is pulled by whoever needs it.
/// </summary>
public sealed record Notification
{
    /// <summary>Amazon's id of it (<c>notificationId</c>), by which a second delivery is known; a hash where it has none.</summary>
    public required string Id { get; init; }

    /// <summary>Its type as Amazon writes it, <c>ACCOUNT_STATUS_CHANGED</c> for example.</summary>
    public required string Type { get; init; }

    /// <summary>The form of its payload, a date or a number; null where it is not told.</summary>
    public string? PayloadVersion { get; init; }

    /// <summary>When the event was, in UTC; null where that cannot be read.</summary>
    public DateTimeOffset? EventTime { get; init; }

    /// <summary>When Amazon gave it out, in UTC; null where that cannot be read.</summary>
    public DateTimeOffset? PublishTime { get; init; }

    /// <summary>Whose subscription brought it; what tells the account where the payload names no seller.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>The application that subscribed.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>What it tells.</summary>
    public required NotificationPayload Payload { get; init; }
}

/// <summary>
/// What a notification tells; a closed set. Words of Amazon's are kept as they are written, for new ones come without notice.
/// Nothing of buyers is kept.
/// </summary>
public abstract record NotificationPayload
{
    private NotificationPayload() { }

    /// <summary>The account's status changed. It names neither seller nor marketplace.</summary>
    /// <param name="Previous">What it was; null where it is not told.</param>
    /// <param name="Current">What it is: <see cref="Normal"/>, <see cref="AtRisk"/>, <see cref="Deactivated"/> or another.</param>
    public sealed record AccountStatusChanged(string? Previous, string Current) : NotificationPayload
    {
        /// <summary>The account may sell.</summary>
        public const string Normal = "NORMAL";

        /// <summary>It may be deactivated.</summary>
        public const string AtRisk = "AT_RISK";

        /// <summary>It may not sell.</summary>
        public const string Deactivated = "DEACTIVATED";
    }

    /// <summary>The issues of a listing changed; which they are now is asked of the listing.</summary>
    /// <param name="Listing">The listing.</param>
    /// <param name="Severities"><c>ERROR</c>, <c>WARNING</c> or <c>NONE</c>, where there are none any more.</param>
    /// <param name="Enforcements">What Amazon did: <c>SEARCH_SUPPRESSED</c>, <c>LISTING_SUPPRESSED</c> and others.</param>
    public sealed record ListingIssuesChanged(
        NotifiedListing Listing,
        IReadOnlyList<string> Severities,
        IReadOnlyList<string> Enforcements
    ) : NotificationPayload;

    /// <summary>Whether a listing can be found and bought changed.</summary>
    /// <param name="Listing">The listing.</param>
    /// <param name="Statuses"><c>BUYABLE</c>, <c>DISCOVERABLE</c>, <c>DELETED</c>; empty when it is neither.</param>
    public sealed record ListingStatusChanged(NotifiedListing Listing, IReadOnlyList<string> Statuses)
        : NotificationPayload;

    /// <summary>An order changed.</summary>
    public sealed record OrderChanged : NotificationPayload
    {
        /// <summary>Amazon's order number.</summary>
        public required string OrderId { get; init; }

        /// <summary>The seller's account.</summary>
        public string? SellerId { get; init; }

        /// <summary>The marketplace's id.</summary>
        public string? MarketplaceId { get; init; }

        /// <summary><c>BuyerRequestedChange</c>, <c>OrderStatusChange</c>, <c>DeliveryTipChange</c>.</summary>
        public string? Change { get; init; }

        /// <summary>When it changed, in UTC.</summary>
        public DateTimeOffset? ChangedAt { get; init; }

        /// <summary>The order's status after it: <c>Unshipped</c>, <c>Canceled</c> and others.</summary>
        public string? Status { get; init; }

        /// <summary><c>MFN</c> when the seller ships, <c>AFN</c> when Amazon does.</summary>
        public string? Fulfillment { get; init; }

        /// <summary>Until when it is to be shipped, in UTC.</summary>
        public DateTimeOffset? ShipBy { get; init; }

        /// <summary>Until when it is to be delivered, in UTC.</summary>
        public DateTimeOffset? DeliverBy { get; init; }
    }

    /// <summary>A report that was asked for is ready, or will never be.</summary>
    /// <param name="ReportId">The report.</param>
    /// <param name="SellerId">The seller's account.</param>
    /// <param name="ReportType">Its type, <c>GET_…</c>.</param>
    /// <param name="Status"><c>DONE</c>, <c>CANCELLED</c> (which also means no data) or <c>FATAL</c>.</param>
    /// <param name="DocumentId">Where its content is; null where there is none.</param>
    public sealed record ReportFinished(
        string ReportId,
        string? SellerId,
        string? ReportType,
        string? Status,
        string? DocumentId
    ) : NotificationPayload;

    /// <summary>A type that nothing is done with, or one whose payload says nothing that could be used.</summary>
    public sealed record Other : NotificationPayload;
}

/// <summary>The listing of which a notification tells.</summary>
/// <param name="SellerId">The seller's account.</param>
/// <param name="MarketplaceId">The marketplace's id.</param>
/// <param name="Asin">Amazon's product number.</param>
/// <param name="Sku">The seller's own number.</param>
public sealed record NotifiedListing(string? SellerId, string? MarketplaceId, string? Asin, string? Sku);
