using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Reprieve.Server.Hosting;
using Reprieve.Server.People;

namespace Reprieve.Server.Actions;

/// <summary>The parts that all actions share: who acts, and where the browser goes then.</summary>
internal static class Form
{
    private const int LongestName = 80;

    /// <summary>A text field without white space at its ends; empty when it is not there.</summary>
    public static string Field(this IFormCollection form, string name) => form[name].ToString().Trim();

    /// <summary>
    /// Who acts: the person who is signed in; else the name given in the form, else the one given before, else "seller". A
    /// new name is kept.
    /// </summary>
    public static string Person(HttpContext http, IFormCollection? form = null)
    {
        if (Caller.Find(http)?.Person is { } signedIn)
        {
            return signedIn.Name;
        }

        string given = form?.Field("by") ?? "";
        if (given.Length is > 0 and <= LongestName)
        {
            Remember(http, PageFrame.PersonCookie, Uri.EscapeDataString(given));
            return given;
        }

        string known = Uri.UnescapeDataString(http.Request.Cookies[PageFrame.PersonCookie] ?? "");
        return known.Length is > 0 and <= LongestName ? known : "seller";
    }

    /// <summary>A service of the program.</summary>
    public static T Service<T>(this HttpContext http)
        where T : notnull => http.RequestServices.GetRequiredService<T>();

    /// <summary>Whether a form that asks for a name came without one; who is signed in is not asked.</summary>
    public static bool IsNameless(HttpContext http, IFormCollection form) =>
        Caller.Find(http)?.Person is null && form.Field("by").Length == 0;

    public static void Remember(HttpContext http, string cookie, string value) =>
        http.Response.Cookies.Append(
            cookie,
            value,
            new CookieOptions
            {
                HttpOnly = true,
                Secure = http.Request.IsHttps,
                SameSite = SameSiteMode.Strict,
                MaxAge = TimeSpan.FromDays(365),
            }
        );

    /// <summary>To a page, by GET; what was done is said there once.</summary>
    public static IResult To(string path, string? done = null) =>
        new SeeOther(done is null ? path : $"{path}?done={done}");

    /// <summary>The path of the same site that a form names to come back to; the start otherwise.</summary>
    public static string Back(IFormCollection form)
    {
        string back = form.Field("back");
        bool here =
            back.StartsWith('/')
            && !back.StartsWith("//", StringComparison.Ordinal)
            && !back.Contains('\\', StringComparison.Ordinal)
            // Browsers leave tabs and line breaks out of an address: what follows could be another site's.
            && !back.Any(char.IsControl);
        return here ? back : "/";
    }

    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}

/// <summary>Lets a form in only with the token of one of our pages.</summary>
internal sealed class TokenFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            await antiforgery.ValidateRequestAsync(context.HttpContext);
        }
        catch (AntiforgeryValidationException)
        {
            return Results.Text(
                Say.Get("form_old"),
                "text/plain; charset=utf-8",
                statusCode: StatusCodes.Status400BadRequest
            );
        }

        return await next(context);
    }
}
