namespace Reprieve.Knowledge;

/// <summary>
/// How people word a plan of action in one language (<c>knowledge/plan-words</c>; the code is a BCP 47 tag): by it
/// the checker finds the parts of a text. One more language is one more file.
/// </summary>
/// <remarks>
/// A wording is whole words, case- and width-insensitive. <c>ship*</c> is a beginning, <c>we|i</c> a choice,
/// <c>...</c> a gap of a few words within the sentence.
/// </remarks>
public sealed record PlanWords : KnowledgeEntry
{
    /// <summary>Frequent little words by which the language is known; empty where the script tells.</summary>
    public IReadOnlyList<string> CommonWords
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Wordings of headings, by code of <see cref="PlanSection"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headings
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<string>>();
    } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Words that put actions into a heading which also speaks of prevention ("corrective and preventive").</summary>
    public IReadOnlyList<string> Resolving
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words that join two parts in one heading.</summary>
    public IReadOnlyList<string> And
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Wordings with which a part begins where there are no headings, by code of <see cref="PlanSection"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Openings
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<string>>();
    } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>
    /// Weaker signs of a part, by the same codes; they count only in a text that has no heading for any part.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Prose
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<string>>();
    } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Wordings with which the closing begins.</summary>
    public IReadOnlyList<string> Closings
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Wordings that name a cause, by reason code or buyer cause.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Causes
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<string>>();
    } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Words of measures against a cause, by the same codes.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Measures
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<string>>();
    } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Month names, January first; several forms parted by a bar; empty where months are numbers.</summary>
    public IReadOnlyList<string> Months
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Number words ("two", "dozen") that count as figures.</summary>
    public IReadOnlyList<string> Numbers
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words that end in a full stop without ending a sentence, without the stop.</summary>
    public IReadOnlyList<string> Abbreviations
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words that deny what follows.</summary>
    public IReadOnlyList<string> Negations
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Little words that may join what is said without adding to it ("after which"); the only new ones a model may use.</summary>
    public IReadOnlyList<string> Connectives
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Little words with which a clause of its own begins ("we", "they").</summary>
    public IReadOnlyList<string> Subjects
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words with which a letter greets, before the name or after it ("dear", "様").</summary>
    public IReadOnlyList<string> Greetings
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words of a greeting that names nobody in particular ("seller").</summary>
    public IReadOnlyList<string> Anybody
    {
        get;
        init => field = value ?? [];
    } = [];
}
