using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Server.Actions;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Api;

/// <summary>Cases: listed, opened, read, named, given to a client, deleted.</summary>
internal static class CasesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder cases = api.MapGroup("/cases").WithTags("cases");
        cases
            .MapGet("", ListAsync)
            .Named("listCases", "Cases that you see, those due first come first")
            .Produces<ListPage<CaseItem>>();
        cases
            .MapPost("", OpenAsync)
            .Named("openCase", "Opens an empty case, of a store where the query names one")
            .Produces<CaseItem>(StatusCodes.Status201Created);
        cases.MapGet("/{id:guid}", GetAsync).Named("getCase", "A case as it stands").Produces<CaseItem>();
        cases
            .MapPatch("/{id:guid}", RenameAsync)
            .Named("renameCase", "Gives a case another title")
            .Produces<CaseItem>();
        cases
            .MapDelete("/{id:guid}", DeleteAsync)
            .Named("deleteCase", "Deletes a case, in older backups too")
            .Produces(204);
        cases
            .MapPut("/{id:guid}/owner", OwnAsync)
            .Named("setCaseOwner", "Says whose case it is; an empty client is none")
            .Produces<CaseItem>();
        cases
            .MapPut("/{id:guid}/keeper", KeepAsync)
            .Named("setKeeper", "Says who looks after a case: one of those who may work on it, or nobody")
            .Produces(204);
        cases
            .MapPut("/{id:guid}/held", HoldAsync)
            .Named("setMoneyHeld", "Keeps what Amazon holds of the store's money, as a person says")
            .Produces(204);
        cases
            .MapPost("/{id:guid}/reading", ReadAsync)
            .Named("readCase", "Goes through all steps after files came, and writes the package")
            .Produces<CaseItem>(StatusCodes.Status202Accepted);
        cases
            .MapDelete("/{id:guid}/reading", Stop)
            .Named("stopReading", "Stops reading a case; nothing is changed")
            .Produces(204);
        cases
            .MapGet("/{id:guid}/timeline", TimelineAsync)
            .Named(
                "getTimeline",
                "What was done to a case, oldest first; each entry holds the hash of the one before it"
            )
            .Produces<IReadOnlyList<TimelineEntry>>();
    }

    private static async Task<IResult> ListAsync(
        HttpContext http,
        CaseDesk desk,
        ClientShelf shelf,
        string? stage,
        string? client,
        string? turn,
        string? marketplace,
        string? person,
        string? q,
        int? page,
        int? size
    )
    {
        (int skip, int take) = ListPage<CaseItem>.Bounds(page, size);
        var query = new CaseQuery
        {
            Stages = Known<CaseStage>(stage, one => one.Code()) is { } known ? [known] : [],
            Text = q,
            Accounts = CaseLists.AccountsOf(client ?? "", shelf.All),
            Turn = Known<Turn>(turn, one => one.Code()),
            Marketplace = marketplace,
            Person = CaseLists.PersonOf(person ?? ""),
            Skip = skip,
            Take = take,
        };
        CasePage found = await desk.SeenBy(http).ListAsync(query, http.RequestAborted);
        return Results.Ok(
            new ListPage<CaseItem>(
                [.. found.Lines.Select(line => CaseItem.Of(line, shelf))],
                found.Total,
                ListPage<CaseItem>.NextOf(http, skip, take, found.Total)
            )
        );
    }

    private static async Task<IResult> OpenAsync(
        OpenRequest request,
        HttpContext http,
        CaseDesk desk,
        ClientShelf shelf,
        Guid? store
    )
    {
        if (store is { } asked && shelf.All.Store(asked) is null)
        {
            return ApiAnswers.Refused(Say.Get("client_gone"));
        }

        string who = ApiAnswers.Who(http, request.By);
        StoredCase opened = await desk.Store.AddAsync(request.Title, who, http.RequestAborted);
        if (store is { } owner)
        {
            opened = await desk.Store.SetAccountAsync(opened.Id, owner, who);
        }

        return Results.Created($"{ApiRoutes.Root}/cases/{opened.Id}", CaseItem.Of(opened, shelf));
    }

    private static async Task<IResult> GetAsync(Guid id, HttpContext http, CaseDesk desk, ClientShelf shelf) =>
        await desk.Store.FindAsync(new CaseId(id), http.RequestAborted) is { } stored
            ? Results.Ok(CaseItem.Of(stored, shelf))
            : ApiAnswers.Gone();

    private static async Task<IResult> RenameAsync(
        Guid id,
        OpenRequest request,
        HttpContext http,
        CaseDesk desk,
        ClientShelf shelf
    ) =>
        Results.Ok(
            CaseItem.Of(
                await desk.Store.RenameAsync(new CaseId(id), request.Title, ApiAnswers.Who(http, request.By)),
                shelf
            )
        );

    private static async Task<IResult> DeleteAsync(Guid id, HttpContext http, CaseDesk desk)
    {
        await desk.DeleteAsync(new CaseId(id), ApiAnswers.Who(http), http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> OwnAsync(
        Guid id,
        OwnerRequest request,
        HttpContext http,
        CaseDesk desk,
        ClientShelf shelf
    )
    {
        var caseId = new CaseId(id);
        if (await desk.Store.FindAsync(caseId, http.RequestAborted) is not { } stored)
        {
            return ApiAnswers.Gone();
        }

        return
            await ClientActions.OwnAsync(stored, request.Client, request.Store, ApiAnswers.Who(http), desk, shelf)
                is { } problem
            ? ApiAnswers.Refused(problem)
            : await GetAsync(id, http, desk, shelf);
    }

    private static async Task<IResult> ReadAsync(
        Guid id,
        HttpContext http,
        CaseDesk desk,
        ClientShelf shelf,
        bool? name
    )
    {
        desk.GoOn(new CaseId(id));
        await desk.SettleAsync(new CaseId(id), ApiAnswers.Who(http), name == true);
        return await desk.Store.FindAsync(new CaseId(id), http.RequestAborted) is { } stored
            ? Results.Accepted($"{ApiRoutes.Root}/cases/{id}", CaseItem.Of(stored, shelf))
            : ApiAnswers.Gone();
    }

    private static IResult Stop(Guid id, CaseDesk desk)
    {
        desk.Stop(new CaseId(id));
        return Results.NoContent();
    }

    private static async Task<IResult> TimelineAsync(Guid id, HttpContext http, CaseDesk desk) =>
        Results.Ok(await desk.Store.TimelineAsync(new CaseId(id), cancel: http.RequestAborted));

    private static async Task<IResult> KeepAsync(
        Guid id,
        KeeperRequest request,
        HttpContext http,
        CaseDesk desk,
        ClientShelf shelf
    ) =>
        await desk.Store.FindAsync(new CaseId(id), http.RequestAborted) is { } stored
            ? ApiAnswers.Done(await BoardActions.KeepAsync(stored, request.Person?.ToString() ?? "", http, desk, shelf))
            : ApiAnswers.Gone();

    private static async Task<IResult> HoldAsync(Guid id, HeldRequest request, HttpContext http, CaseDesk desk) =>
        ApiAnswers.Done(
            await BoardActions.HoldAsync(
                new CaseId(id),
                request.Amount,
                request.Currency,
                ApiAnswers.Who(http, request.By),
                desk
            )
        );

    private static T? Known<T>(string? code, Func<T, string> codeOf)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(one => codeOf(one!.Value) == code);
}
