using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Reprieve.Server.Hosting;

/// <summary>
/// Lets in only whoever started the program: the address it prints holds a token that is good once; from then on a cookie
/// proves the browser. The cookie's secret outlives a restart, so that nobody is thrown out in mid-edit.
/// </summary>
internal sealed class Gate
{
    /// <summary>Where the printed address leads.</summary>
    public const string Path = "/open";

    private const string Cookie = "reprieve-session";
    private const int SecretBytes = 32;

    private readonly string _secret;
    private string? _token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));

    public Gate(string stateFolder)
    {
        Directory.CreateDirectory(stateFolder);
        string file = System.IO.Path.Combine(stateFolder, "session.key");
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var writer = new StreamWriter(file, options);
            writer.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes)));
        }

        _secret = File.ReadAllText(file).Trim();
    }

    /// <summary>The token of the address, until it is used.</summary>
    public string? Token => _token;

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path == Path)
        {
            Open(http);
            return;
        }

        bool free = http.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal);
        if (free || IsSame(http.Request.Cookies[Cookie], _secret))
        {
            await next(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        await Plain(http, Say.Get("gate_closed"));
    }

    private void Open(HttpContext http)
    {
        string? token = _token;
        if (token is null || !IsSame(http.Request.Query["token"], token))
        {
            // Whoever is in already has no need of a token: a second click on the link is no fault.
            bool known = IsSame(http.Request.Cookies[Cookie], _secret);
            http.Response.Redirect(known ? "/" : "/closed");
            return;
        }

        _token = null;
        var cookie = new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Path = "/",
            MaxAge = TimeSpan.FromDays(30),
        };
        http.Response.Cookies.Append(Cookie, _secret, cookie);
        http.Response.Headers.Location = "/";
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
    }

    private static Task Plain(HttpContext http, string text)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(text);
    }

    private static bool IsSame(string? given, string expected) =>
        given is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
