namespace Reprieve.Knowledge;

/// <summary>A pack of words that betray a listing against a policy (<c>knowledge/policies</c>).</summary>
public sealed record Policy : KnowledgeEntry
{
    /// <summary>The policy's name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>high, medium or low.</summary>
    public required ListingSeverity Severity { get; init; }

    /// <summary>Words to look for, whole, by language ("any" holds for every language).</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Terms { get; init; }

    /// <summary>Phrases around such a word that make it harmless ("toy gun").</summary>
    public IReadOnlyList<string> Exceptions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Report columns that are looked at.</summary>
    public IReadOnlyList<string> Fields
    {
        get;
        init => field = value ?? ["item-name", "item-description"];
    } = ["item-name", "item-description"];

    /// <summary>What the seller should do with such a listing.</summary>
    public required LocalizedText Advice { get; init; }
}

/// <summary>How grave a listing finding is.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(SnakeCaseEnumConverter<ListingSeverity>))]
public enum ListingSeverity
{
    Low,
    Medium,
    High,
}
