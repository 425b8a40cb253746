namespace Reprieve.Knowledge;

/// <summary>A way to send an answer, click by click (<c>knowledge/routes</c>).</summary>
public sealed record Route : KnowledgeEntry
{
    /// <summary>The channel it serves.</summary>
    public required RouteChannel Channel { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>
    /// The steps in order. <c>{sellerCentral}</c> is the store's address, to be copied, never opened by us;
    /// <c>{address}</c> is the mailbox.
    /// </summary>
    public required IReadOnlyList<LocalizedText> Steps { get; init; }

    /// <summary>What one should know before using it.</summary>
    public IReadOnlyList<LocalizedText> Cautions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What must be so for this way to be open, before anything is clicked.</summary>
    public IReadOnlyList<LocalizedText> Preconditions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Whether something may be sent by this way a second time, and how; null where the way is no appeal.</summary>
    public LocalizedText? Again { get; init; }

    /// <summary>Path below the store's Seller Central address to copy.</summary>
    public string? Path { get; init; }

    /// <summary>Mailboxes of this route that are Amazon's, lower case.</summary>
    public IReadOnlyList<string> Addresses
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Whether the route takes one submission only.</summary>
    public bool OneShot { get; init; }

    /// <summary>Where to turn when this way is closed, by route code, in order.</summary>
    public IReadOnlyList<string> Fallbacks
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The kinds of message it is for; empty = any. A route that names the kind goes before one that does not.</summary>
    public IReadOnlyList<NoticeKind> Kinds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The reasons it is for, by code; empty = any.</summary>
    public IReadOnlyList<string> Reasons
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Who may use it: only a route for the seller is ever proposed as the way of an answer.</summary>
    public RouteUser For { get; init; }

    /// <summary>Whether it is the best known way when the message names none.</summary>
    public bool BestKnown { get; init; }

    /// <summary>What happens after sending, and what to do then.</summary>
    public IReadOnlyList<LocalizedText> After
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Business days to wait before asking what became of it; null when not known.</summary>
    public int? ChaseAfterBusinessDays { get; init; }
}

/// <summary>Who a route is for.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(SnakeCaseEnumConverter<RouteUser>))]
public enum RouteUser
{
    /// <summary>The seller.</summary>
    Seller,

    /// <summary>A rights owner who takes a complaint back.</summary>
    RightsOwner,

    /// <summary>Whoever got a forged mail and reports it.</summary>
    Reporter,
}

/// <summary>A file the seller can download, and where to click for it (<c>knowledge/downloads</c>).</summary>
public sealed record Download : KnowledgeEntry
{
    /// <summary>Its name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The menu path.</summary>
    public required LocalizedText Where { get; init; }

    /// <summary>How many days back it should reach.</summary>
    public required int Days { get; init; }

    /// <summary>Report type it fills, a code of <c>files[].type</c>.</summary>
    public required string Fills { get; init; }

    /// <summary>Metrics that need it.</summary>
    public IReadOnlyList<string> Metrics
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Reasons that need it apart from metrics.</summary>
    public IReadOnlyList<string> Reasons
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What to mind.</summary>
    public LocalizedText? Mind { get; init; }
}

/// <summary>An Amazon store (<c>knowledge/marketplaces</c>); the code is its domain, lower case.</summary>
public sealed record Marketplace : KnowledgeEntry
{
    /// <summary>Amazon's marketplace id.</summary>
    public required string MarketplaceId { get; init; }

    /// <summary>ISO 3166 country.</summary>
    public required string Country { get; init; }

    /// <summary>IANA time zone in which the store's days run.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Seller Central's address, to be copied, never opened.</summary>
    public required string SellerCentral { get; init; }

    /// <summary>The order of day, month and year in its exports: mdy, dmy or ymd.</summary>
    public required string DateOrder { get; init; }

    /// <summary>Other names of the store in reports and mails.</summary>
    public IReadOnlyList<string> AlsoKnownAs
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The languages in which buyers see its listings (BCP 47); empty where that was not looked up.</summary>
    public IReadOnlyList<string> Languages
    {
        get;
        init => field = value ?? [];
    } = [];
}
