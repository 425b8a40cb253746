using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;

namespace Reprieve.Responses.Interview;

/// <summary><c>interview --json</c>: the questions with where each stands, and the chains of whys.</summary>
public static class InterviewJson
{
    private static readonly InterviewJsonContext Context = new(
        new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    /// <summary>The object, on one line.</summary>
    public static string Serialize(InterviewGuide guide)
    {
        ArgumentNullException.ThrowIfNull(guide);
        return JsonSerializer.Serialize(
            new InterviewOutput(
                guide.Mode,
                guide.Language,
                guide.IsDone,
                [.. guide.Questions.Select(Question)],
                [
                    .. guide.Whys.Select(chain => new WhysOutput(
                        chain.Cause,
                        chain.Steps,
                        chain.Next?.Id,
                        chain.IsDone,
                        chain.Problem
                    )),
                ]
            ),
            Context.InterviewOutput
        );
    }

    private static AskedOutput Question(GuideQuestion asked)
    {
        var shown = new OpenQuestion(asked.Question, asked.Problem);
        return new AskedOutput(
            asked.Question.Id,
            asked.Cause,
            asked.Section,
            asked.State,
            shown.Ask,
            shown.Why,
            asked.Question.Slot,
            [.. shown.Choices.Select(choice => new ChoiceOutput(choice.Code, choice.Label))],
            asked.Question.Optional,
            asked.Answer?.Value,
            asked.Fact?.Value,
            asked.Fact?.Source,
            asked.Problem,
            asked.Hints
        );
    }
}

internal sealed record InterviewOutput(
    ResponseMode ResponseMode,
    string Language,
    bool Done,
    IReadOnlyList<AskedOutput> Questions,
    IReadOnlyList<WhysOutput> Whys
);

/// <param name="Value">What the seller wrote.</param>
/// <param name="ReadAs">As it will stand in the text.</param>
internal sealed record AskedOutput(
    string Id,
    string? Cause,
    PlanSection? Section,
    QuestionState State,
    string Ask,
    string Why,
    Slot Slot,
    IReadOnlyList<ChoiceOutput> Choices,
    bool Optional,
    string? Value,
    string? ReadAs,
    FactSource? Source,
    string? Problem,
    IReadOnlyList<string> Hints
);

internal sealed record ChoiceOutput(string Code, string Label);

internal sealed record WhysOutput(string Cause, IReadOnlyList<WhyStep> Steps, string? Next, bool Done, string? Problem);

[JsonSerializable(typeof(InterviewOutput))]
internal sealed partial class InterviewJsonContext : JsonSerializerContext;
