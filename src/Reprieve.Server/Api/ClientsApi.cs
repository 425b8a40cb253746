using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Server.Actions;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.People;
using Reprieve.Server.Watching;
using Reprieve.Storage;

namespace Reprieve.Server.Api;

/// <summary>Clients and their stores.</summary>
internal static class ClientsApi
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder clients = api.MapGroup("/clients").WithTags("clients");
        clients
            .MapGet("", List)
            .Named("listClients", "Clients that you see, with their stores")
            .Produces<ListPage<ClientItem>>();
        clients.MapPost("", AddAsync).Named("addClient", "Adds a client").Produces<ClientItem>(201);
        clients.MapGet("/{id:guid}", Get).Named("getClient", "A client with its stores").Produces<ClientItem>();
        clients
            .MapPatch("/{id:guid}", RenameAsync)
            .Named("renameClient", "Gives a client another name")
            .Produces<ClientItem>();
        clients
            .MapDelete("/{id:guid}", RemoveAsync)
            .Named("removeClient", "Removes a client that has no cases")
            .Produces(204);
        clients
            .MapPut("/{id:guid}/stores/{store:guid}", StoreAsync)
            .Named("setStore", "Says what a store is called and where it sells")
            .Produces<ClientItem>();
        clients
            .MapGet("/{id:guid}/report", ClientActions.ReportAsync)
            .Named("getReport", "How the client's cases stand, as a Word file")
            .GivesFile(Word);
        api.MapGet("/cases.xlsx", CaseLists.SheetAsync)
            .WithTags("cases")
            .Named("getCasesSheet", "The cases that you see as an Excel file; filters as in the list of the pages")
            .GivesFile(Excel);
    }

    private static IResult List(HttpContext http, int? page, int? size)
    {
        ClientList seen = PageFrame.ClientsOf(http);
        return Results.Ok(
            ListPage<ClientItem>.Of([.. seen.Clients.Select(client => ClientItem.Of(client, seen))], page, size, http)
        );
    }

    private static async Task<IResult> AddAsync(NameRequest request, ClientShelf shelf)
    {
        string name = request.Name.Trim();
        return await shelf.AddAsync(name) is { } problem
            ? ApiAnswers.Refused(problem)
            : Results.Created(
                $"{ApiRoutes.Root}/clients/{shelf.All.Named(name)!.Id}",
                ClientItem.Of(shelf.All.Named(name)!, shelf.All)
            );
    }

    private static IResult Get(Guid id, ClientShelf shelf) =>
        shelf.All.Find(id) is { } client
            ? Results.Ok(ClientItem.Of(client, shelf.All))
            : ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("client_gone"));

    private static async Task<IResult> RenameAsync(Guid id, NameRequest request, ClientShelf shelf) =>
        await shelf.RenameAsync(id, request.Name.Trim(), request.Was ?? shelf.All.Find(id)?.Name ?? "") is { } problem
            ? ApiAnswers.Refused(problem)
            : Get(id, shelf);

    private static async Task<IResult> RemoveAsync(
        Guid id,
        ClientShelf shelf,
        PeopleShelf people,
        MailboxWatching watching
    )
    {
        if (await shelf.RemoveAsync(id) is { } problem)
        {
            return ApiAnswers.Refused(problem);
        }

        await people.LoadAsync();
        await watching.RefreshAsync();
        return Results.NoContent();
    }

    private static async Task<IResult> StoreAsync(
        Guid id,
        Guid store,
        StoreRequest request,
        CaseDesk desk,
        ClientShelf shelf
    )
    {
        string was = shelf.All.Store(store) is { } known ? ClientShelf.Shown(known) : "";
        var changed = new Account(
            store,
            id,
            request.Store.Trim(),
            request.LegalName?.Trim() ?? "",
            request.Marketplaces
        );
        return await ClientActions.SaveAsync(changed, was, desk, shelf) is { } problem
            ? ApiAnswers.Refused(problem)
            : Get(id, shelf);
    }
}

/// <summary>A client.</summary>
internal sealed record ClientItem(Guid Id, string Name, IReadOnlyList<Account> Stores)
{
    public static ClientItem Of(Client client, ClientList clients) =>
        new(client.Id, client.Name, [.. clients.StoresOf(client.Id)]);
}

/// <summary>A name.</summary>
/// <param name="Was">The name before: where somebody else changed it since, nothing is done. Null to go over it.</param>
internal sealed record NameRequest(string Name, string? Was = null) : ApiRequest;

/// <summary>A store.</summary>
/// <param name="Marketplaces">Domains: amazon.com, amazon.de …</param>
internal sealed record StoreRequest(string Store, IReadOnlyList<string> Marketplaces, string? LegalName = null)
    : ApiRequest;
