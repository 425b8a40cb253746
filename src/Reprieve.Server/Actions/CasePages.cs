using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Practices;
using Reprieve.Practices.Charts;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Mailing;
using Reprieve.Server.Pages;
using Reprieve.Server.People;
using Reprieve.Server.Selling;
using Reprieve.Storage;

namespace Reprieve.Server.Actions;

/// <summary>The pages of a case, and the files, charts and lists that they show.</summary>
internal static class CasePages
{
    private const int NewestEvents = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/cases/{id:guid}", FirstHourAsync);
        app.MapGet(
            "/cases/{id:guid}/why",
            (Guid id, HttpContext http, CaseDesk desk, BeforeNotice before) => WhyAsync(id, http, desk, before)
        );
        app.MapGet(
            "/cases/{id:guid}/review",
            (Guid id, HttpContext http, CaseDesk desk, CasePulls pulls) => ReviewAsync(id, http, desk, pulls)
        );
        app.MapGet(
            "/cases/{id:guid}/answer",
            (Guid id, HttpContext http, CaseDesk desk) =>
                OfCaseAsync<AnswerPage>(id, http, desk, ("Knowledge", desk.Knowledge))
        );
        app.MapGet("/cases/{id:guid}/send", (Guid id, HttpContext http, CaseDesk desk) => SendAsync(id, http, desk));
        app.MapGet(
            "/cases/{id:guid}/decision",
            (Guid id, HttpContext http, CaseDesk desk) =>
                OfCaseAsync<DecisionPage>(id, http, desk, ("Knowledge", desk.Knowledge))
        );
        app.MapGet("/cases/{id:guid}/file", FileAsync);
        app.MapGet("/cases/{id:guid}/notice.html", NoticePageAsync);
        app.MapGet("/cases/{id:guid}/package", PackageAsync);
        app.MapGet("/cases/{id:guid}/charts/{name}", ChartAsync);
        app.MapGet("/cases/{id:guid}/findings.xlsx", FindingsAsync);
    }

    /// <summary>A page of a case; the frame shows by itself that the case is still read, or why it is not.</summary>
    public static async Task<IResult> OfCaseAsync<TPage>(
        Guid id,
        HttpContext http,
        CaseDesk desk,
        params (string, object?)[] parameters
    )
        where TPage : Microsoft.AspNetCore.Components.IComponent =>
        await desk.ViewAsync(new CaseId(id), http.RequestAborted) is { } view
            ? view.Work is null
                ? PageFrame.Page<CaseFrame>(http, StatusCodes.Status200OK, ("View", view))
                : PageFrame.Page<TPage>(http, StatusCodes.Status200OK, [("View", view), .. parameters])
            : Gone(http);

    public static IResult Gone(HttpContext http) =>
        PageFrame.Page<MessagePage>(
            http,
            StatusCodes.Status404NotFound,
            ("Title", Say.Get("case_gone")),
            ("Back", "/")
        );

    /// <summary>Step 4, with how a second person's approval stands and what resembles it elsewhere.</summary>
    public static async Task<IResult> SendAsync(Guid id, HttpContext http, CaseDesk desk, string? problem = null)
    {
        CaseView? view = await desk.ViewAsync(new CaseId(id), http.RequestAborted);
        Approval? approval = view?.Work?.Response is Responses.WrittenResponse written
            ? Approval.Of(
                await desk.Store.TimelineAsync(new CaseId(id), cancel: http.RequestAborted),
                Approval.VersionOf(written)
            )
            : null;
        Resemblance? alike = view?.Work is { } work
            ? await Resemblance.OfAsync(new CaseId(id), work, desk, http.RequestAborted)
            : null;
        return await OfCaseAsync<SendPage>(
            id,
            http,
            desk,
            ("Problem", problem),
            ("Approval", approval),
            ("Alike", alike),
            (
                "Mail",
                view?.Work is { } sending
                    ? await http.Service<MailDesk>().StandingAsync(view.Stored, sending, http.RequestAborted)
                    : null
            )
        );
    }

    private static async Task<IResult> FirstHourAsync(Guid id, HttpContext http, CaseDesk desk, ClientShelf shelf)
    {
        // The first look after files came also writes the package and what lists show.
        if (
            http.Request.Query.ContainsKey("first")
            && AccessCheck.RoleOf(http) >= Role.Editor
            && await desk.Store.FindAsync(new CaseId(id), http.RequestAborted) is { } known
            && (known.Summary.Kind is null || http.Request.Query["done"] == "added")
        )
        {
            // What lists show is brought up to the files that came; a case that was read before keeps its name.
            bool named = known.Summary.Kind is null && http.Request.Query.ContainsKey("name");
            await desk.SettleAsync(new CaseId(id), Form.Person(http), named);
        }

        IReadOnlyList<TimelineEntry> timeline = await desk.Store.TimelineAsync(
            new CaseId(id),
            NewestEvents,
            http.RequestAborted
        );
        StoredCase? stored = await desk.Store.FindAsync(new CaseId(id), http.RequestAborted);
        var keepers = Keepers.Of(http);
        return await OfCaseAsync<FirstHourPage>(
            id,
            http,
            desk,
            ("Knowledge", desk.Knowledge),
            ("Timeline", timeline.Reverse().ToList()),
            ("Tasks", await desk.Store.TasksAsync(new CaseId(id), http.RequestAborted)),
            ("Keeper", stored?.Assignee is { } keeper ? keepers.Named([keeper])[keeper] : null),
            ("Keepers", keepers.For(shelf.All.Store(stored?.Account)?.Client))
        );
    }

    private static async Task<IResult> WhyAsync(Guid id, HttpContext http, CaseDesk desk, BeforeNotice before) =>
        await OfCaseAsync<WhyPage>(
            id,
            http,
            desk,
            ("Knowledge", desk.Knowledge),
            (
                "Before",
                await desk.ViewAsync(new CaseId(id), http.RequestAborted) is { } view
                    ? await before.OfAsync(view, http.RequestAborted)
                    : []
            )
        );

    /// <summary>Step 2; with what could not be done.</summary>
    public static async Task<IResult> ReviewAsync(
        Guid id,
        HttpContext http,
        CaseDesk desk,
        CasePulls pulls,
        string? problem = null
    )
    {
        CaseView? view = await desk.ViewAsync(new CaseId(id), http.RequestAborted);
        IReadOnlyList<string> charts = view?.Work?.Review is { } review
            ? [.. ReviewCharts.Of(review, desk.Knowledge).Select(chart => chart.Name)]
            : [];
        RepairTicks ticks = RepairTicks.Of(await desk.Store.TimelineAsync(new CaseId(id), cancel: http.RequestAborted));
        return await OfCaseAsync<ReviewPage>(
            id,
            http,
            desk,
            ("Knowledge", desk.Knowledge),
            ("Charts", charts),
            ("Ticks", ticks),
            ("Pull", await pulls.ViewAsync(new CaseId(id), http.RequestAborted)),
            ("Histories", await http.Service<HistoryOfCase>().OfAsync(view?.Stored, http.RequestAborted)),
            ("Problem", problem)
        );
    }

    /// <summary>What the review found, as an Excel file.</summary>
    private static async Task<IResult> FindingsAsync(Guid id, HttpContext http, CaseDesk desk) =>
        (await desk.ViewAsync(new CaseId(id), http.RequestAborted))?.Work?.Review is { } review
            ? Results.File(new FindingsSheet(review, desk.Knowledge).File(), OfficeCell.Type, "findings.xlsx")
            : Results.NotFound();

    private static async Task<IResult> ChartAsync(Guid id, string name, HttpContext http, CaseDesk desk)
    {
        CaseView? view = await desk.ViewAsync(new CaseId(id), http.RequestAborted);
        Chart? chart = view?.Work?.Review is { } review
            ? ReviewCharts.Of(review, desk.Knowledge).FirstOrDefault(chart => chart.Name == name)
            : null;
        if (chart is null)
        {
            return Results.NotFound();
        }

        // A picture's own styles reach nothing but itself.
        http.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        return Results.Text(chart.Svg, "image/svg+xml; charset=utf-8");
    }

    private static async Task<IResult> FileAsync(Guid id, string path, HttpContext http, CaseDesk desk)
    {
        StoredCase? stored = await desk.Store.FindAsync(new CaseId(id), http.RequestAborted);
        StoredFile? file = stored?.Files.FirstOrDefault(file => file.Path == path);
        if (file is null)
        {
            return Gone(http);
        }

        // Always to be saved, never shown: what came by mail does not run in our place.
        Stream content = await desk.Store.OpenFileAsync(stored!.Id, path, cancel: http.RequestAborted);
        return Results.Stream(content, "application/octet-stream", Path.GetFileName(path));
    }

    /// <summary>The notice as it was laid out, made harmless, for a frame that may do nothing.</summary>
    private static async Task<IResult> NoticePageAsync(Guid id, HttpContext http, CaseDesk desk)
    {
        CaseView? view = await desk.ViewAsync(new CaseId(id), http.RequestAborted);
        if (view?.NoticePage is not { } page)
        {
            return Results.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";
        return Results.Text(
            $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>{Say.Get("why_page")}</title></head><body>{page}</body></html>",
            "text/html; charset=utf-8"
        );
    }

    private static async Task<IResult> PackageAsync(Guid id, HttpContext http, CaseDesk desk)
    {
        var caseId = new CaseId(id);
        if (await desk.Store.FindAsync(caseId, http.RequestAborted) is not { } stored)
        {
            return Gone(http);
        }

        const string path = CasePaths.OutputName + "/package.zip";
        return stored.Files.Any(file => file.Path == path)
            ? Results.Stream(
                await desk.Store.OpenFileAsync(caseId, path, cancel: http.RequestAborted),
                "application/zip",
                "package.zip"
            )
            : PageFrame.Page<MessagePage>(
                http,
                StatusCodes.Status404NotFound,
                ("Title", Say.Get("no_package")),
                ("Back", $"/cases/{id}/send")
            );
    }
}
