using System.Text;

namespace Reprieve.Practices.Standing;

/// <summary>The counters of violations, complaints and requests: one name for each, and what people call it.</summary>
internal static class PolicyCounters
{
    private static readonly string[] Known =
    [
        "listingPolicyViolations",
        "productAuthenticityCustomerComplaints",
        "productConditionCustomerComplaints",
        "productSafetyCustomerComplaints",
        "receivedIntellectualPropertyComplaints",
        "restrictedProductPolicyViolations",
        "suspectedIntellectualPropertyViolations",
        "foodAndProductSafetyIssues",
        "otherPolicyViolations",
        "documentRequests",
        "customerProductReviewsPolicyViolations",
        "policyViolationWarnings",
    ];

    /// <summary>Those that are known, by the schema's names.</summary>
    public static IReadOnlyList<string> All => Known;

    /// <summary>The schema's name; a name that is not known stays as it is.</summary>
    public static string Canonical(string name) =>
        Known.FirstOrDefault(known =>
            known.Equals(name, StringComparison.OrdinalIgnoreCase)
            // Amazon's example has documentRequest.
            || known.Equals(name + "s", StringComparison.OrdinalIgnoreCase)
        ) ?? name;

    /// <summary>As a person reads it; the words of Amazon's name where there is no text for it.</summary>
    public static string Name(string counter) =>
        Known.Contains(counter) ? Say.Texts.Get($"Standing_Counter_{counter}") : Words(counter);

    /// <summary>The same at the beginning of a sentence.</summary>
    public static string Title(string counter)
    {
        string name = Name(counter);
        return name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
