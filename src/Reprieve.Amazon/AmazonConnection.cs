namespace Reprieve.Amazon;

/// <summary>
/// What opens an account to its owner's own application: made in Seller Central, for at most ten authorizations, and never
/// shared. None of it is ever printed.
/// </summary>
/// <param name="Region">A code of <c>knowledge/amazon-regions</c>.</param>
/// <param name="ClientId">The application's LWA client id.</param>
/// <param name="ClientSecret">Its secret.</param>
/// <param name="RefreshToken">What the owner's authorization gave.</param>
public sealed record AmazonConnection(string Region, string ClientId, string ClientSecret, string RefreshToken)
{
    /// <summary>Whether Amazon's made-up answers are asked instead of the account.</summary>
    public bool Sandbox { get; init; }

    /// <summary>Names the region alone.</summary>
    public override string ToString() => $"{nameof(AmazonConnection)} {Region}";
}
