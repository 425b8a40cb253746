using Reprieve.Appeals;
using Reprieve.Documents;
using Reprieve.Notices;
using Reprieve.Responses.Evidence;

namespace Reprieve.Answers.Rounds;

/// <summary>What the next round is planned from.</summary>
public sealed record NextRoundRequest
{
    /// <summary>Amazon's answer to the last round; null while there is none.</summary>
    public Diagnosis? Answer { get; init; }

    /// <summary>What else has come since.</summary>
    public Arrivals Came { get; init; } = Arrivals.Since([], []);

    /// <summary>The notice that opened the case.</summary>
    public required Diagnosis Notice { get; init; }

    /// <summary>The messages known when the last round went out.</summary>
    public IReadOnlyList<Diagnosis> Before
    {
        get => field ?? [Notice];
        init;
    }

    /// <summary>An attempt to call that came after the answer, or where there is none; null when there was none.</summary>
    public Diagnosis? Call => Came.Call is { } call && !(Answer?.Date >= call.Date) ? call : null;

    /// <summary>Rounds that went out, oldest first.</summary>
    public IReadOnlyList<SentRound> Sent { get; init; } = [];

    /// <summary>
    /// The facts that an answer would rest on now: those of a fresh draft, so that they can be held against the facts of
    /// the ledger that was sent (which has only what its sentences rest on).
    /// </summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>The papers at hand now.</summary>
    public IReadOnlyList<Document> Documents { get; init; } = [];

    /// <summary>What could still be told, as questions to the seller, in the screen's language.</summary>
    public IReadOnlyList<string> OpenQuestions { get; init; } = [];

    /// <summary>Where a fresh draft says otherwise than an earlier round did, in the screen's language.</summary>
    public IReadOnlyList<string> Contradictions { get; init; } = [];
}
