namespace Reprieve.AmazonStandIn;

/// <summary>A request, read whole.</summary>
internal sealed record Incoming(string Method, Uri Uri, Func<string, string?> Header, string? ContentType, string Body)
{
    /// <summary>The path in its parts, unescaped.</summary>
    public string[] Segments { get; } =
    [.. Uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
}
