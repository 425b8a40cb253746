using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Reprieve.Server.Hosting;

/// <summary>The style sheet and the script: part of the program, kept by browsers until they change.</summary>
internal static class Assets
{
    private static readonly Dictionary<string, (byte[] Bytes, string Type, string Version)> Files = new(
        StringComparer.Ordinal
    )
    {
        ["reprieve.css"] = Load("reprieve.css", "text/css; charset=utf-8"),
        ["reprieve.js"] = Load("reprieve.js", "text/javascript; charset=utf-8"),
        ["board.js"] = Load("board.js", "text/javascript; charset=utf-8"),
        ["passkeys.js"] = Load("passkeys.js", "text/javascript; charset=utf-8"),
    };

    /// <summary>Where a file is found, with its version.</summary>
    public static string Url(string name) => $"/assets/{name}?v={Files[name].Version}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(
            "/assets/{name}",
            (string name, HttpContext http) =>
            {
                if (!Files.TryGetValue(name, out var file))
                {
                    return Results.NotFound();
                }

                http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Results.Bytes(file.Bytes, file.Type);
            }
        );

    private static (byte[], string, string) Load(string name, string type)
    {
        using Stream stream = Assembly
            .GetExecutingAssembly()
            .GetManifestResourceStream("Reprieve.Server.Assets." + name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return (bytes, type, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
    }
}
