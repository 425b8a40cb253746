using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Knowledge;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;

namespace Reprieve.Server.Actions;

/// <summary>The list of all knowledge, the page of an entry, and what the seller keeps over it.</summary>
internal static class KnowledgeActions
{
    /// <summary>The longest reason of an entry of one's own, in characters.</summary>
    public const int LongestWhy = 300;

    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/knowledge", List);
        app.MapGet("/knowledge/{folder}/{code}", Entry);
        RouteGroupBuilder forms = app.MapGroup("/knowledge/{folder}/{code}/own").AddEndpointFilter<TokenFilter>();
        forms.MapPost("", KeepFormAsync);
        forms.MapPost("/remove", RemoveAsync);
        PlaybookActions.Map(app);
    }

    private static IResult List(HttpContext http, CaseDesk desk, KnowledgeShelf shelf)
    {
        string search = http.Request.Query["q"].ToString().Trim();
        bool onlyMine = http.Request.Query["of"] == "mine";
        HashSet<(string, string)> mine = [.. shelf.All.Select(own => (own.Folder, own.Code))];
        List<KnowledgeLine> found =
        [
            .. desk
                .Knowledge.Entries.Select(entry => Line(entry.Folder, entry.Entry, mine))
                .Concat(shelf.All.Where(own => Found(desk, own.Folder, own.Code) is null).Select(LeftOut))
                .Where(line => !onlyMine || line.Mine)
                .Where(line =>
                    search.Length == 0
                    || $"{line.Folder} {line.Kind} {line.Code} {line.Name} {line.Source}".Contains(
                        search,
                        StringComparison.OrdinalIgnoreCase
                    )
                )
                .OrderBy(line => line.Folder, StringComparer.Ordinal)
                .ThenBy(line => line.Name, StringComparer.Ordinal),
        ];
        int pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        int page = int.TryParse(http.Request.Query["page"], CultureInfo.InvariantCulture, out int number)
            ? Math.Clamp(number, 1, pages)
            : 1;
        return PageFrame.Page<KnowledgePage>(
            http,
            StatusCodes.Status200OK,
            ("Lines", found.Skip((page - 1) * PageSize).Take(PageSize).ToList()),
            ("Search", search),
            ("OnlyMine", onlyMine),
            ("Page", page),
            ("Pages", pages),
            ("Total", found.Count)
        );
    }

    private static IResult Entry(string folder, string code, HttpContext http, CaseDesk desk, KnowledgeShelf shelf) =>
        Shown(folder, code, http, desk, shelf, StatusCodes.Status200OK);

    private static async Task<IResult> KeepFormAsync(
        string folder,
        string code,
        HttpContext http,
        CaseDesk desk,
        KnowledgeShelf shelf
    )
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        string fields = form["fields"].ToString().ReplaceLineEndings("\n");
        string why = form.Field("why");
        if (Found(desk, folder, code) is null && shelf.Find(folder, code) is null)
        {
            return folder == OwnPlaybook.Folder ? PlaybookActions.Again(http, desk, code, fields, why) : Gone(http);
        }

        (string? problem, string? errors) = await KeepAsync(
            folder,
            code,
            fields,
            why,
            Form.Person(http, form),
            form.Field("was"),
            desk,
            shelf
        );
        if (problem is null && errors is null)
        {
            return Form.To(PathOf(folder, code), "saved");
        }

        return Shown(
            folder,
            code,
            http,
            desk,
            shelf,
            StatusCodes.Status422UnprocessableEntity,
            ("TypedFields", fields),
            ("TypedWhy", why),
            ("Errors", errors),
            ("Problem", problem)
        );
    }

    /// <summary>Keeps fields over an entry.</summary>
    /// <param name="why">Where they are known from.</param>
    /// <param name="was">Hash of the fields before.</param>
    /// <returns>Why not, or what is wrong with them; both null when they are kept.</returns>
    public static async Task<(string? Problem, string? Errors)> KeepAsync(
        string folder,
        string code,
        string fields,
        string why,
        string who,
        string was,
        CaseDesk desk,
        KnowledgeShelf shelf
    )
    {
        if (why.Length == 0)
        {
            return (Say.Get("own_why_missing"), null);
        }

        var own = new OwnEntry(
            folder,
            code,
            fields.ReplaceLineEndings("\n"),
            who,
            why.Length <= LongestWhy ? why : why[..LongestWhy],
            DateOnly.FromDateTime(desk.Clock.GetLocalNow().Date)
        );
        try
        {
            return (await Task.Run(() => shelf.Keep(own, was)) ? null : Say.Get("own_clash"), null);
        }
        catch (KnowledgeException fault)
        {
            return (null, string.Join(" ", fault.Problems.Take(5).Select(Sentence)));
        }
    }

    private static async Task<IResult> RemoveAsync(
        string folder,
        string code,
        HttpContext http,
        CaseDesk desk,
        KnowledgeShelf shelf
    )
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        return await Task.Run(() => shelf.Remove(folder, code, form.Field("was")))
            ? Form.To(Found(desk, folder, code) is null ? "/knowledge" : PathOf(folder, code), "deleted")
            : Shown(
                folder,
                code,
                http,
                desk,
                shelf,
                StatusCodes.Status422UnprocessableEntity,
                ("Problem", Say.Get("own_clash"))
            );
    }

    private static IResult Shown(
        string folder,
        string code,
        HttpContext http,
        CaseDesk desk,
        KnowledgeShelf shelf,
        int status,
        params ReadOnlySpan<(string, object?)> more
    ) =>
        Found(desk, folder, code) is var entry && entry is null && shelf.Find(folder, code) is null
            ? Gone(http)
            : PageFrame.Page<EntryPage>(
                http,
                status,
                [
                    ("Folder", folder),
                    ("Code", code),
                    ("Entry", entry),
                    ("BuiltIn", KnowledgeLoader.BuiltInYaml(folder, code)),
                    ("Own", shelf.Find(folder, code)),
                    ("Fault", shelf.Fault(folder, code)),
                    .. more,
                ]
            );

    private static string Sentence(KnowledgeProblem problem) =>
        problem.File.Length == 0
            ? $"{Say.Get("own_line", problem.Line)}: {problem.Message}."
            : $"{problem.File}, {Say.Get("own_line", problem.Line)}: {problem.Message}.";

    /// <summary>The entry of a code; null when there is none.</summary>
    public static KnowledgeEntry? Found(CaseDesk desk, string folder, string code) =>
        desk.Knowledge.Entries.FirstOrDefault(entry => entry.Folder == folder && entry.Entry.Code == code).Entry;

    /// <summary>The page of an entry.</summary>
    public static string PathOf(string folder, string code) => $"/knowledge/{folder}/{Uri.EscapeDataString(code)}";

    private static IResult Gone(HttpContext http) =>
        PageFrame.Page<MessagePage>(
            http,
            StatusCodes.Status404NotFound,
            ("Title", Say.Get("page_gone")),
            ("Back", "/knowledge")
        );

    /// <summary>One of the firm's own that does not hold: it is listed, so that it can be mended.</summary>
    private static KnowledgeLine LeftOut(OwnEntry own) =>
        new(
            own.Folder,
            own.Code,
            EntryWords.Kind(own.Folder),
            own.Code.Replace('_', ' '),
            Say.Get("own_left_out_short"),
            UserFigures.Day(own.On),
            $"{own.By}: {own.Why}",
            Mine: true
        );

    private static KnowledgeLine Line(string folder, KnowledgeEntry entry, HashSet<(string, string)> mine) =>
        new(
            folder,
            entry.Code,
            EntryWords.Kind(folder),
            EntryWords.Name(entry),
            Say.Get("sure_" + entry.Sure),
            UserFigures.Day(entry.Seen),
            entry.Source,
            mine.Contains((folder, entry.Code))
        );
}
