using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Practices;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;
using Reprieve.Server.People;
using Reprieve.Server.Watching;
using Reprieve.Storage;

namespace Reprieve.Server.Actions;

/// <summary>Lists: all cases with what is due today, and the orders behind a figure.</summary>
internal static class CaseLists
{
    private const int PageSize = 50;
    private const int MostTasks = 20;
    private const int SheetPage = 200;
    private const int MostSheetLines = 20_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", ListAsync);
        app.MapGet("/cases.xlsx", SheetAsync);
        app.MapGet("/cases/{id:guid}/orders/{name}", OrdersAsync);
        app.MapGet("/cases/{id:guid}/orders/{name}.csv", OrdersFileAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext http, CaseDesk desk, ClientShelf shelf)
    {
        CaseQuery query = CasesOf(http, shelf) with { Skip = (PageOf(http) - 1) * PageSize, Take = PageSize };
        CasePage found = await desk.SeenBy(http).ListAsync(query, http.RequestAborted);
        return PageFrame.Page<CasesPage>(
            http,
            StatusCodes.Status200OK,
            ("Found", found),
            ("Query", query),
            ("Knowledge", desk.Knowledge),
            ("Client", query.Accounts is null ? "" : http.Request.Query["client"].ToString()),
            ("People", PeopleOf(found, http)),
            ("Tasks", await TodayAsync(http, desk)),
            ("IsDemo", http.Service<ServerOptions>().Demo is not null),
            ("ToSort", await http.Service<ArrivalDesk>().WaitingAsync(Caller.Of(http), http.RequestAborted))
        );
    }

    /// <summary>Names of those who look after any of the cases that are seen, and of whoever asks.</summary>
    private static IReadOnlyDictionary<Guid, string> PeopleOf(CasePage found, HttpContext http) =>
        Keepers
            .Of(http)
            .Named([
                .. found.People.Keys,
                .. found.Lines.Select(line => line.Assignee).OfType<Guid>(),
                .. Caller.Of(http).Person is { } me ? [me.Id] : Array.Empty<Guid>(),
            ]);

    /// <summary>Every case that the list finds, as an Excel file.</summary>
    public static async Task<IResult> SheetAsync(HttpContext http, CaseDesk desk, ClientShelf shelf)
    {
        List<CaseLine> lines = [];
        CaseQuery query = CasesOf(http, shelf) with { Take = SheetPage };
        CasePage found;
        do
        {
            found = await desk.SeenBy(http).ListAsync(query with { Skip = lines.Count }, http.RequestAborted);
            lines.AddRange(found.Lines);
        } while (found.Lines.Count == SheetPage && lines.Count < MostSheetLines);

        return Results.File(
            new CaseSheet(PageFrame.ClientsOf(http), desk.Knowledge, PeopleOf(found, http)).Of(lines),
            OfficeCell.Type,
            "cases.xlsx"
        );
    }

    /// <summary>Which cases a request asks for.</summary>
    private static CaseQuery CasesOf(HttpContext http, ClientShelf shelf) =>
        new()
        {
            Stages =
                Enum.TryParse(http.Request.Query["stage"], out CaseStage stage) && Enum.IsDefined(stage) ? [stage] : [],
            Text = http.Request.Query["q"].ToString() is { Length: > 0 } text ? text : null,
            Accounts = AccountsOf(http.Request.Query["client"].ToString(), shelf.All),
            Turn = Enum.TryParse(http.Request.Query["turn"], out Turn turn) && Enum.IsDefined(turn) ? turn : null,
            Marketplace = http.Request.Query["market"].ToString() is { Length: > 0 } domain ? domain : null,
            Person = PersonOf(http.Request.Query["person"].ToString()),
        };

    /// <summary>Who looks after the cases that a list is of; null for all.</summary>
    public static Guid? PersonOf(string person) =>
        person == "none" ? CaseQuery.Nobody
        : Guid.TryParse(person, out Guid id) && id != CaseQuery.Nobody ? id
        : null;

    /// <summary>The seller accounts that a list is of; null for all.</summary>
    public static IReadOnlyList<Guid?>? AccountsOf(string client, ClientList clients) =>
        client == "none" ? [null]
        : Guid.TryParse(client, out Guid id) && clients.Find(id) is not null
            ? [.. clients.StoresOf(id).Select(store => (Guid?)store.Id)]
        : null;

    /// <summary>The tasks that are due by the end of today, each with the title of its case.</summary>
    private static async Task<IReadOnlyList<(CaseTask Task, string Case)>> TodayAsync(HttpContext http, CaseDesk desk)
    {
        List<(CaseTask, string)> due = [];
        IReadOnlyList<CaseTask> tasks = await desk.SeenBy(http)
            .DueTasksAsync(DueDay.EndOfToday(desk.Clock), http.RequestAborted);
        foreach (CaseTask task in tasks.Take(MostTasks))
        {
            if (await desk.Store.FindAsync(task.Case, http.RequestAborted) is { } stored)
            {
                due.Add((task, stored.Title));
            }
        }

        return due;
    }

    private static async Task<IResult> OrdersAsync(Guid id, string name, HttpContext http, CaseDesk desk)
    {
        if (await FoundAsync(id, name, http, desk) is not var (metric, review))
        {
            return CasePages.Gone(http);
        }

        OrderQuery query = QueryOf(http);
        IReadOnlyList<OrderBehind> rows = OrderList.Of(metric, review, query);
        int pages = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        int page = Math.Min(PageOf(http), pages);
        return await CasePages.OfCaseAsync<OrdersPage>(
            id,
            http,
            desk,
            ("Knowledge", desk.Knowledge),
            ("Metric", metric),
            ("Query", query),
            ("Filled", OrderList.Filled(rows)),
            ("Rows", rows.Skip((page - 1) * PageSize).Take(PageSize).ToList()),
            ("Page", page),
            ("Pages", pages),
            ("Total", rows.Count)
        );
    }

    private static async Task<IResult> OrdersFileAsync(Guid id, string name, HttpContext http, CaseDesk desk) =>
        await FoundAsync(id, name, http, desk) is var (metric, review)
            ? Results.File(
                Encoding
                    .UTF8.GetPreamble()
                    .Concat(Encoding.UTF8.GetBytes(OrderList.Csv(OrderList.Of(metric, review, QueryOf(http)))))
                    .ToArray(),
                "text/csv; charset=utf-8",
                name + ".csv"
            )
            : Results.NotFound();

    private static async Task<(MetricResult Metric, Review Review)?> FoundAsync(
        Guid id,
        string name,
        HttpContext http,
        CaseDesk desk
    )
    {
        Review? review = (await desk.ViewAsync(new CaseId(id), http.RequestAborted))?.Work?.Review;
        return review?.Metrics.FirstOrDefault(one => $"{one.Code}-{one.Program.Code()}" == name) is { } metric
            ? (metric, review)
            : null;
    }

    private static OrderQuery QueryOf(HttpContext http)
    {
        string sort = http.Request.Query["sort"].ToString();
        return new OrderQuery(
            http.Request.Query["q"].ToString().Trim(),
            OrderList.Columns.Any(column => column.Code == sort) ? sort : OrderList.Columns[0].Code,
            http.Request.Query["desc"] == "1"
        );
    }

    private static int PageOf(HttpContext http) =>
        int.TryParse(http.Request.Query["page"], CultureInfo.InvariantCulture, out int number)
        && number is > 0 and < 100_000
            ? number
            : 1;
}
