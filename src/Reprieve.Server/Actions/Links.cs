using Microsoft.AspNetCore.Http;

namespace Reprieve.Server.Actions;

/// <summary>Links that are handed to people elsewhere.</summary>
internal static class Links
{
    /// <summary>The whole address of a path, by the name the workbench is asked by.</summary>
    public static string To(HttpContext http, string path) => $"{http.Request.Scheme}://{http.Request.Host}{path}";
}
