using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;
using Reprieve.Server.People;
using Reprieve.Server.Watching;
using Reprieve.Storage;

namespace Reprieve.Server.Actions;

/// <summary>Mails that arrived in watched mailboxes: what became of each, and those that a person has to sort.</summary>
internal static class ArrivalActions
{
    private const int MostShown = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(ArrivalPaths.All, ListAsync);
        app.MapGet("/arrivals/{id:guid}", (Guid id, HttpContext http, ArrivalDesk desk) => ShowAsync(id, http, desk));
        app.MapPost("/arrivals/{id:guid}", SortAsync).AddEndpointFilter<TokenFilter>();
    }

    private static async Task<IResult> ListAsync(HttpContext http, ArrivalDesk desk, Workbench workbench)
    {
        Caller caller = Caller.Of(http);
        return PageFrame.Page<ArrivalsPage>(
            http,
            StatusCodes.Status200OK,
            ("Knowledge", http.Service<CaseDesk>().Knowledge),
            ("ToSort", await desk.ListAsync(caller, [ArrivalState.ToSort], 200, http.RequestAborted)),
            ("Waiting", await desk.WaitingAsync(caller, http.RequestAborted)),
            ("Flagged", await desk.ListAsync(caller, [ArrivalState.Flagged], MostShown, http.RequestAborted)),
            (
                "Taken",
                await desk.ListAsync(caller, [ArrivalState.InCase, ArrivalState.Opened], MostShown, http.RequestAborted)
            ),
            ("IsWatching", (await workbench.Mailboxes.WatchedAsync(http.RequestAborted)).Count > 0)
        );
    }

    private static async Task<IResult> ShowAsync(Guid id, HttpContext http, ArrivalDesk desk, string? problem = null) =>
        await desk.ViewAsync(id, http.RequestAborted) is { } view
            ? PageFrame.Page<ArrivalPage>(
                http,
                problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
                ("View", view),
                ("Knowledge", http.Service<CaseDesk>().Knowledge),
                ("Problem", problem)
            )
            : Gone(http);

    private static async Task<IResult> SortAsync(Guid id, HttpContext http, ArrivalDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        string given = form.Field("into");
        CaseId? into = CaseOf(given == "other" ? form.Field("other") : given);
        ArrivalChoice? choice = given switch
        {
            "aside" => ArrivalChoice.Aside,
            "open" => ArrivalChoice.Open,
            _ => into is null ? null : ArrivalChoice.Case,
        };
        if (choice is not { } chosen)
        {
            return await ShowAsync(id, http, desk, Say.Get("arrival_no_choice"));
        }

        Guid? store = Guid.TryParse(form.Field("store"), out Guid account) ? account : null;
        string who = Form.Person(http, form);
        (CaseId? lies, string? problem) = await desk.SortAsync(id, chosen, into, store, who, http.RequestAborted);
        return problem is not null ? await ShowAsync(id, http, desk, problem)
            : lies is { } there ? Form.To($"/cases/{there}")
            : Form.To(ArrivalPaths.All, "saved");
    }

    private static CaseId? CaseOf(string text) => Guid.TryParse(text, out Guid id) ? new CaseId(id) : null;

    /// <summary>The page of a mail that is not there.</summary>
    internal static IResult Gone(HttpContext http) =>
        PageFrame.Page<MessagePage>(
            http,
            StatusCodes.Status404NotFound,
            ("Title", Say.Get("arrival_gone")),
            ("Back", ArrivalPaths.All)
        );
}
