using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Answers.Escalations;
using Reprieve.Cases.Workflow;
using Reprieve.Server.Desk;

namespace Reprieve.Server.Api;

/// <summary>The ways beyond the appeal.</summary>
internal static class EscalationsApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGroup("/cases/{id:guid}")
            .WithTags("send and decision")
            .MapGet("/escalations", Get)
            .Named(
                "getEscalations",
                "The ways beyond the appeal: which are open, from when the others are, and how to go them"
            )
            .Produces<IReadOnlyList<Escalation>>();

    private static Task<IResult> Get(Guid id, HttpContext http, CaseDesk desk) =>
        ApiAnswers.OfWorkAsync(
            id,
            http,
            desk,
            (_, work) => Results.Ok(EscalationsOfCase.Of(work, desk.Knowledge, desk.Clock.GetUtcNow()))
        );
}
