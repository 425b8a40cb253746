using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Server.Actions;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Storage;

namespace Reprieve.Server.Api;

/// <summary>The files of a case: in, and out. The package is one of them.</summary>
internal static class FilesApi
{
    private const string Package = CasePaths.OutputName + "/package.zip";

    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder files = api.MapGroup("/cases/{id:guid}").WithTags("files");
        files
            .MapGet("/file", (Guid id, string path, HttpContext http, CaseDesk desk) => FileAsync(id, path, http, desk))
            .Named("getFile", "A file as it stands")
            .GivesFile("application/octet-stream");
        files
            .MapPut("/file", PutAsync)
            .Named(
                "putFile",
                "Puts a file in; columns that tell who a buyer is are dropped from tables before they are kept"
            )
            .TakesBytes()
            .Produces(StatusCodes.Status204NoContent);
        files
            .MapGet("/package", (Guid id, HttpContext http, CaseDesk desk) => FileAsync(id, Package, http, desk))
            .Named("getPackage", "What is to be sent, with how to send it")
            .GivesFile("application/zip");
    }

    private static async Task<IResult> FileAsync(Guid id, string path, HttpContext http, CaseDesk desk)
    {
        StoredCase? stored = await desk.Store.FindAsync(new CaseId(id), http.RequestAborted);
        return stored?.Files.Any(file => file.Path == path) == true
            ? Results.Stream(
                await desk.Store.OpenFileAsync(stored.Id, path, cancel: http.RequestAborted),
                path == Package ? "application/zip" : "application/octet-stream",
                Path.GetFileName(path)
            )
            : ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("page_gone"));
    }

    private static async Task<IResult> PutAsync(
        Guid id,
        string path,
        string? by,
        HttpContext http,
        CaseDesk desk,
        ServerOptions options
    )
    {
        Upload.Widen(http, options.LargestFile);
        await desk.Store.PutFileAsync(
            new CaseId(id),
            path,
            http.Request.Body,
            ApiAnswers.Who(http, by),
            http.RequestAborted
        );
        return Results.NoContent();
    }
}
