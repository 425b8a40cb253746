using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Reprieve.Server.Api;
using Reprieve.Server.People;

namespace Reprieve.Server.Hosting;

/// <summary>
/// Lets in whoever started the program, and the people who were invited. The address that the program prints holds a token
/// that is good once; from then on a cookie proves the browser. The cookie's secret outlives a restart, so that nobody is
/// thrown out in mid-edit. A second start of the program brings an invitation of its own. People sign in.
/// </summary>
internal sealed class Gate(SessionSecret secret, PeopleShelf people, ApiGate programs, TimeProvider clock)
{
    /// <summary>Where the printed address leads.</summary>
    public const string Path = "/open";

    private const int LongestAsked = 100;

    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private string? _token = SessionSecret.Random();

    private string Cookie { get; } = "reprieve-session-" + secret.Name;

    /// <summary>The token of the address, until it is used.</summary>
    public string? Token => _token;

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        // The program's own ways in are for this machine: by the public address nobody has them.
        bool isLocal = !Safety.IsPublic(http);
        if (isLocal && http.Request.Path == Path)
        {
            Open(http);
        }
        else if (isLocal && http.Request.Path == RunningWorkbench.ProofPath)
        {
            string asked = http.Request.Query["of"].ToString();
            await Plain(http, secret.Proof("here " + (asked.Length <= LongestAsked ? asked : "")));
        }
        else if (await WhoAsync(http) is { } caller)
        {
            http.Features.Set(caller);
            await next(http);
        }
        else if (AccessCheck.RightOf(http) is { Scope: Scope.Anybody })
        {
            await next(http);
        }
        else
        {
            await CloseAsync(http);
        }
    }

    /// <summary>Who asks: programs come with a token and with that alone, browsers never with one.</summary>
    private async Task<Caller?> WhoAsync(HttpContext http) =>
        ApiRoutes.IsOurs(http.Request.Path) ? await programs.CallerOfAsync(http) : CallerOf(http);

    /// <summary>Who asks: a person who signed in, even on this machine; else the one who started the program.</summary>
    private Caller? CallerOf(HttpContext http) =>
        Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out Guid id) && people.Find(id) is { } person
            ? new Caller(person, people.GrantsOf(id))
        : IsKnown(http) ? Caller.Machine
        : null;

    /// <summary>Where people work, whoever is not known is shown the way in; by the public address that is the only one.</summary>
    private Task CloseAsync(HttpContext http)
    {
        if (ApiRoutes.IsOurs(http.Request.Path))
        {
            return ApiGate.CloseAsync(http);
        }

        if ((people.All.Count > 0 || Safety.IsPublic(http)) && HttpMethods.IsGet(http.Request.Method))
        {
            string back = Uri.EscapeDataString(http.Request.Path + http.Request.QueryString);
            http.Response.Redirect(back == "%2F" ? "/sign-in" : "/sign-in?back=" + back);
            return Task.CompletedTask;
        }

        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Plain(http, Say.Get("gate_closed"));
    }

    private void Open(HttpContext http)
    {
        if (!Use(http.Request.Query["token"].ToString()))
        {
            // Whoever is in already has no need of a token: a second click on the link is no fault.
            http.Response.Redirect(IsKnown(http) ? "/" : "/closed");
            return;
        }

        var cookie = new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Path = "/",
            MaxAge = TimeSpan.FromDays(30),
        };
        http.Response.Cookies.Append(Cookie, secret.Value, cookie);
        http.Response.Headers.Location = "/";
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
    }

    /// <summary>Whether a token opens, which each does once.</summary>
    private bool Use(string token)
    {
        lock (_used)
        {
            if (_token is { } printed && SessionSecret.IsSame(token, printed))
            {
                _token = null;
                return true;
            }

            return secret.IsInvitation(token, clock.GetUtcNow()) && _used.Add(token);
        }
    }

    private bool IsKnown(HttpContext http) =>
        !Safety.IsPublic(http) && SessionSecret.IsSame(http.Request.Cookies[Cookie], secret.Value);

    private static Task Plain(HttpContext http, string text)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(text);
    }
}
