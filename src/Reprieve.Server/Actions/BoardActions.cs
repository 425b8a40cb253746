using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;
using Reprieve.Server.People;
using Reprieve.Storage;

namespace Reprieve.Server.Actions;

/// <summary>What a person says of a case for the list of all: who looks after it, what Amazon holds.</summary>
internal static class BoardActions
{
    public static void Map(IEndpointRouteBuilder app)
    {
        RouteGroupBuilder forms = app.MapGroup("/cases/{id:guid}").AddEndpointFilter<TokenFilter>();
        forms.MapPost("/keeper", KeeperAsync);
        forms.MapPost("/held", HeldAsync);
    }

    /// <summary>Says who looks after a case: one of those who may work on it; an empty field is nobody.</summary>
    private static async Task<IResult> KeeperAsync(Guid id, HttpContext http, CaseDesk desk, ClientShelf shelf)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        if (await desk.Store.FindAsync(new CaseId(id), http.RequestAborted) is not { } stored)
        {
            return CasePages.Gone(http);
        }

        string asked = form.Field("person");
        Person? person = Keepers
            .Of(http)
            .For(shelf.All.Store(stored.Account)?.Client)
            .FirstOrDefault(one => one.Id.ToString() == asked);
        string? problem =
            form.Field("was") != (stored.Assignee?.ToString() ?? "") ? Say.Get("keeper_changed")
            : asked.Length > 0 && person is null ? Say.Get("keeper_may_not")
            : null;
        if (problem is not null)
        {
            return Refused(id, http, problem, "keeper");
        }

        await desk.BesideAsync(
            stored.Id,
            () => desk.Store.AssignAsync(stored.Id, person?.Id, person?.Name, Form.Person(http))
        );
        return Form.To($"/cases/{id}", "saved");
    }

    /// <summary>Keeps what Amazon holds of the store's money.</summary>
    private static async Task<IResult> HeldAsync(Guid id, HttpContext http, CaseDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        if (await desk.Store.FindAsync(new CaseId(id), http.RequestAborted) is not { } stored)
        {
            return CasePages.Gone(http);
        }

        string currency = form.Field("currency");
        MoneyHeld? held = Currencies.Of(desk.Knowledge).Contains(currency)
            ? MoneyHeld.Read(form.Field("amount"), currency)
            : null;
        string? problem =
            form.Field("was") != (stored.Held?.Text ?? "") ? Say.Get("held_changed")
            : held is null ? Say.Get("held_wrong")
            : null;
        if (problem is not null)
        {
            return Refused(id, http, problem, "held");
        }

        await desk.BesideAsync(stored.Id, () => desk.Store.SetHeldAsync(stored.Id, held!, Form.Person(http)));
        return Form.To($"/cases/{id}", "saved");
    }

    private static IResult Refused(Guid id, HttpContext http, string problem, string place) =>
        PageFrame.Page<MessagePage>(
            http,
            StatusCodes.Status422UnprocessableEntity,
            ("Title", problem),
            ("Back", $"/cases/{id}#{place}")
        );
}
