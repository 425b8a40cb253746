using System.Globalization;
using Microsoft.AspNetCore.Http;
using Reprieve.Knowledge;

namespace Reprieve.Server.Hosting;

/// <summary>The language of the screen: what the person chose, else what the browser asks for.</summary>
internal static class Languages
{
    public const string Cookie = "reprieve-language";

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    public static Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        CultureInfo.CurrentUICulture = Of(http.Request);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        UserTexts.InWorkbench = true;
        return next(http);
    }

    private static CultureInfo Of(HttpRequest request) =>
        request.Cookies[Cookie] switch
        {
            "en" => English,
            "zh-Hans" => Chinese,
            _ => Asked(request),
        };

    /// <summary>The first language the browser names that we speak.</summary>
    private static CultureInfo Asked(HttpRequest request)
    {
        foreach (string? asked in request.Headers.AcceptLanguage.ToString().Split(','))
        {
            string tag = asked.Split(';')[0].Trim();
            if (tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
            {
                return Chinese;
            }

            if (tag.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            {
                return English;
            }
        }

        return English;
    }
}
