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

    /// <summary>The facts at hand now, from reports, papers and the seller's answers.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>The papers at hand now.</summary>
    public IReadOnlyList<Document> Documents { get; init; } = [];
}
