namespace Reprieve.Knowledge;

/// <summary>One language of buyers: what turns a wording round, and what a comment is about (<c>knowledge/voice-words</c>).</summary>
public sealed record VoiceWords : KnowledgeEntry
{
    /// <summary>Words before a wording that turn it round ("not" damaged).</summary>
    public IReadOnlyList<string> Negations
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words that may stand between such a word and the wording ("not" at all "damaged").</summary>
    public IReadOnlyList<string> Fillers
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The same behind the wording, in languages that negate at the end.</summary>
    public IReadOnlyList<string> NegationsAfter
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <inheritdoc cref="Fillers"/>
    public IReadOnlyList<string> FillersAfter
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words of the seller, its service, returns and refunds: a comment with one is no mere product review.</summary>
    public IReadOnlyList<string> Seller
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words of shipping and delivery.</summary>
    public IReadOnlyList<string> Delivery
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words that Amazon's feedback policy calls obscene.</summary>
    public IReadOnlyList<string> Obscene
    {
        get;
        init => field = value ?? [];
    } = [];
}
