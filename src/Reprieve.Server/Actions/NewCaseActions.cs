using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;
using Reprieve.Storage;

namespace Reprieve.Server.Actions;

/// <summary>Opens cases: from files, from pasted text, from a folder of this machine.</summary>
internal static class NewCaseActions
{
    private const int LongestText = 1_000_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/new", (HttpContext http, ServerOptions options) => New(http, options));
        app.MapPost("/new/files", FromFilesAsync);
        app.MapPost("/new/text", FromTextAsync).AddEndpointFilter<TokenFilter>();
        app.MapPost("/new/folder", FromFolderAsync).AddEndpointFilter<TokenFilter>();
    }

    private static IResult New(
        HttpContext http,
        ServerOptions options,
        string? problem = null,
        string? text = null,
        string? folder = null
    ) =>
        PageFrame.Page<NewCasePage>(
            http,
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            ("LargestFile", options.LargestFile),
            ("Problem", problem),
            ("Text", text),
            ("Folder", folder)
        );

    private static async Task<IResult> FromFilesAsync(
        HttpContext http,
        Upload upload,
        CaseDesk desk,
        ServerOptions options
    )
    {
        string who = Form.Person(http);
        StoredCase? opened = null;
        string? problem = null;
        try
        {
            int? files = await upload.EachAsync(
                http,
                async (name, content) =>
                {
                    opened ??= await desk.Store.AddAsync(
                        Path.GetFileNameWithoutExtension(name),
                        who,
                        http.RequestAborted
                    );
                    await desk.Store.PutFileAsync(opened.Id, name, content, who, http.RequestAborted);
                }
            );
            problem =
                files is null ? Say.Get("form_old")
                : files == 0 ? Say.Get("new_no_file")
                : null;
        }
        catch (StorageException fault)
        {
            problem = fault.Message;
        }

        if (http.Request.Headers["X-Upload"] == "1")
        {
            return opened is null
                ? Results.Json(new { error = problem }, statusCode: StatusCodes.Status422UnprocessableEntity)
                : Results.Json(
                    new
                    {
                        go = $"/cases/{opened.Id}?first=1&name=1",
                        post = $"/cases/{opened.Id}/files",
                        error = problem,
                    }
                );
        }

        return opened is null ? New(http, options, problem) : Form.To($"/cases/{opened.Id}?first=1&name=1");
    }

    private static async Task<IResult> FromTextAsync(HttpContext http, CaseDesk desk, ServerOptions options)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        string text = form.Field("text");
        if (text.Length is 0 or > LongestText)
        {
            return New(http, options, Say.Get(text.Length == 0 ? "new_no_text" : "new_long_text"), text);
        }

        string who = Form.Person(http);
        StoredCase opened = await desk.Store.AddAsync(Say.Get("new_pasted"), who);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await desk.Store.PutFileAsync(opened.Id, "notice.txt", content, who);
        return Form.To($"/cases/{opened.Id}?first=1&name=1");
    }

    private static async Task<IResult> FromFolderAsync(HttpContext http, CaseDesk desk, ServerOptions options)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        string folder = form.Field("folder");
        if (!Path.IsPathFullyQualified(folder) || !Directory.Exists(folder))
        {
            return New(http, options, Say.Get("new_no_folder", folder), folder: folder);
        }

        try
        {
            StoredCase opened = await FolderImport.TakeAsync(
                desk.Store,
                folder,
                Form.Person(http),
                http.RequestAborted
            );
            return Form.To($"/cases/{opened.Id}?first=1");
        }
        catch (Exception fault)
            when (fault is StorageException or CaseException or IOException or UnauthorizedAccessException)
        {
            return New(http, options, fault.Message, folder: folder);
        }
    }
}
