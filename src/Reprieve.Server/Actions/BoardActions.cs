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

        string? problem =
            form.Field("was") != (stored.Assignee?.ToString() ?? "")
                ? Say.Get("keeper_changed")
                : await KeepAsync(stored, form.Field("person"), http, desk, shelf);
        return problem is null ? Form.To($"/cases/{id}", "saved") : Refused(id, http, problem, "keeper");
    }

    /// <summary>Says who looks after a case.</summary>
    /// <param name="asked">The id of one of those who may work on it; empty for nobody.</param>
    /// <returns>Why not; null when it is so now.</returns>
    public static async Task<string?> KeepAsync(
        StoredCase stored,
        string asked,
        HttpContext http,
        CaseDesk desk,
        ClientShelf shelf
    )
    {
        Person? person = Keepers
            .Of(http)
            .For(shelf.All.Store(stored.Account)?.Client)
            .FirstOrDefault(one => one.Id.ToString() == asked);
        if (asked.Length > 0 && person is null)
        {
            return Say.Get("keeper_may_not");
        }

        await desk.BesideAsync(
            stored.Id,
            () => desk.Store.AssignAsync(stored.Id, person?.Id, person?.Name, Form.Person(http))
        );
        return null;
    }

    /// <summary>Keeps what Amazon holds of the store's money.</summary>
    private static async Task<IResult> HeldAsync(Guid id, HttpContext http, CaseDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        if (await desk.Store.FindAsync(new CaseId(id), http.RequestAborted) is not { } stored)
        {
            return CasePages.Gone(http);
        }

        string? problem =
            form.Field("was") != (stored.Held?.Text ?? "")
                ? Say.Get("held_changed")
                : await HoldAsync(stored.Id, form.Field("amount"), form.Field("currency"), Form.Person(http), desk);
        return problem is null ? Form.To($"/cases/{id}", "saved") : Refused(id, http, problem, "held");
    }

    /// <summary>Keeps what Amazon holds of the store's money.</summary>
    /// <returns>Why not; null when it is kept.</returns>
    public static async Task<string?> HoldAsync(CaseId id, string amount, string currency, string who, CaseDesk desk)
    {
        if (!Currencies.Of(desk.Knowledge).Contains(currency) || MoneyHeld.Read(amount, currency) is not { } held)
        {
            return Say.Get("held_wrong");
        }

        await desk.BesideAsync(id, () => desk.Store.SetHeldAsync(id, held, who));
        return null;
    }

    private static IResult Refused(Guid id, HttpContext http, string problem, string place) =>
        PageFrame.Page<MessagePage>(
            http,
            StatusCodes.Status422UnprocessableEntity,
            ("Title", problem),
            ("Back", $"/cases/{id}#{place}")
        );
}
