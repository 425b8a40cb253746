namespace Reprieve.Notices;

/// <summary>How a message was read: sentence by sentence, the passages that spoke and what was left out.</summary>
public sealed record Explanation(Diagnosis Diagnosis, IReadOnlyList<ExplainedSentence> Sentences);

/// <summary>A sentence as the reader took it.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Role">The role of the section it stands in: opening, why, request, send, error, consequences, funds, help, other.</param>
/// <param name="IsHeading">Whether it is a heading.</param>
/// <param name="LeftOut">Why nothing was taken from it; null when it was read.</param>
/// <param name="Passages">The passages in it that say something, in the order of the text.</param>
public sealed record ExplainedSentence(
    Evidence Text,
    string Role,
    bool IsHeading,
    LeftOut? LeftOut,
    IReadOnlyList<ExplainedPassage> Passages
);

/// <summary>Why a sentence states nothing.</summary>
public enum LeftOut
{
    /// <summary>It stands in nearly every mail.</summary>
    Boilerplate,

    /// <summary>It belongs to an earlier mail quoted below.</summary>
    EarlierMail,

    /// <summary>It stands under "has your account been deactivated in error?" or the like.</summary>
    ErrorSection,

    /// <summary>It stands where help is offered.</summary>
    HelpSection,
}

/// <summary>A passage that says something.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Speaks">What it speaks for.</param>
/// <param name="Code">The code it speaks for; of a deed the action.</param>
/// <param name="Target">Of a deed, what it was done to; empty otherwise.</param>
/// <param name="Modality">Of a deed, whether it was done; null otherwise.</param>
public sealed record ExplainedPassage(
    Evidence Passage,
    SpeaksFor Speaks,
    string Code,
    string Target = "",
    Modality? Modality = null
);

/// <summary>What a passage speaks for.</summary>
public enum SpeaksFor
{
    Deed,
    Kind,
    Decision,
    Reason,
    Ask,
    Section,
    Deadline,
    Route,
    Scam,
}
