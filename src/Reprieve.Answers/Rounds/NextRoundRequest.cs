using Reprieve.Appeals;
using Reprieve.Documents;
using Reprieve.Notices;
using Reprieve.Responses.Evidence;

namespace Reprieve.Answers.Rounds;

/// <summary>What the next round is planned from.</summary>
public sealed record NextRoundRequest
{
    /// <summary>Amazon's answer.</summary>
    public required Diagnosis Answer { get; init; }

    /// <summary>The notice that opened the case.</summary>
    public required Diagnosis Notice { get; init; }

    /// <summary>Rounds that went out, oldest first.</summary>
    public IReadOnlyList<SentRound> Sent { get; init; } = [];

    /// <summary>
    /// The facts that an answer would rest on now: those of a fresh draft, so that they can be held against the facts of
    /// the ledger that was sent (which has only what its sentences rest on).
    /// </summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>The papers at hand now.</summary>
    public IReadOnlyList<Document> Documents { get; init; } = [];
}
