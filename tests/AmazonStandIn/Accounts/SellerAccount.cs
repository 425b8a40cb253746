namespace Reprieve.AmazonStandIn;

/// <summary>A selling account as the API sees it. What it is can be changed while the stand-in runs.</summary>
public sealed class SellerAccount
{
    public required string SellerId { get; init; }

    /// <summary>Tokens of authorisations that are in force; a new one does not end an older one.</summary>
    public required IList<string> RefreshTokens { get; init; }

    /// <summary>`NA`, `EU` or `FE`: the endpoint that answers for this account.</summary>
    public required string Region { get; init; }

    /// <summary>The application that may use the tokens; any where it is null.</summary>
    public string? ClientId { get; init; }

    public required IReadOnlyList<Participation> Marketplaces { get; set; }

    /// <summary>Roles given to the application (<see cref="AmazonStandIn.Roles"/>).</summary>
    public ISet<string> Roles { get; init; } = new HashSet<string>(AmazonStandIn.Roles.Unrestricted);

    /// <summary>Every call is refused with 403, as it may happen to a suspended account.</summary>
    public bool Blocked { get; set; }

    /// <summary>Shape of its performance reports.</summary>
    public PerformanceShape PerformanceShape { get; set; }

    /// <summary>What the account holds; a report tells what it was when the report was ordered.</summary>
    public AccountData Data { get; set; } = new();

    internal bool Authorises(string clientId, string? refreshToken) =>
        refreshToken is not null && RefreshTokens.Contains(refreshToken) && (ClientId is null || ClientId == clientId);

    internal bool SellsIn(string marketplaceId) => Marketplaces.Any(m => m.MarketplaceId == marketplaceId);
}

/// <summary>The account in one store.</summary>
/// <param name="Status">As in the account status of the performance report: `NORMAL`, `AT_RISK` or `DEACTIVATED`.</param>
public sealed record Participation(
    string MarketplaceId,
    string StoreName,
    bool IsParticipating = true,
    bool HasSuspendedListings = false,
    string Status = "NORMAL"
);
