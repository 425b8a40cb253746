namespace Reprieve.Practices.Standing;

/// <summary>
/// Limits of an account's own, by the code of <c>knowledge/warnings</c>: fractions for rates (0.03 for 3 %), points for
/// <c>account_health_rating</c>. An own limit takes the place of Amazon's; where it is stricter, Amazon's is warned of after it.
/// </summary>
public sealed record OwnLimits(IReadOnlyDictionary<string, double> ByCode)
{
    /// <summary>The limit for a code; null where Amazon's holds.</summary>
    /// <exception cref="ArgumentException">It is no fraction from 0 to 1, or no score from 0 to 1000.</exception>
    internal double? Of(string code)
    {
        if (!ByCode.TryGetValue(code, out double limit))
        {
            return null;
        }

        int most = code == Knowledge.WarningRule.Rating ? 1000 : 1;
        return limit >= 0 && limit <= most
            ? limit
            : throw new ArgumentException($"The limit of {code} must be from 0 to {most}, not {limit}.", nameof(code));
    }
}
