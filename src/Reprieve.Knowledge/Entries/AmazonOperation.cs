namespace Reprieve.Knowledge;

/// <summary>
/// How often an operation of the Selling Partner API may be called (<c>knowledge/amazon-operations</c>), for one application and
/// one account; the code is Amazon's name of it. What Amazon's answers say of the rate goes before this.
/// </summary>
public sealed record AmazonOperation : KnowledgeEntry
{
    /// <summary>Calls a second that are added to the bucket.</summary>
    public required double Rate { get; init; }

    /// <summary>Calls that the bucket holds.</summary>
    public required int Burst { get; init; }

    /// <summary>The role that the application needs, as Seller Central calls it; null where it is not known or depends on the report.</summary>
    public LocalizedText? Role { get; init; }
}
