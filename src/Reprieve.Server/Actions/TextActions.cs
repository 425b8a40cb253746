using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Responses;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;
using Reprieve.Storage;

namespace Reprieve.Server.Actions;

/// <summary>The text of the answer outside the editor: as a Word file out and back in, and its earlier versions.</summary>
internal static class TextActions
{
    private const string WordName = "plan.docx";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const int LargestWord = 5 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/cases/{id:guid}/answer/plan.docx", WordOutAsync);
        app.MapPost("/cases/{id:guid}/answer/word", WordInAsync);
        app.MapGet("/cases/{id:guid}/answer/versions", VersionsAsync);
    }

    private static async Task<IResult> WordOutAsync(Guid id, HttpContext http, CaseDesk desk)
    {
        const string path = CasePaths.OutputName + "/" + WordName;
        var caseId = new CaseId(id);
        return await desk.Store.FindAsync(caseId, http.RequestAborted) is not { } stored ? CasePages.Gone(http)
            : stored.Files.Any(file => file.Path == path)
                ? Results.Stream(
                    await desk.Store.OpenFileAsync(caseId, path, cancel: http.RequestAborted),
                    WordType,
                    WordName
                )
            : PageFrame.Page<MessagePage>(
                http,
                StatusCodes.Status404NotFound,
                ("Title", Say.Get("no_package")),
                ("Back", $"/cases/{id}/answer")
            );
    }

    /// <summary>Takes a Word file as the text, where nobody changed the text since the page was shown.</summary>
    private static async Task<IResult> WordInAsync(Guid id, string was, HttpContext http, Upload upload, CaseDesk desk)
    {
        var content = new MemoryStream();
        bool clash = false;
        string? problem = await upload.TakeAsync(http, (_, file) => BoundedAsync(file, content, http.RequestAborted));
        problem ??=
            content.Length > LargestWord
                ? Say.Get("word_too_large", Words.Bytes(LargestWord))
                : await desk.TryAsync(
                    new CaseId(id),
                    Form.Person(http),
                    "text_edited",
                    laid =>
                    {
                        clash = laid.Work.Response is not WrittenResponse written || TextHash.Of(written.Text) != was;
                        if (!clash)
                        {
                            // The Word form goes before the plain one when the edited text is taken in.
                            Directory.CreateDirectory(laid.Paths.Output);
                            File.WriteAllBytes(Path.Combine(laid.Paths.Output, WordName), content.ToArray());
                        }

                        return !clash;
                    }
                );
        problem ??= clash ? Say.Get("answer_edit_clash") : null;
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

    /// <summary>Copies no more than is looked at: one byte too many tells that it is too large.</summary>
    private static async Task BoundedAsync(Stream file, MemoryStream into, CancellationToken cancel)
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
