namespace Reprieve.Knowledge;

/// <summary>
/// A kind of paper and how it is known (<c>knowledge/papers</c>); the code is the kind's own
/// (<c>invoice</c>, <c>proforma</c>, <c>utility_bill</c> …).
/// </summary>
public sealed record Paper : KnowledgeEntry
{
    /// <summary>What it is called on the screen.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What stands as its title, by language; the longest title found decides.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Titles
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<string>>();
    } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Words that stand in papers of this kind and hardly in others, by language; two of them tell.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Words
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<string>>();
    } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>
    /// A message that asks for such a paper, to be copied into mail or chat: {0} the buyer's names, {1} its address,
    /// {2} and {3} the first and last day of the period, {4} the products, {5} until when. Null where nobody is asked.
    /// </summary>
    public LocalizedText? Request { get; init; }

    /// <summary>Labels of what only papers of this kind say, in all languages, by the name of the particular.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Labels
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<string>>();
    } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>
/// How papers are worded in one language (<c>knowledge/paper-words</c>; the code is a BCP 47 tag): by it fields are
/// found. One more language is one more file.
/// </summary>
public sealed record PaperWords : KnowledgeEntry
{
    /// <summary>Labels by the field they stand before or above; <c>knowledge/README.md</c> lists the fields.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Labels { get; init; }

    /// <summary>Month names, January first; several forms parted by a bar.</summary>
    public IReadOnlyList<string> Months
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words that show that 03/04 means the third of April.</summary>
    public IReadOnlyList<string> DayFirst
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words that show that 03/04 means March the fourth.</summary>
    public IReadOnlyList<string> MonthFirst
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Legal forms of companies, as they end a name.</summary>
    public IReadOnlyList<string> LegalForms
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words of names and addresses that mean the same, parted by a bar; the first stands for all.</summary>
    public IReadOnlyList<string> Same
    {
        get;
        init => field = value ?? [];
    } = [];
}
