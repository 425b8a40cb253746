namespace Reprieve.Knowledge;

/// <summary>A way to turn to somebody else when the appeal itself does not help (<c>knowledge/escalations</c>).</summary>
public sealed record EscalationRoute : KnowledgeEntry
{
    /// <summary>Its name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Where it stands in the list, the mildest way first.</summary>
    public required int Rank { get; init; }

    /// <summary>The kinds of message that open a case it is for; empty = any enforcement.</summary>
    public IReadOnlyList<NoticeKind> Kinds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What opens it; any one of its conditions is enough.</summary>
    public required EscalationOpening OpensWhen { get; init; }

    /// <summary>Calendar months after Amazon's last message in which it can be used; null where no such limit is known.</summary>
    public int? WithinMonths { get; init; }

    /// <summary>What a person has to see to be true before it is used.</summary>
    public required IReadOnlyList<LocalizedText> Preconditions { get; init; }

    /// <summary>How long the others take, and what has to be done by when.</summary>
    public required IReadOnlyList<LocalizedText> Clock { get; init; }

    /// <summary>What to do, in order. <c>{address}</c> is the mailbox of <see cref="Route"/>.</summary>
    public required IReadOnlyList<LocalizedText> Steps { get; init; }

    /// <summary>
    /// What to say on the phone, line by line; empty where nobody phones. <c>{store}</c>, <c>{marketplace}</c> and
    /// <c>{sent}</c> (the day the last answer was sent) are filled in from the case.
    /// </summary>
    public IReadOnlyList<LocalizedText> Script
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What to have at hand.</summary>
    public required IReadOnlyList<LocalizedText> Prepares { get; init; }

    /// <summary>What it costs, whether it is there once only, when a lawyer should look first.</summary>
    public required IReadOnlyList<LocalizedText> Cautions { get; init; }

    /// <summary>What would make it worse.</summary>
    public required IReadOnlyList<LocalizedText> DoNot { get; init; }

    /// <summary>The way of <c>knowledge/routes</c> whose mailbox it uses; null where it uses none.</summary>
    public string? Route { get; init; }
}

/// <summary>
/// The conditions that are looked at in a case, each on its own. While an appeal is with Amazon, a denial before it opens
/// nothing: only the silence and the money held go on counting.
/// </summary>
public sealed record EscalationOpening
{
    /// <summary>Amazon's newest answer decided one of these.</summary>
    public IReadOnlyList<Decision> Answers
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Amazon's newest answer decides nothing, such as the same notice sent again.</summary>
    public bool Undecided { get; init; }

    /// <summary>Amazon tried to phone, or its message asks the seller to call.</summary>
    public bool Call { get; init; }

    /// <summary>Business days without an answer, counted from the day after the last one was sent.</summary>
    public int? SilentBusinessDays { get; init; }

    /// <summary>How many times Amazon has denied, finally or not.</summary>
    public int? Denials { get; init; }

    /// <summary>
    /// Calendar days since the account was deactivated, while money is held. A day that the notice itself names goes first.
    /// </summary>
    public int? HeldDays { get; init; }
}
