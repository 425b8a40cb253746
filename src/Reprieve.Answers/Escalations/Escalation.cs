using System.Text.Json.Serialization;
using Reprieve.Knowledge;

namespace Reprieve.Answers.Escalations;

/// <summary>A way beyond the appeal as it stands for one case, in the screen's language.</summary>
public sealed record Escalation
{
    /// <summary>Its code in <c>knowledge/escalations</c>.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required EscalationState State { get; init; }

    /// <summary>Why it stands so, in a sentence or two.</summary>
    public required string Why { get; init; }

    /// <summary>The day from which it can be used, in the store's zone; null where that hangs on Amazon's answer or is not known.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which it can be used, in the store's zone; null where no such day is known.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>How sure the entry is.</summary>
    public required Certainty Sure { get; init; }

    /// <summary>Where it was read.</summary>
    public required string Source { get; init; }

    /// <summary>When that was last looked at.</summary>
    public required DateOnly Seen { get; init; }

    /// <inheritdoc cref="EscalationRoute.Preconditions"/>
    public required IReadOnlyList<string> Preconditions { get; init; }

    /// <inheritdoc cref="EscalationRoute.Prepares"/>
    public required IReadOnlyList<string> Prepares { get; init; }

    /// <inheritdoc cref="EscalationRoute.Steps"/>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>What to say on the phone, in the screen's language and in English; empty where nobody phones.</summary>
    public required IReadOnlyList<PhoneScript> Script { get; init; }

    /// <inheritdoc cref="EscalationRoute.Clock"/>
    public required IReadOnlyList<string> Clock { get; init; }

    /// <inheritdoc cref="EscalationRoute.Cautions"/>
    public required IReadOnlyList<string> Cautions { get; init; }

    /// <inheritdoc cref="EscalationRoute.DoNot"/>
    public required IReadOnlyList<string> DoNot { get; init; }
}

/// <summary>What to say on the phone in one language.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Lines">Line by line.</param>
public sealed record PhoneScript(string Language, IReadOnlyList<string> Lines);

/// <summary>Where a way stands in a case.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<EscalationState>))]
public enum EscalationState
{
    /// <summary>It can be used, once a person has seen its preconditions to be true.</summary>
    Open,

    /// <summary>It cannot be used yet.</summary>
    NotYet,

    /// <summary>Its time is over.</summary>
    Over,
}
