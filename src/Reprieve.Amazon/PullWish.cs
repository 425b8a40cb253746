namespace Reprieve.Amazon;

/// <summary>What a pull is to bring besides what step 2 always needs.</summary>
/// <param name="SellerId">The merchant token; null when it is not known, and then the issues of listings are not asked for.</param>
/// <param name="SupportCases">Whether the cases at Seller Support are asked for. No real account was asked for them yet.</param>
public sealed record PullWish(string? SellerId = null, bool SupportCases = false);
