namespace Reprieve.Knowledge;

/// <summary>What a check of the answer says and how grave it is (<c>knowledge/checks</c>); the test itself is a class.</summary>
public sealed record CheckRule : KnowledgeEntry
{
    /// <summary>Its name in a few words.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The severity it has at its gravest; a rule may report a lesser one.</summary>
    public required Severity Severity { get; init; }

    /// <summary>How well supported it is: 3 = Amazon says so, 2 = practice agrees, 1 = one voice.</summary>
    public required int Confidence { get; init; }

    /// <summary>Response modes it is for; empty = all.</summary>
    public IReadOnlyList<ResponseMode> Modes
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What is told, by message key; <c>{0}</c>, <c>{1}</c> … are filled in.</summary>
    public required IReadOnlyDictionary<string, LocalizedText> Messages { get; init; }

    /// <summary>Numbers the rule works with.</summary>
    public IReadOnlyDictionary<string, double> Limits
    {
        get;
        init => field = value ?? new Dictionary<string, double>();
    } = new Dictionary<string, double>();

    /// <summary>Word lists the rule works with: list name, then language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Words
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>();
    } = new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>();
}
