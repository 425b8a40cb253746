using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;

namespace Reprieve.Server.Hosting;

/// <summary>What holds for every request: the name it was asked by, and what a browser may do with the answer.</summary>
internal static class Safety
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A browser that was here once asks by https alone for a year.</summary>
    private const string HttpsOnly = "max-age=31536000";

    private static readonly object Public = new();

    /// <summary>Refuses what is not asked for by a name of this workbench, then settles who asks.</summary>
    public static void Use(IApplicationBuilder app, PublicAddress? open)
    {
        app.Use((http, next) => InvokeAsync(http, open, next));
        if (open is { IsBehindProxy: true })
        {
            // The framework trusts proxies on loopback addresses alone, and one hop: the last address of the list is the
            // proxy's own word, those before it are the visitor's.
            app.UseForwardedHeaders(
                new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = 1 }
            );
        }
    }

    /// <summary>Whether a request came by the public address, thus from anywhere.</summary>
    public static bool IsPublic(HttpContext http) => http.Items.ContainsKey(Public);

    private static Task InvokeAsync(HttpContext http, PublicAddress? open, RequestDelegate next)
    {
        IHeaderDictionary headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        if (IsAskedPublicly(http.Request, open))
        {
            http.Items[Public] = true;
            http.Request.Scheme = Uri.UriSchemeHttps;
            // A socket for both kinds of address writes an IPv4 address as IPv6.
            if (http.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } visitor)
            {
                http.Connection.RemoteIpAddress = visitor.MapToIPv4();
            }

            headers.StrictTransportSecurity = HttpsOnly;
        }
        else if (!IsAskedLocally(http.Request, open))
        {
            return RefuseNameAsync(http);
        }

        if (IsFromElsewhere(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(http);
    }

    /// <summary>By the public name, and on the way it goes: with TLS to the program itself, or through the proxy.</summary>
    private static bool IsAskedPublicly(HttpRequest request, PublicAddress? open) =>
        open is not null && request.IsHttps != open.IsBehindProxy && open.IsAskedAs(request.Host);

    /// <summary>
    /// By a loopback name, and not from elsewhere all the same: TLS is for others, and a proxy that puts its own name for
    /// this machine in the place of the asked one would make everybody a person who sits here.
    /// </summary>
    private static bool IsAskedLocally(HttpRequest request, PublicAddress? open) =>
        IsHere(request.Host.Host)
        && !request.IsHttps
        && !(open is { IsBehindProxy: true } && request.Headers.Keys.Any(IsOfProxy));

    private static bool IsOfProxy(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || header.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Via", StringComparison.OrdinalIgnoreCase);

    /// <summary>A foreign name that was pointed at this machine (DNS rebinding) is not ours.</summary>
    private static bool IsHere(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));

    /// <summary>A form of another site; browsers say so.</summary>
    private static bool IsFromElsewhere(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        && request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    private static Task RefuseNameAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(Say.Get("host_refused"));
    }
}
