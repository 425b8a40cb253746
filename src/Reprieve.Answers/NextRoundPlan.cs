using Reprieve.Answers.Rounds;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Answers;

/// <summary>What follows a sending: what Amazon made of it, what is missing, and what to do now.</summary>
public sealed record NextRoundPlan
{
    public required AnswerOutcome Outcome { get; init; }

    /// <summary>The outcome in Amazon's terms; null where nothing was decided.</summary>
    public required Decision? Decision { get; init; }

    /// <summary>What is asked for again or newly, held against what was sent.</summary>
    public required IReadOnlyList<Gap> Gaps { get; init; }

    /// <summary>Limits that the answer, the new notice or the call states.</summary>
    public required IReadOnlyList<Deadline> Deadlines { get; init; }

    /// <summary>Whether another round is opened.</summary>
    public required bool OpensRound { get; init; }

    /// <summary>Whether there is nothing new to say so far: no new fact, document or answer since the last round.</summary>
    public required bool NothingNew { get; init; }

    /// <summary>Where there is nothing new: what would be, in the screen's language, weightiest first.</summary>
    public IReadOnlyList<string> WouldBeNew { get; init; } = [];

    /// <summary>Where a fresh draft says otherwise than an earlier round did, in the screen's language; it blocks sending.</summary>
    public IReadOnlyList<string> Contradictions { get; init; } = [];

    /// <summary>What to do now, in the screen's language, in order.</summary>
    public required IReadOnlyList<string> Next { get; init; }
}

/// <summary>Something the answer asks for.</summary>
/// <param name="Cause">A reason code or a buyer cause; null where none is named.</param>
/// <param name="Section">The part of the plan; null for a paper.</param>
/// <param name="Paper">Ask code of a paper; null for a part of the plan.</param>
/// <param name="Sent">What was sent on it before, sentence by sentence; empty when nothing was.</param>
/// <param name="Evidence">Where the answer asks for it.</param>
public sealed record Gap(
    string? Cause,
    PlanSection? Section,
    string? Paper,
    IReadOnlyList<string> Sent,
    Notices.Evidence Evidence
);
