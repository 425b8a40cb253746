using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Appeals;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Responses;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;
using Reprieve.Server.People;

namespace Reprieve.Server.Actions;

/// <summary>What is done to a case besides its answer: files, Amazon's mails, the sending, the next round.</summary>
internal static class CaseActions
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/cases/{id:guid}/files", FilesAsync).RequireRateLimiting(Limits.Uploads);
        RouteGroupBuilder forms = app.MapGroup("/cases/{id:guid}").AddEndpointFilter<TokenFilter>();
        forms.MapPost("/text", TextAsync);
        forms.MapPost("/sent", SentAsync);
        forms.MapPost("/next", NextAsync);
        forms.MapPost("/stop", Stop);
        forms.MapPost("/read", ReadAgain);
        forms.MapPost("/rename", RenameAsync);
        forms.MapPost("/delete", DeleteAsync);
    }

    private static async Task<IResult> FilesAsync(Guid id, HttpContext http, Upload upload, CaseDesk desk)
    {
        var caseId = new CaseId(id);
        if (await desk.Store.FindAsync(caseId, http.RequestAborted) is null)
        {
            return CasePages.Gone(http);
        }

        string who = Form.Person(http);
        string? problem = await upload.TakeAsync(
            http,
            (name, content) => desk.Store.PutFileAsync(caseId, name, content, who, http.RequestAborted)
        );
        if (Upload.IsByScript(http))
        {
            return problem is null
                ? Results.Json(new { go = $"/cases/{id}?first=1&name=1&done=added" })
                : Upload.Refused(problem);
        }

        return problem is null
            ? Form.To($"/cases/{id}?first=1&name=1&done=added")
            : PageFrame.Page<MessagePage>(
                http,
                StatusCodes.Status422UnprocessableEntity,
                ("Title", problem),
                ("Back", $"/cases/{id}")
            );
    }

    /// <summary>Amazon's answer, pasted.</summary>
    private static async Task<IResult> TextAsync(Guid id, HttpContext http, CaseDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        if (form.Field("text") is { Length: > 0 } text)
        {
            await TakeTextAsync(new CaseId(id), Form.Person(http), text, desk, http.RequestAborted);
        }

        return Form.To($"/cases/{id}/decision", "added");
    }

    /// <summary>Takes Amazon's answer as text, and goes through all steps.</summary>
    public static async Task TakeTextAsync(CaseId id, string who, string text, CaseDesk desk, CancellationToken cancel)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await desk.Store.PutFileAsync(id, "answer-from-amazon.txt", content, who, cancel);
        await desk.SettleAsync(id, who);
    }

    private static async Task<IResult> SentAsync(Guid id, HttpContext http, CaseDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        string who = Form.Person(http, form);
        string? problem =
            Form.IsNameless(http, form) ? Say.Get("send_who")
            : form.Field("sure") != "yes" ? Say.Get("send_not_sure")
            : await SendAsync(new CaseId(id), who, MailActions.Overrides(form, who), desk, http.RequestAborted);
        return problem is null
            ? Form.To($"/cases/{id}/decision", "sent")
            : await CasePages.SendAsync(id, http, desk, problem);
    }

    /// <summary>Writes down that a person sent the answer; what was sent is frozen.</summary>
    /// <returns>Why not; null when it is written down.</returns>
    public static async Task<string?> SendAsync(
        CaseId id,
        string who,
        IReadOnlyList<RuleOverride> overrides,
        CaseDesk desk,
        CancellationToken cancel
    ) =>
        await SendAsync(
            id,
            null,
            who,
            desk,
            work => new SendCase(desk.Knowledge, desk.Clock).RecordByHand(work, who, overrides),
            cancel
        );

    /// <summary>Sends an answer, or writes down that it was sent, where a second person approved of what goes out or need not.</summary>
    /// <param name="store">The linked store whose answer it is; null for the case's own.</param>
    /// <returns>Why not; null when it is done.</returns>
    public static async Task<string?> SendAsync(
        CaseId id,
        string? store,
        string who,
        CaseDesk desk,
        Func<CaseWork, CaseWork> send,
        CancellationToken cancel
    )
    {
        IReadOnlyList<TimelineEntry> timeline = await desk.Store.TimelineAsync(id, cancel: cancel);
        return await desk.TryAsync(
            id,
            who,
            "",
            then: work => store is null ? Approved(work) : work.WithLinked(store, Approved)
        );

        // Looked at here and not before: somebody may change the answer until the steps have it.
        CaseWork Approved(CaseWork work) =>
            work.Response is not WrittenResponse written
            || Approval.Of(timeline, Approval.VersionOf(written)).MaySend(who)
                ? send(work)
                : throw new CaseException(Say.Get("approve_first"));
    }

    /// <summary>Opens the next round.</summary>
    /// <returns>Why not; null when it is open.</returns>
    public static Task<string?> GoOnAsync(CaseId id, string who, CaseDesk desk) =>
        desk.TryAsync(id, who, "", then: work => new NextRoundOfCase(desk.Knowledge, desk.Clock).Open(work).Work);

    private static async Task<IResult> NextAsync(Guid id, HttpContext http, CaseDesk desk)
    {
        string? problem = await GoOnAsync(new CaseId(id), Form.Person(http), desk);
        return problem is null
            ? Form.To($"/cases/{id}/answer", "saved")
            : await CasePages.OfCaseAsync<DecisionPage>(
                id,
                http,
                desk,
                ("Problem", problem),
                ("Knowledge", desk.Knowledge)
            );
    }

    private static IResult Stop(Guid id, CaseDesk desk)
    {
        desk.Stop(new CaseId(id));
        return Form.To($"/cases/{id}");
    }

    private static IResult ReadAgain(Guid id, CaseDesk desk)
    {
        desk.GoOn(new CaseId(id));
        return Form.To($"/cases/{id}?first=1");
    }

    private static async Task<IResult> RenameAsync(Guid id, HttpContext http, CaseDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        if (form.Field("title") is { Length: > 0 and <= 200 } title)
        {
            await desk.Store.RenameAsync(new CaseId(id), title, Form.Person(http), http.RequestAborted);
        }

        return Form.To($"/cases/{id}", "saved");
    }

    private static async Task<IResult> DeleteAsync(Guid id, HttpContext http, CaseDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        if (form.Field("sure") != "yes")
        {
            return Form.To($"/cases/{id}");
        }

        await desk.DeleteAsync(new CaseId(id), Form.Person(http), http.RequestAborted);
        return Form.To("/", "deleted");
    }
}
