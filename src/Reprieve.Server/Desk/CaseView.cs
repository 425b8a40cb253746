using Reprieve.Answers;
using Reprieve.Answers.Rounds;
using Reprieve.Cases.Workflow;
using Reprieve.Notices;
using Reprieve.Practices;
using Reprieve.Responses.Interview;
using Reprieve.Storage;

namespace Reprieve.Server.Desk;

/// <summary>A case as a page sees it.</summary>
/// <param name="Stored">What the store keeps of it.</param>
public sealed record CaseView(StoredCase Stored)
{
    /// <summary>The case through all steps, in the screen's language; null while it is read, or when it cannot be.</summary>
    public CaseWork? Work { get; init; }

    /// <summary>The pages of the package, as Markdown by file name.</summary>
    public IReadOnlyDictionary<string, string> Pages { get; init; } = NoPages;

    /// <summary>How the notice was read; null while the case is.</summary>
    public Explanation? Explanation { get; init; }

    /// <summary>What is asked of the seller, and where each question stands; null while the case is read.</summary>
    public InterviewGuide? Guide { get; init; }

    /// <summary>What follows from what came since the last round went out; null while nothing was sent.</summary>
    public NextRoundPlan? Round { get; init; }

    /// <summary>The notice's own page, made harmless; null when it has none.</summary>
    public string? NoticePage { get; init; }

    /// <summary>Why it could not be read, for people; null when it could.</summary>
    public string? Fault { get; init; }

    /// <summary>How far reading is; null when it has ended.</summary>
    public ReviewProgress? Progress { get; init; }

    /// <summary>Whether the person stopped its reading.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Whether Amazon has answered the last round.</summary>
    public bool IsAnswered => Round?.Outcome.Answers() == true;

    /// <summary>Whether it is still being read.</summary>
    public bool IsReading => Work is null && Fault is null && !IsStopped;

    private static readonly Dictionary<string, string> NoPages = [];
}
