using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Server.Actions;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Api;

/// <summary>Tasks of cases, and links for the client's phone.</summary>
internal static class NotesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/tasks", DueAsync)
            .WithTags("tasks")
            .Named("listDueTasks", "Open tasks of all cases that are due by the end of today")
            .Produces<IReadOnlyList<TaskItem>>();
        RouteGroupBuilder tasks = api.MapGroup("/cases/{id:guid}/tasks").WithTags("tasks");
        tasks
            .MapGet("", ListAsync)
            .Named("listTasks", "Tasks of a case, open ones first")
            .Produces<IReadOnlyList<TaskItem>>();
        tasks.MapPost("", AddAsync).Named("addTask", "Notes something that a person has to do").Produces<TaskItem>(201);
        tasks
            .MapPost("/{task:guid}/done", DoneAsync)
            .Named("doneTask", "Ticks a task off; one that is done stays so")
            .Produces<TaskItem>();
        RouteGroupBuilder links = api.MapGroup("/cases/{id:guid}/intake").WithTags("links for clients");
        links.MapGet("", LinksAsync).Named("listLinks", "Links that hold").Produces<IReadOnlyList<LinkItem>>();
        links
            .MapPost("", MakeAsync)
            .Named("makeLink", "Makes a link for the client's phone; it is shown this once")
            .Produces<MadeLink>(201);
        links.MapDelete("/{link:guid}", EndAsync).Named("endLink", "Ends a link").Produces(204);
    }

    private static async Task<IResult> DueAsync(HttpContext http, CaseDesk desk)
    {
        IReadOnlyList<CaseTask> due = await desk.SeenBy(http)
            .DueTasksAsync(DueDay.EndOfToday(desk.Clock), http.RequestAborted);
        return Results.Ok(due.Select(TaskItem.Of));
    }

    private static async Task<IResult> ListAsync(Guid id, HttpContext http, CaseDesk desk)
    {
        IReadOnlyList<CaseTask> tasks = await desk.Store.TasksAsync(new CaseId(id), http.RequestAborted);
        return Results.Ok(tasks.Select(TaskItem.Of));
    }

    private static async Task<IResult> AddAsync(Guid id, TaskRequest request, HttpContext http, CaseDesk desk)
    {
        var caseId = new CaseId(id);
        DateTimeOffset? due = DueDay.EndOf(request.Due ?? "", desk.Clock);
        if (due is null && request.Due is not null)
        {
            return ApiAnswers.Refused(Say.Get("api_day_wrong", request.Due));
        }

        CaseTask? added = null;
        await desk.BesideAsync(
            caseId,
            async () =>
                added = await desk.Store.AddTaskAsync(caseId, request.Text, due, ApiAnswers.Who(http, request.By))
        );
        return Results.Created($"{ApiRoutes.Root}/cases/{id}/tasks", TaskItem.Of(added!));
    }

    private static async Task<IResult> DoneAsync(Guid id, Guid task, HttpContext http, CaseDesk desk)
    {
        var caseId = new CaseId(id);
        CaseTask? done = null;
        await desk.BesideAsync(
            caseId,
            async () => done = await desk.Store.DoneTaskAsync(caseId, task, ApiAnswers.Who(http))
        );
        return Results.Ok(TaskItem.Of(done!));
    }

    private static async Task<IResult> LinksAsync(Guid id, HttpContext http, IntakeBook links)
    {
        IReadOnlyList<IntakeLink> hold = await links.OfAsync(new CaseId(id), http.RequestAborted);
        return Results.Ok(hold.Select(link => new LinkItem(link.Id, link.Name, link.Created, link.Until)));
    }

    private static async Task<IResult> MakeAsync(
        Guid id,
        LinkRequest request,
        HttpContext http,
        CaseDesk desk,
        IntakeBook links
    ) =>
        await IntakeActions.OpenAsync(
            new CaseId(id),
            request.Name.Trim(),
            request.Days,
            ApiAnswers.Who(http, request.By),
            desk,
            links
        )
            is { } token
            ? Results.Created($"{ApiRoutes.Root}/cases/{id}/intake", new MadeLink(Links.To(http, $"/intake/{token}")))
            : ApiAnswers.Refused(Say.Get("api_link_wrong", string.Join(", ", IntakeActions.Days)));

    private static async Task<IResult> EndAsync(Guid id, Guid link, HttpContext http, CaseDesk desk, IntakeBook links)
    {
        await desk.BesideAsync(new CaseId(id), () => links.CloseAsync(new CaseId(id), link, ApiAnswers.Who(http)));
        return Results.NoContent();
    }
}

/// <summary>Something that a person has to do.</summary>
internal sealed record TaskItem(
    Guid Id,
    Guid Case,
    string Text,
    DateTimeOffset? Due,
    DateTimeOffset? DoneAt,
    string AddedBy,
    string? DoneBy
)
{
    public static TaskItem Of(CaseTask task) =>
        new(task.Id, task.Case.Value, task.Text, task.Due, task.DoneAt, task.AddedBy, task.DoneBy);
}

/// <summary>A new task.</summary>
/// <param name="Due">The day, as yyyy-MM-dd, in the zone of the machine; null for none.</param>
internal sealed record TaskRequest(string Text, string? Due = null, string? By = null) : ApiRequest;

/// <summary>A link for the client's phone, without its token.</summary>
internal sealed record LinkItem(Guid Id, string Name, DateTimeOffset Created, DateTimeOffset Until);

/// <summary>A new link.</summary>
/// <param name="Name">Who is to bring something.</param>
/// <param name="Days">For how many days: 3, 7, 14 or 30.</param>
internal sealed record LinkRequest(string Name, int Days, string? By = null) : ApiRequest;

/// <summary>A link, this once.</summary>
internal sealed record MadeLink(string Url);
