using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Reprieve.Answers;
using Reprieve.Answers.Escalations;
using Reprieve.Appeals;
using Reprieve.Cases.Aftercare;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Responses;
using Reprieve.Responses.Checking;

namespace Reprieve.Cli.Output;

/// <summary><c>plan --json</c>: the answer's mode and text, what is open, and the check.</summary>
internal static class PlanJson
{
    public static string Serialize(CaseWork work) =>
        JsonSerializer.Serialize(
            new PlanOutput(
                work.Response?.Mode ?? ResponseMode.None,
                work.Response is { } response ? Snake(response.GetType().Name) : "refused",
                work.Response?.Language,
                (work.Response as WrittenResponse)?.Text,
                (work.Response as NothingToSend)?.Why,
                [
                    .. (work.Response?.Questions ?? []).Select(q => new QuestionOutput(
                        q.Question.Id,
                        q.Ask,
                        q.Why,
                        q.Question.Slot,
                        q.Question.Optional,
                        q.Problem
                    )),
                ],
                [.. work.Response?.Papers ?? []],
                work.Check,
                IsFinished(work)
            ),
            OutputJson.Lines.PlanOutput
        );

    /// <summary>Whether no question that must be answered, and no blocking finding, is open.</summary>
    public static bool IsFinished(CaseWork work) =>
        work.Response is WrittenResponse written
        && written.Questions.All(question => question.Question.Optional)
        && work.Check is not { Passed: false };

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}

/// <summary><c>appeal --json</c> and <c>send --json</c>.</summary>
internal static class AppealJson
{
    /// <summary>A packed case, with the answers of its linked stores.</summary>
    public static string Serialize(CaseWork work) =>
        JsonSerializer.Serialize(
            Output(work) with
            {
                Linked = [.. work.Linked.Select(Output)],
            },
            OutputJson.Lines.AppealOutput
        );

    private static AppealOutput Output(CaseWork work)
    {
        Appeal appeal = work.Appeal!;
        return new AppealOutput(
            appeal.Directory,
            appeal.State,
            appeal.Route.Code,
            appeal.Files,
            appeal.Obstacles,
            appeal.Next
        )
        {
            Store = work.Paths.Store,
            Marketplace = work.Record.Marketplace,
            Language = work.Response?.Language,
        };
    }

    public static string Serialize(SentAppeal sent) => JsonSerializer.Serialize(sent, OutputJson.Lines.SentAppeal);
}

/// <summary><c>next --json</c>.</summary>
internal static class NextJson
{
    /// <param name="care">What follows a reinstatement; left out while there is none.</param>
    /// <param name="escalations">The ways beyond the appeal, those that are not open yet too.</param>
    public static string Serialize(NextRoundPlan plan, CaseAftercare? care, IReadOnlyList<Escalation> escalations)
    {
        JsonObject output = JsonSerializer.SerializeToNode(plan, OutputJson.Lines.NextRoundPlan)!.AsObject();
        if (care is not null)
        {
            output["aftercare"] = JsonSerializer.SerializeToNode(care, OutputJson.Lines.CaseAftercare);
        }

        output["escalations"] = JsonSerializer.SerializeToNode(escalations, OutputJson.Lines.IReadOnlyListEscalation);
        return output.ToJsonString(OutputJson.Lines.Options);
    }
}

internal sealed record PlanOutput(
    ResponseMode ResponseMode,
    string Kind,
    string? Language,
    string? Text,
    string? Why,
    IReadOnlyList<QuestionOutput> Questions,
    IReadOnlyList<PaperToChase> Papers,
    CheckReport? Check,
    bool Finished
);

internal sealed record QuestionOutput(string Id, string Ask, string Why, Slot Slot, bool Optional, string? Problem);

internal sealed record AppealOutput(
    string Directory,
    PackageState State,
    string Route,
    IReadOnlyList<PackedFile> Files,
    IReadOnlyList<string> Obstacles,
    IReadOnlyList<string> Next
)
{
    /// <summary>The key of a linked store; null for the case's own answer.</summary>
    public string? Store { get; init; }

    public string? Marketplace { get; init; }

    /// <summary>The answer's language; null where nothing is written.</summary>
    public string? Language { get; init; }

    /// <summary>The answers of the linked stores.</summary>
    public IReadOnlyList<AppealOutput> Linked { get; init; } = [];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlanOutput))]
[JsonSerializable(typeof(AppealOutput))]
[JsonSerializable(typeof(SentAppeal))]
[JsonSerializable(typeof(NextRoundPlan))]
[JsonSerializable(typeof(CaseAftercare))]
[JsonSerializable(typeof(IReadOnlyList<Escalation>))]
internal sealed partial class OutputJson : JsonSerializerContext
{
    /// <summary>One line, other scripts as they are.</summary>
    public static OutputJson Lines =>
        field ??= new(
            new JsonSerializerOptions(Default.Options!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
}
