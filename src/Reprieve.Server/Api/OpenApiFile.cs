using Microsoft.AspNetCore.Http;

namespace Reprieve.Server.Api;

/// <summary>The OpenAPI document as it lies in the repository, in docs/api.</summary>
internal static class OpenApiFile
{
    private const string Name = "Reprieve.Server.Api.openapi.json";

    public static IResult Get() =>
        Results.Stream(typeof(OpenApiFile).Assembly.GetManifestResourceStream(Name)!, "application/json");
}
