namespace Reprieve.AmazonStandIn;

/// <summary>The hosts of the API.</summary>
internal static class Endpoint
{
    /// <summary>`NA`, `EU` or `FE`; null where the host is none of Amazon's. The sandbox answers like the real one.</summary>
    public static string? Region(string host) =>
        (host.StartsWith("sandbox.", StringComparison.Ordinal) ? host["sandbox.".Length..] : host) switch
        {
            "sellingpartnerapi-na.amazon.com" => "NA",
            "sellingpartnerapi-eu.amazon.com" => "EU",
            "sellingpartnerapi-fe.amazon.com" => "FE",
            _ => null,
        };
}
