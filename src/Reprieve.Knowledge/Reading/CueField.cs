namespace Reprieve.Knowledge;

/// <summary>What a wording is evidence for: the field of knowledge it stands in.</summary>
public enum CueField
{
    Reason,
    Ground,
    Kind,
    Status,
    Reply,
    Mode,
    Ask,
    Route,

    /// <summary>Part of a link's address by which a route is known.</summary>
    Link,
    Section,
    BuyerCause,
    Target,
    Action,
    Heading,
    Boilerplate,
    Possibility,
    Condition,
    Future,
    Negation,
    Done,
    Request,
    QuotedBelow,
    Unit,

    /// <summary>Words right before (code <see cref="CueLine.Before"/>) or right after a period that make it a limit.</summary>
    Period,
    DueBefore,
    NotDeadline,
    DeadlineFor,
    Label,
    Scam,
    Number,
    Month,

    /// <summary>How many appeals are still taken; the code is the number.</summary>
    AttemptsLeft,

    /// <summary>How many appeals are taken in all; the code is the number.</summary>
    AttemptsInAll,
}

/// <summary>A wording to look for, with what it is evidence for.</summary>
/// <param name="Field">The field of knowledge it stands in.</param>
/// <param name="Code">Which code within the field.</param>
/// <param name="Say">The wording, as <see cref="Cue.Say"/> has it.</param>
/// <param name="Weight">How strongly it speaks, from 0 to 1.</param>
/// <param name="Unless">Wordings in the same sentence that take its meaning away.</param>
public sealed record CueLine(CueField Field, string Code, string Say, double Weight, IReadOnlyList<string> Unless)
{
    /// <summary>Code of what stands right before a period; with <see cref="After"/> for what stands right after it.</summary>
    public const string Before = "before";

    /// <inheritdoc cref="Before"/>
    public const string After = "after";
}
