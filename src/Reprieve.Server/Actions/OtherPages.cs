using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;
using Reprieve.Storage;

namespace Reprieve.Server.Actions;

/// <summary>Settings, whether all is well, the language and the look of the screen.</summary>
internal static class OtherPages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/settings", Settings);
        // For a proxy or a watcher: the program answers, and its database too. Nothing else is said.
        app.MapGet(
            "/health",
            async (HttpContext http, PeopleBook people) =>
            {
                await people.JournalAsync(1, http.RequestAborted);
                return Results.Content("ok", "text/plain");
            }
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

    private static IResult Settings(HttpContext http, ServerOptions options, Workbench workbench) =>
        PageFrame.Page<SettingsPage>(
            http,
            StatusCodes.Status200OK,
            ("DataFolder", workbench.DataPath),
            ("Network", options.Keys is not null)
        );

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
}
