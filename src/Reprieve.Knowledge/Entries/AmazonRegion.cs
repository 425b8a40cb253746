namespace Reprieve.Knowledge;

/// <summary>
/// A region of the Selling Partner API (<c>knowledge/amazon-regions</c>); its <see cref="KnowledgeEntry.Marketplaces"/> are the
/// stores that are asked for there.
/// </summary>
public sealed record AmazonRegion : KnowledgeEntry
{
    /// <summary>Its name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Where the API is asked; an https address.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Where it is tried out, with made-up answers; an https address.</summary>
    public required Uri Sandbox { get; init; }

    /// <summary>Where Login with Amazon gives access tokens; an https address.</summary>
    public required Uri TokenEndpoint { get; init; }

    /// <summary>The menu path in Seller Central under which applications are made, authorized and given roles.</summary>
    public required LocalizedText Applications { get; init; }

    /// <summary>The region of Amazon Web Services in which it runs, where a queue is nearest.</summary>
    public required string AwsRegion { get; init; }

    /// <summary>The account of Amazon's that puts notifications into a queue; twelve digits.</summary>
    public required string NotificationSender { get; init; }
}
