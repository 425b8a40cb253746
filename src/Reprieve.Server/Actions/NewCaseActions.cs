using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;
using Reprieve.Server.People;
using Reprieve.Storage;

namespace Reprieve.Server.Actions;

/// <summary>Opens cases: from files, from pasted text, from a folder of this machine.</summary>
internal static class NewCaseActions
{
    private const int LongestText = 1_000_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/new", (HttpContext http, ClientShelf shelf, ServerOptions options) => New(http, shelf, options));
        app.MapPost("/new/files", FromFilesAsync).RequireRateLimiting(Limits.Uploads);
        app.MapPost("/new/text", FromTextAsync).AddEndpointFilter<TokenFilter>();
        app.MapPost("/new/folder", FromFolderAsync).AddEndpointFilter<TokenFilter>();
    }

    private static IResult New(
        HttpContext http,
        ClientShelf shelf,
        ServerOptions options,
        string? problem = null,
        string? text = null,
        string? folder = null
    ) =>
        PageFrame.Page<NewCasePage>(
            http,
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            ("LargestFile", options.LargestFile),
            ("Store", StoreIn(http, shelf)),
            ("Problem", problem),
            ("Text", text),
            ("Folder", folder)
        );

    /// <summary>The store that the case is to belong to; null when the request names none that is known.</summary>
    private static Account? StoreIn(HttpContext http, ClientShelf shelf) =>
        Guid.TryParse(http.Request.Query["store"], out Guid store) ? shelf.All.Store(store) : null;

    private static async Task<StoredCase> OpenAsync(
        HttpContext http,
        CaseDesk desk,
        ClientShelf shelf,
        string title,
        string who
    ) => await OwnedAsync(http, desk, shelf, await desk.Store.AddAsync(title, who, http.RequestAborted), who);

    private static async Task<StoredCase> OwnedAsync(
        HttpContext http,
        CaseDesk desk,
        ClientShelf shelf,
        StoredCase opened,
        string who
    ) =>
        StoreIn(http, shelf) is { } store
            ? await desk.Store.SetAccountAsync(opened.Id, store.Id, who, http.RequestAborted)
            : opened;

    private static async Task<IResult> FromFilesAsync(
        HttpContext http,
        Upload upload,
        CaseDesk desk,
        ClientShelf shelf,
        ServerOptions options
    )
    {
        string who = Form.Person(http);
        StoredCase? opened = null;
        string? problem = await upload.TakeAsync(
            http,
            async (name, content) =>
            {
                opened ??= await OpenAsync(http, desk, shelf, Path.GetFileNameWithoutExtension(name), who);
                await desk.Store.PutFileAsync(opened.Id, name, content, who, http.RequestAborted);
            }
        );
        if (Upload.IsByScript(http))
        {
            return opened is null
                ? problem is null
                    ? Results.Json(new { note = Say.Get("upload_leftover") })
                    : Upload.Refused(problem)
                : Results.Json(
                    new
                    {
                        go = $"/cases/{opened.Id}?first=1&name=1",
                        post = $"/cases/{opened.Id}/files",
                        error = problem,
                    }
                );
        }

        return opened is null
            ? New(http, shelf, options, problem ?? Say.Get("new_no_file"))
            : Form.To($"/cases/{opened.Id}?first=1&name=1");
    }

    private static async Task<IResult> FromTextAsync(
        HttpContext http,
        CaseDesk desk,
        ClientShelf shelf,
        ServerOptions options
    )
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        string text = form.Field("text");
        if (text.Length is 0 or > LongestText)
        {
            return New(http, shelf, options, Say.Get(text.Length == 0 ? "new_no_text" : "new_long_text"), text);
        }

        string who = Form.Person(http);
        StoredCase opened = await OpenAsync(http, desk, shelf, Say.Get("new_pasted"), who);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await desk.Store.PutFileAsync(opened.Id, "notice.txt", content, who);
        return Form.To($"/cases/{opened.Id}?first=1&name=1");
    }

    private static async Task<IResult> FromFolderAsync(
        HttpContext http,
        CaseDesk desk,
        ClientShelf shelf,
        ServerOptions options
    )
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        string folder = form.Field("folder");
        if (!Path.IsPathFullyQualified(folder) || !Directory.Exists(folder))
        {
            return New(http, shelf, options, Say.Get("new_no_folder", folder), folder: folder);
        }

        try
        {
            string who = Form.Person(http);
            StoredCase opened = await FolderImport.TakeAsync(desk.Store, folder, who, http.RequestAborted);
            await OwnedAsync(http, desk, shelf, opened, who);
            return Form.To($"/cases/{opened.Id}?first=1");
        }
        catch (Exception fault)
            when (fault is StorageException or CaseException or IOException or UnauthorizedAccessException)
        {
            return New(http, shelf, options, fault.Message, folder: folder);
        }
    }
}
