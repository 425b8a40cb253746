namespace Reprieve.Knowledge;

/// <summary>How a reason is answered: what to ask, and the sentences the answers make (<c>knowledge/playbooks</c>).</summary>
public sealed record Playbook : KnowledgeEntry
{
    /// <summary>What whoever wrote it calls it; null where its code says enough.</summary>
    public LocalizedText? Name { get; init; }

    /// <summary>The reasons it answers, by code; empty for the frame that stands around every answer of its modes.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The causes buyers complain of that it answers (late_delivery, damaged …), where a notice names such.</summary>
    public IReadOnlyList<string> BuyerCauses
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The response modes it serves; the plan and the pack of documents of one reason are two playbooks.</summary>
    public required IReadOnlyList<ResponseMode> Modes { get; init; }

    /// <summary>What the answer is about, as it stands in the opening ("our late shipment rate"); null in a frame.</summary>
    public LocalizedText? Topic { get; init; }

    /// <summary>The part of the seller's practice that a plan of this kind mends; null where the causes decide, and in frames.</summary>
    public PracticeArea? Tag { get; init; }

    /// <summary>In a frame whose steps come first: what is written once they are done; null where nothing follows.</summary>
    public Onward? GoesOn { get; init; }

    /// <summary>What is asked, in order.</summary>
    public IReadOnlyList<Question> Questions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The sentences of an answer to this reason, in order, each printed only when its facts are known.</summary>
    public required IReadOnlyList<PlaybookSentence> Sentences { get; init; }
}

/// <summary>The mode that a case goes on with.</summary>
public sealed record Onward
{
    /// <summary>The mode.</summary>
    public required ResponseMode Mode { get; init; }

    /// <summary>Conditions that must all hold, as in a sentence.</summary>
    public required IReadOnlyList<string> When { get; init; }
}

/// <summary>One sentence of an answer. It is printed only if every fact it names is known.</summary>
public sealed record PlaybookSentence
{
    /// <summary>Unique in its playbook; the ledger names it.</summary>
    public required string Id { get; init; }

    /// <summary>The part of the plan it stands in; null in a cover note.</summary>
    public PlanSection? Section { get; init; }

    /// <summary>Conditions that must all hold: <c>fact</c> (known), <c>fact=value</c>, <c>fact!=value</c>, <c>!fact</c>.</summary>
    public IReadOnlyList<string> When
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The sentence; <c>{fact.id}</c> is filled from the ledger.</summary>
    public required LocalizedText Say { get; init; }

    /// <summary>
    /// Says the sentence once for every numbered group of facts with this name: with <c>each: invoice</c>,
    /// <c>{each.date}</c> is <c>invoice.1.date</c>, then <c>invoice.2.date</c> …
    /// </summary>
    public string? Each { get; init; }

    /// <summary>Whether it goes on in the numbered item of the sentence before it.</summary>
    public bool Continues { get; init; }

    /// <summary>Whether the plan is not whole without it: then missing facts become questions.</summary>
    public bool Required { get; init; }

    /// <summary>Facts it rests on besides those it names.</summary>
    public IReadOnlyList<string> RestsOn
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>A question to the seller, with a typed slot for the answer.</summary>
public sealed record Question
{
    /// <summary>The answer's id, which is also the fact's, for instance <c>late_shipment.cause</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What is asked.</summary>
    public required LocalizedText Ask { get; init; }

    /// <summary>Why it is asked; null where the kind of slot says it (a date, because every action needs its date).</summary>
    public LocalizedText? Why { get; init; }

    /// <summary>What the reports may show about it; <c>{fact.id}</c> is filled, and a line is shown only when all its facts are known.</summary>
    public IReadOnlyList<LocalizedText> Hints
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// Facts of the files that stand for an answer as long as a person gives none; the first that is known counts. What is
    /// read so is not asked, and shown to be corrected.
    /// </summary>
    public IReadOnlyList<string> ReadFrom
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The kind of answer.</summary>
    public required Slot Slot { get; init; }

    /// <summary>For a pick: the choices.</summary>
    public IReadOnlyList<Choice> Choices
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Conditions under which it is asked at all, as in a sentence.</summary>
    public IReadOnlyList<string> When
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Whether the answer may be left open.</summary>
    public bool Optional { get; init; }

    /// <summary>For a date: whether it may lie ahead (a step under way); what was done cannot.</summary>
    public bool MayLieAhead { get; init; }
}

/// <summary>One choice of a pick-list.</summary>
public sealed record Choice
{
    /// <summary>Its code, which conditions compare with.</summary>
    public required string Code { get; init; }

    /// <summary>How it is offered, in the seller's language; further wordings that are understood follow, parted by bars.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>How it reads inside a sentence; the label where absent.</summary>
    public LocalizedText? Say { get; init; }
}

/// <summary>The kinds of answer a question takes.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(SnakeCaseEnumConverter<Slot>))]
public enum Slot
{
    Text,
    Pick,
    PickSeveral,
    YesNo,
    Who,
    Date,
    Count,
    Percent,
    HowOften,
    Tool,
    Document,

    /// <summary>A step in the chain of whys behind a cause: free words in any language, which are never sent.</summary>
    Why,
}

/// <summary>Words a slot knows in several languages (<c>knowledge/slots</c>): roles, frequencies, tools.</summary>
public sealed record SlotWords : KnowledgeEntry
{
    /// <summary>The slot they serve.</summary>
    public required Slot Slot { get; init; }

    /// <summary>The words.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }
}
