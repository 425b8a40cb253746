using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Server.Actions;
using Reprieve.Server.Selling;

namespace Reprieve.Server.Api;

/// <summary>What a case gets from Amazon.</summary>
internal static class PullApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder pull = api.MapGroup("/cases/{id:guid}/pull").WithTags("connections");
        pull.MapGet("", ShowAsync)
            .Named("getPull", "What is coming into a case from Amazon, or came since the program was started")
            .Produces<PullItem>();
        pull.MapPost("", BeginAsync)
            .Named("beginPull", "Brings what step 2 needs from Amazon into a case; it may take hours")
            .Produces<PullItem>(202);
        pull.MapDelete("", StopAsync).Named("stopPull", "Stops it; what is in the case stays").Produces(204);
    }

    private static async Task<IResult> ShowAsync(Guid id, HttpContext http, CasePulls pulls) =>
        Results.Ok(PullItem.Of(await pulls.ViewAsync(new CaseId(id), http.RequestAborted)));

    private static async Task<IResult> BeginAsync(Guid id, PullRequest request, HttpContext http, CasePulls pulls)
    {
        var caseId = new CaseId(id);
        string? problem = await pulls.BeginAsync(
            caseId,
            request.Connection,
            null,
            Form.Person(http),
            http.RequestAborted
        );
        return problem is null
            ? Results.Json(
                PullItem.Of(await pulls.ViewAsync(caseId, http.RequestAborted)),
                statusCode: StatusCodes.Status202Accepted
            )
            : ApiAnswers.Refused(problem);
    }

    private static async Task<IResult> StopAsync(Guid id, CasePulls pulls)
    {
        await pulls.StopAsync(new CaseId(id));
        return Results.NoContent();
    }
}

/// <summary>By which connection a case gets what it needs.</summary>
/// <param name="Connection">Id of a connection of the case's client.</param>
internal sealed record PullRequest(Guid Connection) : ApiRequest;

/// <summary>How far what a case gets from Amazon is.</summary>
/// <param name="Connections">Ids of the connections that it may come by.</param>
/// <param name="Connection">By which it comes; null for nothing.</param>
/// <param name="IsRunning">Whether more is to come.</param>
/// <param name="Done">Parts that ended, in this run.</param>
/// <param name="All">All parts.</param>
/// <param name="Files">Files that are in the case by it.</param>
/// <param name="Notes">What Amazon has nothing of, or refused, in words.</param>
/// <param name="Troubles">What is missing, in words.</param>
internal sealed record PullItem(
    IReadOnlyList<Guid> Connections,
    Guid? Connection,
    bool IsRunning,
    int? Done,
    int? All,
    int Files,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string> Troubles
)
{
    public static PullItem Of(PullView view) =>
        new(
            [.. view.Connections.Select(one => one.Id)],
            view.Pull?.Connection.Id,
            view.Pull?.IsRunning == true,
            view.Pull?.Progress?.Done,
            view.Pull?.Progress?.All,
            view.Pull?.Files ?? 0,
            view.Pull?.Notes ?? [],
            view.Pull?.Troubles ?? []
        );
}
