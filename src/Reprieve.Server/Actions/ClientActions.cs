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

/// <summary>Clients, their stores, and whose a case is.</summary>
internal static class ClientActions
{
    private const int MostCases = 200;
    private const int MostToldCases = 50;
    private const int MostStandingCases = 1_000;
    private static readonly char[] Separators = [' ', ',', ';', '，', '、', '\t'];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/clients", (HttpContext http, CaseDesk desk) => ListAsync(http, desk));
        app.MapGet(
            "/clients/{id:guid}",
            (Guid id, HttpContext http, CaseDesk desk, ClientShelf shelf) => OneAsync(id, http, desk, shelf)
        );
        app.MapGet("/clients/{id:guid}/report.docx", ReportAsync);
        RouteGroupBuilder forms = app.MapGroup("").AddEndpointFilter<TokenFilter>();
        forms.MapPost("/clients", AddAsync);
        forms.MapPost("/clients/{id:guid}", RenameAsync);
        forms.MapPost("/clients/{id:guid}/remove", RemoveAsync);
        forms.MapPost("/clients/{id:guid}/stores/{store:guid}", StoreAsync);
        forms.MapPost("/cases/{id:guid}/client", OwnerAsync);
    }

    private static async Task<IResult> ListAsync(
        HttpContext http,
        CaseDesk desk,
        string? problem = null,
        string typed = ""
    ) =>
        PageFrame.Page<ClientsPage>(
            http,
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            ("Standing", await desk.SeenBy(http).StandingAsync(CaseTable.Counting, http.RequestAborted)),
            ("Problem", problem),
            ("Typed", typed)
        );

    private static async Task<IResult> OneAsync(
        Guid id,
        HttpContext http,
        CaseDesk desk,
        ClientShelf shelf,
        string? problem = null
    )
    {
        if (shelf.All.Find(id) is not { } client)
        {
            return Gone(http);
        }

        var query = new CaseQuery
        {
            Accounts = [.. shelf.All.StoresOf(id).Select(store => (Guid?)store.Id)],
            Take = MostCases,
        };
        CasePage found = await desk.Store.ListAsync(query, http.RequestAborted);
        return PageFrame.Page<ClientPage>(
            http,
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            ("Client", client),
            ("Found", found),
            (
                "Standings",
                StoreStanding.Of(
                    shelf.All.StoresOf(id),
                    await AllAsync(desk, query, found, http.RequestAborted),
                    PageFrame.ClientsOf(http)
                )
            ),
            ("People", Keepers.Of(http).Named(found.People.Keys)),
            ("Knowledge", desk.Knowledge),
            ("Problem", problem)
        );
    }

    /// <summary>All cases of a client, of which the first page is there; no more than make a page slow.</summary>
    private static async Task<IReadOnlyList<CaseLine>> AllAsync(
        CaseDesk desk,
        CaseQuery query,
        CasePage first,
        CancellationToken cancel
    )
    {
        List<CaseLine> lines = [.. first.Lines];
        CasePage page = first;
        while (page.Lines.Count == query.Take && lines.Count < MostStandingCases)
        {
            page = await desk.Store.ListAsync(query with { Skip = lines.Count }, cancel);
            lines.AddRange(page.Lines);
        }

        return lines;
    }

    public static IResult Gone(HttpContext http) =>
        PageFrame.Page<MessagePage>(
            http,
            StatusCodes.Status404NotFound,
            ("Title", Say.Get("client_gone")),
            ("Back", "/clients")
        );

    /// <summary>How the client's cases stand, as a Word file.</summary>
    public static async Task<IResult> ReportAsync(Guid id, HttpContext http, CaseDesk desk, ClientShelf shelf)
    {
        if (shelf.All.Find(id) is not { } client)
        {
            return Results.NotFound();
        }

        var query = new CaseQuery
        {
            Accounts = [.. shelf.All.StoresOf(id).Select(store => (Guid?)store.Id)],
            Stages = [.. CaseTable.Counting, CaseStage.Sent],
            Take = MostToldCases,
        };
        CasePage open = await desk.Store.ListAsync(query, http.RequestAborted);
        List<(CaseLine, CaseView?)> told = [];
        foreach (CaseLine line in open.Lines)
        {
            told.Add((line, await desk.ViewAsync(line.Id, http.RequestAborted)));
        }

        var report = new ClientReport(
            line => shelf.All.Store(line.Account)?.Store ?? line.Summary.Store,
            desk.Knowledge,
            desk.Clock.GetUtcNow()
        );
        return Results.File(
            report.Of(client.Name, told, open.Stages.Values.Sum() - open.Total, open.Total - told.Count),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "report.docx"
        );
    }

    private static async Task<IResult> AddAsync(HttpContext http, CaseDesk desk, ClientShelf shelf)
    {
        string name = (await http.Request.ReadFormAsync()).Field("name");
        return await shelf.AddAsync(name) is { } problem
            ? await ListAsync(http, desk, problem, name)
            : Form.To("/clients", "added");
    }

    private static async Task<IResult> RenameAsync(Guid id, HttpContext http, CaseDesk desk, ClientShelf shelf)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        return await shelf.RenameAsync(id, form.Field("name"), form.Field("was")) is { } problem
            ? await OneAsync(id, http, desk, shelf, problem)
            : Form.To($"/clients/{id}", "saved");
    }

    private static async Task<IResult> RemoveAsync(
        Guid id,
        HttpContext http,
        CaseDesk desk,
        ClientShelf shelf,
        PeopleShelf people
    )
    {
        if (await shelf.RemoveAsync(id) is { } problem)
        {
            return await OneAsync(id, http, desk, shelf, problem);
        }

        // What people might do for it is gone with it.
        await people.LoadAsync();
        await http.Service<MailboxWatching>().RefreshAsync();
        return Form.To("/clients", "removed");
    }

    private static async Task<IResult> StoreAsync(
        Guid id,
        Guid store,
        HttpContext http,
        CaseDesk desk,
        ClientShelf shelf
    )
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        List<string> marketplaces =
        [
            .. form.Field("marketplaces")
                .ToLowerInvariant()
                .Split(Separators, StringSplitOptions.RemoveEmptyEntries)
                .Distinct(),
        ];
        var changed = new Account(store, id, form.Field("store"), form.Field("legal"), marketplaces);
        string? problem = await SaveAsync(changed, form.Field("was"), desk, shelf);
        return problem is null ? Form.To($"/clients/{id}", "saved") : await OneAsync(id, http, desk, shelf, problem);
    }

    /// <summary>Keeps what changed of a store.</summary>
    /// <param name="was">What was seen of it before, see <see cref="ClientShelf.Shown"/>.</param>
    /// <returns>Why not; null when it is kept.</returns>
    public static async Task<string?> SaveAsync(Account store, string was, CaseDesk desk, ClientShelf shelf) =>
        store.Marketplaces.FirstOrDefault(one => desk.Knowledge.Marketplace(one) is null) is { } unknown
            ? Say.Get("store_market_wrong", unknown)
            : await shelf.SaveAsync(store, was);

    /// <summary>Says whose case it is; an empty client is none.</summary>
    /// <returns>Why not; null when it is so now.</returns>
    public static async Task<string?> OwnAsync(
        StoredCase stored,
        string client,
        string store,
        string who,
        CaseDesk desk,
        ClientShelf shelf
    )
    {
        (Account? owner, string? problem) =
            client.Length == 0 ? (null, null) : await shelf.StoreOfAsync(client, store, stored.Summary.Marketplace);
        if (problem is null && owner?.Id != stored.Account)
        {
            await desk.BesideAsync(stored.Id, () => desk.Store.SetAccountAsync(stored.Id, owner?.Id, who));
        }

        return problem;
    }

    private static async Task<IResult> OwnerAsync(Guid id, HttpContext http, CaseDesk desk, ClientShelf shelf)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        var caseId = new CaseId(id);
        StoredCase? stored = await desk.Store.FindAsync(caseId, http.RequestAborted);
        if (stored is null)
        {
            return CasePages.Gone(http);
        }

        string? problem =
            form.Field("was") != (stored.Account?.ToString() ?? "")
                ? Say.Get("client_changed")
                : await OwnAsync(stored, form.Field("client"), form.Field("store"), Form.Person(http), desk, shelf);
        return problem is null
            ? Form.To($"/cases/{id}", "saved")
            : PageFrame.Page<MessagePage>(
                http,
                StatusCodes.Status422UnprocessableEntity,
                ("Title", problem),
                ("Back", $"/cases/{id}#owner")
            );
    }
}
