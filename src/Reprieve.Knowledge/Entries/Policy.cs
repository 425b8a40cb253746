using System.Text.Json.Serialization;

namespace Reprieve.Knowledge;

/// <summary>A pack of words that betray a listing against a policy (<c>knowledge/policies</c>).</summary>
public sealed record Policy : KnowledgeEntry
{
    /// <summary>The policy's name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>high, medium or low.</summary>
    public required ListingSeverity Severity { get; init; }

    /// <summary>Words to look for, whole, by language ("any" holds for every language).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Terms
    {
        get;
        init => field = value ?? EmptyTerms;
    } = EmptyTerms;

    /// <summary>What is looked for besides words, by code.</summary>
    public IReadOnlyList<ListingPattern> Patterns
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// Phrases that make a term harmless where they cover it ("toy gun"), or go on to ("replica car" excuses "replica
    /// cars"). For <see cref="ListingPattern.TitleRepeats"/> the words that may be repeated.
    /// </summary>
    public IReadOnlyList<string> Exceptions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words that make a term harmless when they stand within a few words of it, before or after.</summary>
    public IReadOnlyList<string> UnlessNear
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words that make a term harmless when they stand a few words before it ("compatible with").</summary>
    public IReadOnlyList<string> UnlessBefore
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Whether a term at the very beginning of a title is no fault: there stands the brand of the product itself.</summary>
    public bool NotFirst { get; init; }

    /// <summary>Terms that this seller may use, being the owner or licensed; for a knowledge folder of one's own.</summary>
    public IReadOnlyList<string> Owned
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// The condition of the offers it holds for; null for all. Where the report does not tell the condition, what holds
    /// for new offers is found one step less grave, and what holds for used ones is not looked for.
    /// </summary>
    public OfferCondition? SoldAs { get; init; }

    /// <summary>The stated reasons (<c>knowledge/reasons</c>) for which such a listing is looked at first.</summary>
    public IReadOnlyList<string> Reasons
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Report columns that are looked at.</summary>
    public IReadOnlyList<string> Fields
    {
        get;
        init => field = value ?? DefaultFields;
    } = DefaultFields;

    /// <summary>What the seller should do with such a listing.</summary>
    public required LocalizedText Advice { get; init; }

    private static Dictionary<string, IReadOnlyList<string>> EmptyTerms { get; } = [];

    private static IReadOnlyList<string> DefaultFields { get; } = ["item-name", "item-description"];
}

/// <summary>How grave a listing finding is.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ListingSeverity>))]
public enum ListingSeverity
{
    Low,
    Medium,
    High,
}

/// <summary>What can be looked for in a listing that no list of words tells.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ListingPattern>))]
public enum ListingPattern
{
    /// <summary>An address in the web that is not Amazon's.</summary>
    Link,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A title of more than 200 characters.</summary>
    TitleLength,

    /// <summary>A sign in the title that Amazon does not allow there.</summary>
    TitleSigns,

    /// <summary>A word that stands in the title more than twice.</summary>
    TitleRepeats,

    /// <summary>A title in capital letters throughout.</summary>
    TitleCapitals,
}

/// <summary>The condition an offer is sold in.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<OfferCondition>))]
public enum OfferCondition
{
    New,
    Used,
    Refurbished,
}
