using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Cases.Aftercare;
using Reprieve.Server.Actions;
using Reprieve.Server.Desk;

namespace Reprieve.Server.Api;

/// <summary>After a reinstatement: what to look at, and the promises that were made.</summary>
internal static class AftercareApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder care = api.MapGroup("/cases/{id:guid}/aftercare").WithTags("send and decision");
        care.MapGet("", Get)
            .Named(
                "getAftercare",
                "What to look at after a reinstatement, and what the figures say of each promise; empty before it"
            )
            .Produces<CaseAftercare>();
        care.MapPost("", TasksAsync)
            .Named("makeAftercareTasks", "Makes a task of each point and promise that has none yet")
            .Produces(204);
    }

    private static Task<IResult> Get(Guid id, HttpContext http, CaseDesk desk) =>
        ApiAnswers.OfWorkAsync(
            id,
            http,
            desk,
            (_, work) => Results.Ok(CaseAftercare.Of(work, desk.Knowledge) ?? new CaseAftercare([], []))
        );

    private static async Task<IResult> TasksAsync(Guid id, HttpContext http, CaseDesk desk) =>
        ApiAnswers.Done(
            await AftercareActions.MakeTasksAsync(new CaseId(id), ApiAnswers.Who(http), desk, http.RequestAborted)
        );
}
