using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Server.Desk;
using Reprieve.Server.Selling;

namespace Reprieve.Server.Actions;

/// <summary>What a case gets from Amazon.</summary>
internal static class PullActions
{
    public static void Map(IEndpointRouteBuilder app)
    {
        RouteGroupBuilder forms = app.MapGroup("/cases/{id:guid}/pull").AddEndpointFilter<TokenFilter>();
        forms.MapPost("", BeginAsync);
        forms.MapPost("/stop", StopAsync);
    }

    private static async Task<IResult> BeginAsync(Guid id, HttpContext http, CasePulls pulls, CaseDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        string? problem = Guid.TryParse(form.Field("connection"), out Guid connection)
            ? await pulls.BeginAsync(new CaseId(id), connection, null, Form.Person(http), http.RequestAborted)
            : Say.Get("Selling_gone");
        return problem is null
            ? Form.To($"/cases/{id}/review#pull")
            : await CasePages.ReviewAsync(id, http, desk, pulls, problem);
    }

    private static async Task<IResult> StopAsync(Guid id, CasePulls pulls)
    {
        await pulls.StopAsync(new CaseId(id));
        return Form.To($"/cases/{id}/review#pull");
    }
}
