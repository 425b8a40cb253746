namespace Reprieve.Knowledge;

/// <summary>What every entry of <c>knowledge/</c> carries: its code, and where it was learned, when, and how surely.</summary>
public abstract record KnowledgeEntry
{
    /// <summary>Unique within its folder; snake_case, or the field's own id (STR-01, amazon.com).</summary>
    public required string Code { get; init; }

    /// <summary>Where it was read: a page id, a schema, an announcement, or "practice".</summary>
    public required string Source { get; init; }

    /// <summary>The day the source was last looked at.</summary>
    public required DateOnly Seen { get; init; }

    /// <summary>The stores it holds for, by domain, or the one word "all".</summary>
    public required IReadOnlyList<string> Marketplaces { get; init; }

    /// <summary>How sure it is.</summary>
    public required Certainty Sure { get; init; }

    /// <summary>What a reader of the entry should know besides.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the entry holds for a store; an unknown store (null) takes what holds for all.</summary>
    public bool HoldsFor(string? marketplace) =>
        Marketplaces.Contains("all", StringComparer.Ordinal)
        || (marketplace is not null && Marketplaces.Contains(marketplace, StringComparer.OrdinalIgnoreCase));
}
