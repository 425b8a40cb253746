using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Responses;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;
using Reprieve.Server.People;
using Reprieve.Storage;

namespace Reprieve.Server.Actions;

/// <summary>The text of the answer outside the editor: as a Word file out and back in, and its earlier versions.</summary>
internal static class TextActions
{
    /// <summary>The file name of the Word form.</summary>
    public const string WordName = "plan.docx";

    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const int LargestWord = 5 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/cases/{id:guid}/answer/plan.docx", WordOutAsync);
        app.MapPost("/cases/{id:guid}/answer/word", WordInAsync).RequireRateLimiting(Limits.Uploads);
        app.MapGet("/cases/{id:guid}/answer/versions", VersionsAsync);
    }

    private static async Task<IResult> WordOutAsync(Guid id, HttpContext http, CaseDesk desk)
    {
        var caseId = new CaseId(id);
        return await desk.Store.FindAsync(caseId, http.RequestAborted) is null ? CasePages.Gone(http)
            : await WordOfAsync(caseId, desk, http.RequestAborted) is { } content
                ? Results.Stream(content, WordType, WordName)
            : PageFrame.Page<MessagePage>(
                http,
                StatusCodes.Status404NotFound,
                ("Title", Say.Get("no_package")),
                ("Back", $"/cases/{id}/answer")
            );
    }

    /// <summary>The text as a Word file; null where there is none.</summary>
    public static async Task<Stream?> WordOfAsync(CaseId id, CaseDesk desk, CancellationToken cancel)
    {
        const string path = CasePaths.OutputName + "/" + WordName;
        return (await desk.Store.FindAsync(id, cancel))?.Files.Any(file => file.Path == path) == true
            ? await desk.Store.OpenFileAsync(id, path, cancel: cancel)
            : null;
    }

    /// <summary>Takes a Word file as the text, where nobody changed the text since the page was shown.</summary>
    private static async Task<IResult> WordInAsync(Guid id, string was, HttpContext http, Upload upload, CaseDesk desk)
    {
        var content = new MemoryStream();
        string? problem =
            await upload.TakeAsync(http, (_, file) => BoundedAsync(file, content, http.RequestAborted))
            ?? await TakeWordAsync(new CaseId(id), Form.Person(http), content.ToArray(), was, desk);
        if (Upload.IsByScript(http))
        {
            return problem is null
                ? Results.Json(new { go = $"/cases/{id}/answer?done=edited" })
                : Upload.Refused(problem);
        }

        return problem is null
            ? Form.To($"/cases/{id}/answer", "edited")
            : await CasePages.OfCaseAsync<AnswerPage>(
                id,
                http,
                desk,
                ("Knowledge", desk.Knowledge),
                ("Problem", problem)
            );
    }

    /// <summary>Takes a Word file as the text.</summary>
    /// <param name="was">Hash of the text that it replaces.</param>
    /// <returns>Why not; null when it was taken.</returns>
    public static async Task<string?> TakeWordAsync(CaseId id, string who, byte[] content, string was, CaseDesk desk)
    {
        if (content.Length > LargestWord)
        {
            return Say.Get("word_too_large", Words.Bytes(LargestWord));
        }

        bool clash = false;
        string? problem = await desk.TryAsync(
            id,
            who,
            "text_edited",
            laid =>
            {
                clash = laid.Work.Response is not WrittenResponse written || TextHash.Of(written.Text) != was;
                if (!clash)
                {
                    // The Word form goes before the plain one when the edited text is taken in.
                    Directory.CreateDirectory(laid.Paths.Output);
                    File.WriteAllBytes(Path.Combine(laid.Paths.Output, WordName), content);
                }

                return !clash;
            }
        );
        return problem ?? (clash ? Say.Get("answer_edit_clash") : null);
    }

    /// <summary>Copies no more than is looked at: one byte too many tells that it is too large.</summary>
    public static async Task BoundedAsync(Stream file, MemoryStream into, CancellationToken cancel)
    {
        byte[] buffer = new byte[64 * 1024];
        int read;
        while (into.Length <= LargestWord && (read = await file.ReadAsync(buffer, cancel)) > 0)
        {
            into.Write(buffer, 0, read);
        }
    }

    private static async Task<IResult> VersionsAsync(Guid id, HttpContext http, CaseDesk desk)
    {
        var caseId = new CaseId(id);
        if (await desk.Store.FindAsync(caseId, http.RequestAborted) is null)
        {
            return CasePages.Gone(http);
        }

        IReadOnlyList<StoredFile> versions = await TextVersions.OfAsync(desk.Store, caseId, http.RequestAborted);
        if (versions.Count == 0)
        {
            return await CasePages.OfCaseAsync<VersionsPage>(id, http, desk);
        }

        int to = Chosen("to", versions[0].Revision);
        int from = Chosen("from", versions.FirstOrDefault(version => version.Revision < to)?.Revision ?? to);
        string before = await TextVersions.TextAsync(desk.Store, caseId, from, http.RequestAborted);
        string after = await TextVersions.TextAsync(desk.Store, caseId, to, http.RequestAborted);
        return await CasePages.OfCaseAsync<VersionsPage>(
            id,
            http,
            desk,
            ("Versions", versions),
            ("From", from),
            ("To", to),
            ("Lines", TextVersions.Between(before, after)),
            ("Older", from == versions[0].Revision ? null : before)
        );

        int Chosen(string name, int otherwise) =>
            int.TryParse(http.Request.Query[name], CultureInfo.InvariantCulture, out int revision)
            && versions.Any(version => version.Revision == revision)
                ? revision
                : otherwise;
    }
}
