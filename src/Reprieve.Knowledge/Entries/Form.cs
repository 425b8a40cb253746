namespace Reprieve.Knowledge;

/// <summary>
/// What a form of Amazon takes (<c>knowledge/forms</c>). The entry without reasons holds for all others; what the notice
/// itself states goes before it.
/// </summary>
public sealed record Form : KnowledgeEntry
{
    /// <summary>The reasons whose papers go through it, by code; empty for the appeal itself.</summary>
    public IReadOnlyList<string> Reasons
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Characters that the whole text may have; null where Amazon does not say.</summary>
    public int? Characters { get; init; }

    /// <summary>Characters that each of the boxes may have; null where Amazon does not say.</summary>
    public int? BoxCharacters { get; init; }

    /// <summary>Endings of the files it takes, without the dot.</summary>
    public required IReadOnlyList<string> FileTypes { get; init; }

    /// <summary>Megabytes that one file may have; null where Amazon does not say.</summary>
    public double? FileMegabytes { get; init; }

    /// <summary>How notices call characters, by language: a number before such a word is a limit.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> CharacterWords
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<string>>();
    } = new Dictionary<string, IReadOnlyList<string>>();
}
