using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Answers.Deadlines;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Server.Api;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;
using Reprieve.Server.People;
using Reprieve.Storage;

namespace Reprieve.Server.Actions;

/// <summary>Deadlines for calendar programs: a file for each case, and an address for all that a person sees.</summary>
internal static class CalendarActions
{
    private const int LongestName = 80;

    /// <summary>A calendar program asks every hour or so, for all of it: the cases due first are in it.</summary>
    public const int MostCases = 2_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/cases/{id:guid}/deadlines.ics", CaseAsync);
        app.MapGet("/calendar", (HttpContext http, TokenBook tokens) => ShowAsync(http, tokens));
        RouteGroupBuilder forms = app.MapGroup("/calendar").AddEndpointFilter<TokenFilter>();
        forms.MapPost("", MakeAsync);
        forms.MapPost("/{feed:guid}/end", EndAsync);
        app.MapGet("/calendar/{token}.ics", FeedAsync).RequireRateLimiting(Limits.Intake);
    }

    /// <summary>The calendar of a case, with the words of its message.</summary>
    public static IResult FileOf(CaseView view, CaseDesk desk) =>
        Results.File(
            new CaseCalendar(desk.Knowledge, desk.Clock).Write(view.Work!, view.Stored.Title),
            DeadlineCalendar.Type,
            DeadlineCalendar.FileName
        );

    private static async Task<IResult> CaseAsync(Guid id, HttpContext http, CaseDesk desk) =>
        await desk.ViewAsync(new CaseId(id), http.RequestAborted) is { Work: not null } view
            ? FileOf(view, desk)
            : CasePages.Gone(http);

    private static async Task<IResult> ShowAsync(
        HttpContext http,
        TokenBook tokens,
        string? problem = null,
        string? made = null
    ) =>
        PageFrame.Page<CalendarPage>(
            http,
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            ("Feeds", await tokens.OfAsync(Caller.Of(http).Person?.Id, TokenUse.Calendar, http.RequestAborted)),
            ("Problem", problem),
            ("Made", made)
        );

    private static async Task<IResult> MakeAsync(HttpContext http, TokenBook tokens, PeopleShelf people)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        string name = form.Field("name");
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            return await ShowAsync(http, tokens, Say.Get("person_name_wrong", LongestName));
        }

        // One that ended by itself would leave a calendar empty without a word.
        string token = await tokens.MakeAsync(
            Caller.Of(http).Person?.Id,
            null,
            name,
            DateTimeOffset.MaxValue,
            TokenUse.Calendar
        );
        await people.Book.NoteAsync(Form.Person(http), "calendar_made", name);
        string address = Links.To(http, $"/calendar/{token}.ics?language={Knowledge.UserTexts.Language}");
        return await ShowAsync(http, tokens, made: address);
    }

    private static async Task<IResult> EndAsync(Guid feed, HttpContext http, TokenBook tokens, PeopleShelf people)
    {
        Guid? person = Caller.Of(http).Person?.Id;
        if ((await tokens.OfAsync(person, TokenUse.Calendar)).FirstOrDefault(one => one.Id == feed) is { } known)
        {
            await tokens.EndAsync(person, feed);
            await people.Book.NoteAsync(Form.Person(http), "calendar_ended", known.Name);
        }

        return Form.To("/calendar", "saved");
    }

    /// <summary>The days of all cases that the token's person sees now; nothing tells an ended address from one that never was.</summary>
    private static async Task<IResult> FeedAsync(
        string token,
        HttpContext http,
        CaseDesk desk,
        TokenBook tokens,
        ApiGate programs,
        ClientShelf shelf
    )
    {
        if (
            await tokens.FindAsync(token, TokenUse.Calendar, http.RequestAborted) is not { } known
            || programs.CallerOf(known, Safety.IsPublic(http)) is not { } caller
        )
        {
            return Results.NotFound();
        }

        CaseStore seen = desk.SeenBy(caller, shelf.All);
        (IReadOnlyList<CaseLine> open, int total) = await OpenCases.FirstAsync(seen, MostCases, http.RequestAborted);
        if (http.Request.Query["language"] == "zh-Hans")
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        }
        else if (http.Request.Query["language"] == "en")
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        }

        return Results.Bytes(
            new DeadlineCalendar(desk.Knowledge).Write(open.SelectMany(Of), total - open.Count),
            DeadlineCalendar.Type
        );
    }

    private static IEnumerable<CaseDates> Of(CaseLine line) =>
        OpenCases.DatesOf(line).Select(dates => dates with { Title = line.Title });
}
