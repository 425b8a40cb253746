using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Reprieve.Server.Hosting;

namespace Reprieve.Server.Actions;

/// <summary>Links that are handed to people elsewhere.</summary>
internal static class Links
{
    /// <summary>The whole address of a path: by the public name where there is one, else by the one that was asked by.</summary>
    public static string To(HttpContext http, string path) =>
        http.RequestServices.GetRequiredService<ServerOptions>().Public is { } known
            ? new Uri(known.Address, path).ToString()
            : $"{http.Request.Scheme}://{http.Request.Host}{path}";
}
