using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Knowledge;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;

namespace Reprieve.Server.Actions;

/// <summary>Knowledge, settings, the language and the look of the screen.</summary>
internal static class OtherPages
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/knowledge", Knowledge);
        app.MapGet(
            "/settings",
            (HttpContext http, ServerOptions options) =>
                PageFrame.Page<SettingsPage>(
                    http,
                    StatusCodes.Status200OK,
                    ("DataFolder", options.StateFolder),
                    ("Network", options.Keys is not null)
                )
        );
        RouteGroupBuilder forms = app.MapGroup("/settings").AddEndpointFilter<TokenFilter>();
        forms.MapPost(
            "/language",
            (Delegate)((HttpContext http) => KeepAsync(http, "language", Languages.Cookie, ["en", "zh-Hans"]))
        );
        forms.MapPost(
            "/theme",
            (Delegate)((HttpContext http) => KeepAsync(http, "theme", PageFrame.ThemeCookie, ["", "light", "dark"]))
        );
        forms.MapPost("/person", (Delegate)PersonAsync);
    }

    private static async Task<IResult> PersonAsync(HttpContext http)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        Form.Remember(http, PageFrame.PersonCookie, Uri.EscapeDataString(form.Field("person")));
        return Form.To("/settings", "saved");
    }

    private static async Task<IResult> KeepAsync(HttpContext http, string field, string cookie, string[] known)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        string value = form.Field(field);
        if (known.Contains(value))
        {
            Form.Remember(http, cookie, value);
        }

        return Form.To(Form.Back(form));
    }

    private static IResult Knowledge(HttpContext http, CaseDesk desk)
    {
        string search = http.Request.Query["q"].ToString().Trim();
        List<KnowledgeLine> found =
        [
            .. desk
                .Knowledge.Entries.Select(entry => Line(entry.Folder, entry.Entry))
                .Where(line =>
                    search.Length == 0
                    || $"{line.Folder} {line.Name} {line.Source}".Contains(search, StringComparison.OrdinalIgnoreCase)
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
            ("Page", page),
            ("Pages", pages),
            ("Total", found.Count)
        );
    }

    private static KnowledgeLine Line(string folder, KnowledgeEntry entry) =>
        new(
            folder,
            entry switch
            {
                Reason reason => reason.Name.In(UserTexts.Language),
                Metric metric => metric.Name.In(UserTexts.Language),
                Policy policy => policy.Name.In(UserTexts.Language),
                Reprieve.Knowledge.Route route => route.Name.In(UserTexts.Language),
                Download download => download.Name.In(UserTexts.Language),
                _ => entry.Code.Replace('_', ' '),
            },
            Say.Get("sure_" + entry.Sure),
            UserFigures.Day(entry.Seen),
            entry.Source
        );
}
