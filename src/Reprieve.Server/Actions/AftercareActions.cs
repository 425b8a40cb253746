using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Answers.Promises;
using Reprieve.Cases;
using Reprieve.Cases.Aftercare;
using Reprieve.Server.Desk;

namespace Reprieve.Server.Actions;

/// <summary>After a reinstatement: what to look at and what was promised become tasks of the case.</summary>
internal static class AftercareActions
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/cases/{id:guid}/aftercare", TasksAsync).AddEndpointFilter<TokenFilter>();

    /// <summary>Makes a task of each point and promise; one that is there already is not made again.</summary>
    /// <returns>Why not; null when they are there.</returns>
    public static async Task<string?> MakeTasksAsync(CaseId id, string who, CaseDesk desk, CancellationToken cancel)
    {
        if (
            await desk.ViewAsync(id, cancel) is not { Work: { } work }
            || CaseAftercare.Of(work, desk.Knowledge) is not { } care
        )
        {
            return Say.Get("aftercare_none");
        }

        HashSet<string> known = [.. (await desk.Store.TasksAsync(id, cancel)).Select(task => task.Text)];
        foreach (string text in care.Checklist.Concat(care.Promises.Select(TextOf)).Where(known.Add))
        {
            await desk.Store.AddTaskAsync(id, text, null, who, cancel);
        }

        return null;
    }

    private static string TextOf(PromiseState state)
    {
        Promise promise = state.Promise;
        string[] about = [.. new[] { promise.Owner, promise.Cadence, promise.Threshold }.OfType<string>()];
        return about.Length == 0
            ? Say.Get("promise_task", promise.Text)
            : Say.Get("promise_task_about", promise.Text, string.Join(" · ", about));
    }

    private static async Task<IResult> TasksAsync(Guid id, HttpContext http, CaseDesk desk) =>
        await MakeTasksAsync(new CaseId(id), Form.Person(http), desk, http.RequestAborted) is { } problem
            ? await CasePages.OfCaseAsync<Pages.DecisionPage>(
                id,
                http,
                desk,
                ("Problem", problem),
                ("Knowledge", desk.Knowledge)
            )
            : Form.To($"/cases/{id}#tasks", "saved");
}
