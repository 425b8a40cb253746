namespace Reprieve.Knowledge;

/// <summary>
/// What a playbook says in one more language (<c>knowledge/translations</c>). One more language of a playbook is one
/// more file. What a file leaves out is English, and then the whole answer is.
/// </summary>
public sealed record Translation : KnowledgeEntry
{
    /// <summary>The code of the playbook.</summary>
    public required string Playbook { get; init; }

    /// <summary>The language, as BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The topic as it stands in the opening; null where the playbook has none.</summary>
    public string? Topic { get; init; }

    /// <summary>The sentences by their ids, with the gaps of the English ones.</summary>
    public required IReadOnlyDictionary<string, string> Sentences { get; init; }

    /// <summary>How choices read inside a sentence, by question and code; the label in the language where left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Choices
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyDictionary<string, string>>();
    } = new Dictionary<string, IReadOnlyDictionary<string, string>>();
}
