using System.Text.Json.Serialization;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Answers.Matching;

/// <summary>Whether a later message answers a case, and why one thinks so.</summary>
/// <param name="Verdict">Yes, no, or unsure: then a person decides.</param>
/// <param name="Why">The grounds, in the screen's language, weightiest first.</param>
public sealed record Match(MatchVerdict Verdict, IReadOnlyList<string> Why);

/// <summary>Whether a message belongs to a case.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<MatchVerdict>))]
public enum MatchVerdict
{
    No,
    Unsure,
    Yes,
}

/// <summary>What is known of the case that a message may answer.</summary>
public sealed record MatchContext
{
    /// <summary>The store of the case; null when not known.</summary>
    public required string? Marketplace { get; init; }

    /// <summary>The messages of the case, oldest first: the notice and the answers so far.</summary>
    public required IReadOnlyList<Diagnosis> Messages { get; init; }

    /// <summary>When the last round was sent; null when none was.</summary>
    public DateTimeOffset? SentAt { get; init; }
}
