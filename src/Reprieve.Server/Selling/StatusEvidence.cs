namespace Reprieve.Server.Selling;

/// <summary>What shows how an account stood when its case was opened, as it lies in the case.</summary>
internal sealed record StatusEvidence(string Path, byte[] Content)
{
    /// <summary>Amazon's report.</summary>
    public static StatusEvidence Report(byte[] content) => new("amazon/performance-report.json", content);

    /// <summary>What a person read off the page: for people to look at, no step takes it for Amazon's.</summary>
    public static StatusEvidence Page(string text) =>
        new("amazon/kept/account-health.txt", System.Text.Encoding.UTF8.GetBytes(text));
}
