using System.Globalization;
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

/// <summary>A link for the client's phone: made on the case, and what it leads to.</summary>
internal static class IntakeActions
{
    private const int LongestName = 80;
    private const int MostFiles = 500;
    private const long LargestFile = 100 * 1024 * 1024;

    /// <summary>For how many days a link can be made.</summary>
    public static IReadOnlyList<int> Days { get; } = [3, 7, 14, 30];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/cases/{id:guid}/intake",
            (Guid id, HttpContext http, CaseDesk desk, IntakeBook links) => ShowAsync(id, http, desk, links)
        );
        RouteGroupBuilder forms = app.MapGroup("/cases/{id:guid}/intake").AddEndpointFilter<TokenFilter>();
        forms.MapPost("", MakeAsync);
        forms.MapPost("/{link:guid}/end", EndAsync);
        RouteGroupBuilder client = app.MapGroup("/intake/{token}").RequireRateLimiting(Limits.Intake);
        client.MapGet("", PageAsync);
        client.MapPost("/files", FilesAsync);
        client.MapPost("/answers", AnswersAsync).AddEndpointFilter<TokenFilter>();
    }

    private static async Task<IResult> ShowAsync(
        Guid id,
        HttpContext http,
        CaseDesk desk,
        IntakeBook links,
        string? problem = null,
        string? link = null
    ) =>
        await CasePages.OfCaseAsync<IntakeLinksPage>(
            id,
            http,
            desk,
            ("Links", await links.OfAsync(new CaseId(id), http.RequestAborted)),
            ("Problem", problem),
            ("Link", link)
        );

    private static async Task<IResult> MakeAsync(Guid id, HttpContext http, CaseDesk desk, IntakeBook links)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        if (await desk.Store.FindAsync(new CaseId(id), http.RequestAborted) is null)
        {
            return CasePages.Gone(http);
        }

        _ = int.TryParse(form.Field("days"), CultureInfo.InvariantCulture, out int days);
        return await OpenAsync(new CaseId(id), form.Field("name"), days, Form.Person(http), desk, links) is { } token
            ? await ShowAsync(id, http, desk, links, link: Links.To(http, $"/intake/{token}"))
            : await ShowAsync(id, http, desk, links, Say.Get("person_name_wrong", LongestName));
    }

    /// <summary>Makes a link.</summary>
    /// <param name="name">Who is to bring something.</param>
    /// <param name="days">One of <see cref="Days"/>.</param>
    /// <returns>Its token; null when the name is empty, too long or odd, or the days are others.</returns>
    public static async Task<string?> OpenAsync(
        CaseId id,
        string name,
        int days,
        string who,
        CaseDesk desk,
        IntakeBook links
    )
    {
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl) || !Days.Contains(days))
        {
            return null;
        }

        string token = "";
        await desk.BesideAsync(
            id,
            async () => token = await links.OpenAsync(id, name, desk.Clock.GetUtcNow().AddDays(days), who)
        );
        return token;
    }

    private static async Task<IResult> EndAsync(Guid id, Guid link, HttpContext http, CaseDesk desk, IntakeBook links)
    {
        await desk.BesideAsync(new CaseId(id), () => links.CloseAsync(new CaseId(id), link, Form.Person(http)));
        return Form.To($"/cases/{id}/intake", "saved");
    }

    private static async Task<IResult> PageAsync(string token, HttpContext http, CaseDesk desk, IntakeBook links) =>
        await links.FindAsync(token, http.RequestAborted) is { } link
            ? await PageOfAsync(link, token, http, desk)
            : Over(http);

    private static async Task<IResult> PageOfAsync(
        IntakeLink link,
        string token,
        HttpContext http,
        CaseDesk desk,
        string? problem = null,
        IFormCollection? typed = null
    ) =>
        await desk.ViewAsync(link.Case, http.RequestAborted) is { } view
            ? PageFrame.Page<IntakePage>(
                http,
                problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
                ("View", view),
                ("Link", link),
                ("Who", WhoOf(link)),
                ("Home", $"/intake/{token}"),
                ("Knowledge", desk.Knowledge),
                ("Problem", problem),
                ("Typed", AnswerActions.TypedIn(typed))
            )
            : Over(http);

    private static async Task<IResult> FilesAsync(
        string token,
        HttpContext http,
        Upload upload,
        CaseDesk desk,
        IntakeBook links
    )
    {
        bool script = Upload.IsByScript(http);
        if (
            await links.FindAsync(token, http.RequestAborted) is not { } link
            || await desk.Store.FindAsync(link.Case, http.RequestAborted) is not { } stored
        )
        {
            return script ? Upload.Refused(Say.Get("intake_over")) : Over(http);
        }

        HashSet<string> taken = new(stored.Files.Select(file => file.Path), StringComparer.OrdinalIgnoreCase);
        string? problem = await upload.TakeAsync(
            http,
            async (name, content) =>
            {
                if (taken.Count >= MostFiles)
                {
                    throw new StorageException(Say.Get("upload_too_many", MostFiles));
                }

                string path = BesideOthers(name, taken);
                await desk.Store.PutFileAsync(link.Case, path, content, WhoOf(link), http.RequestAborted);
            },
            LargestFile
        );
        string done = $"/intake/{token}?done=added";
        return script
            ? problem is null
                ? Results.Json(new { go = done })
                : Upload.Refused(problem)
            : problem is null
                ? Form.To(done)
                : await PageOfAsync(link, token, http, desk, problem);
    }

    private static async Task<IResult> AnswersAsync(string token, HttpContext http, CaseDesk desk, IntakeBook links)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        if (await links.FindAsync(token, http.RequestAborted) is not { } link)
        {
            return Over(http);
        }

        return await AnswerActions.GiveAsync(link.Case, WhoOf(link), form, desk) is { } problem
            ? await PageOfAsync(link, token, http, desk, problem, form)
            : Form.To($"/intake/{token}", "saved");
    }

    /// <summary>What the timeline calls whoever comes by a link: never the name of somebody with an account alone.</summary>
    private static string WhoOf(IntakeLink link) => $"{link.Name} (link)";

    /// <summary>A name that no file of the case has: what comes by a link replaces nothing.</summary>
    private static string BesideOthers(string name, HashSet<string> taken)
    {
        bool ours = CasePaths.IsSaid(name);
        string stem = (ours ? "client-" : "") + Path.GetFileNameWithoutExtension(name);
        string path = stem + Path.GetExtension(name);
        for (int number = 2; !taken.Add(path); number++)
        {
            path = $"{stem}-{number}{Path.GetExtension(name)}";
        }

        return path;
    }

    private static IResult Over(HttpContext http) =>
        PageFrame.Page<MessagePage>(
            http,
            StatusCodes.Status404NotFound,
            ("Title", Say.Get("intake_over")),
            ("Text", Say.Get("intake_over_text"))
        );
}
