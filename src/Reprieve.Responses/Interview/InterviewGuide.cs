using System.Text.Json.Serialization;
using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;

namespace Reprieve.Responses.Interview;

/// <summary>All that is asked of the seller in a case, in order, with where each question stands.</summary>
/// <param name="Mode">The response mode the questions serve.</param>
/// <param name="Language">The language of the answer to Amazon, as BCP 47 tag.</param>
/// <param name="Whys">For a plan: the chain of whys of each cause; it is never printed.</param>
public sealed record InterviewGuide(
    ResponseMode Mode,
    string Language,
    IReadOnlyList<GuideQuestion> Questions,
    IReadOnlyList<WhyChain> Whys
)
{
    /// <summary>The questions a person still has to answer, the optional ones included.</summary>
    public IEnumerable<GuideQuestion> Open =>
        Questions.Where(question => question.State is QuestionState.Open or QuestionState.NotTaken);

    /// <summary>Whether nothing that must be answered is open.</summary>
    public bool IsDone => Open.All(question => question.Question.Optional);
}

/// <summary>A question of the interview and where it stands.</summary>
public sealed record GuideQuestion
{
    public required Question Question { get; init; }

    /// <summary>The cause it belongs to; null for what the whole answer needs.</summary>
    public required string? Cause { get; init; }

    /// <summary>The part of the plan its answer goes into; null when it only steers, or in a cover note.</summary>
    public required PlanSection? Section { get; init; }

    public required QuestionState State { get; init; }

    /// <summary>What the seller wrote; null while open.</summary>
    public Answer? Answer { get; init; }

    /// <summary>What is known, as it stands in the sentence; null while open.</summary>
    public Fact? Fact { get; init; }

    /// <summary>Why the answer was not taken, in the screen's language.</summary>
    public string? Problem { get; init; }

    /// <summary>What the reports show about it, in the screen's language.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];
}

/// <summary>Where a question stands.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<QuestionState>))]
public enum QuestionState
{
    /// <summary>Not answered.</summary>
    Open,

    /// <summary>Answered, but the answer could not be taken.</summary>
    NotTaken,

    /// <summary>Answered by a person.</summary>
    Answered,

    /// <summary>Known from the notice, a report or a paper, and therefore not asked.</summary>
    Known,

    /// <summary>Read from a file in place of an answer; not asked, and a person's answer goes before it.</summary>
    Read,
}
