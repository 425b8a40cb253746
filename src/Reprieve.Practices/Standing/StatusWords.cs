using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>
/// Amazon's words for the status of an account: those of the published schema, and SUSPENDED, which Amazon's own example
/// has in the place of DEACTIVATED. Further words are possible and mean nothing here.
/// </summary>
internal static class StatusWords
{
    public static AccountStatus Of(string? word) =>
        word?.ToUpperInvariant() switch
        {
            "NORMAL" => AccountStatus.Active,
            "AT_RISK" => AccountStatus.AtRisk,
            "DEACTIVATED" or "SUSPENDED" => AccountStatus.Deactivated,
            _ => AccountStatus.Unknown,
        };

    /// <summary>0 for normal, and more the worse it is; for known words only.</summary>
    public static int Gravity(AccountStatus status) =>
        status switch
        {
            AccountStatus.Active => 0,
            AccountStatus.AtRisk => 1,
            _ => 2,
        };

    /// <summary>The word as a person reads it; one that is not known stands as it is.</summary>
    public static string Name(string? word) =>
        Of(word) switch
        {
            AccountStatus.Unknown => word ?? Say.Texts.Get("Standing_Status_unknown"),
            { } known => Say.Texts.Get($"Standing_Status_{known.Code()}"),
        };
}
