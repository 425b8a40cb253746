using Reprieve.Knowledge;

namespace Reprieve.Responses.Checking;

/// <summary>The verdict on a text. Mirrors <c>reprieve check --json</c> of the command's contract.</summary>
public sealed record CheckReport
{
    /// <summary>False when any finding has severity block.</summary>
    public required bool Passed { get; init; }

    /// <summary>The mode read from the notice or, without one, the one assumed.</summary>
    public required ResponseMode ResponseMode { get; init; }

    /// <summary>Words; characters for Chinese and Japanese.</summary>
    public required int Words { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public required IReadOnlyList<Coverage> Coverage { get; init; }

    /// <summary>Edits that change no fact, in order and without overlap; offered, never made unasked.</summary>
    public required IReadOnlyList<SafeEdit> Edits { get; init; }
}

/// <summary>What a rule has to say about a passage.</summary>
/// <param name="Rule">STR-01 … of knowledge/checks.</param>
/// <param name="Message">What is wrong and how to mend it, in the screen's language.</param>
/// <param name="Start">UTF-16 code units from the start of the text; 0 with length 0 for the whole.</param>
public sealed record Finding(string Rule, Severity Severity, string Message, int Start, int Length, string Quote);

/// <summary>Whether a cell of what the notice asks is answered.</summary>
public sealed record Coverage(string? Cause, PlanSection Section, bool Answered);
