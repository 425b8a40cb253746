using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Responses;
using Reprieve.Server.Desk;
using Reprieve.Server.People;

namespace Reprieve.Server.Actions;

/// <summary>What is noted beside a case and changes none of its files: ticks, tasks, a second person's approval.</summary>
internal static class NoteActions
{
    public static void Map(IEndpointRouteBuilder app)
    {
        RouteGroupBuilder forms = app.MapGroup("/cases/{id:guid}").AddEndpointFilter<TokenFilter>();
        forms.MapPost("/repairs", RepairsAsync);
        forms.MapPost("/tasks", TaskAsync);
        forms.MapPost("/tasks/{task:guid}/done", TaskDoneAsync);
        forms.MapPost("/approval", ApprovalAsync);
    }

    private static async Task<IResult> RepairsAsync(Guid id, HttpContext http, CaseDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        bool done = form.Field("done").Length > 0;
        await TickAsync(new CaseId(id), Form.Person(http), form.Field(done ? "done" : "open"), done, desk);
        return Form.To($"/cases/{id}/review#repairs");
    }

    /// <summary>Ticks a repair off, or opens it again.</summary>
    /// <param name="key">Which, see <see cref="RepairTicks.KeyOf"/>.</param>
    /// <returns>False when the review has no such repair.</returns>
    public static async Task<bool> TickAsync(CaseId id, string who, string key, bool done, CaseDesk desk)
    {
        CaseView? view = await desk.ViewAsync(id, CancellationToken.None);
        if (view?.Work?.Review?.Repairs.FirstOrDefault(one => RepairTicks.KeyOf(one) == key) is not { } repair)
        {
            return false;
        }

        string what = done ? RepairTicks.Done : RepairTicks.Open;
        await desk.BesideAsync(id, () => desk.Store.NoteAsync(id, who, what, RepairTicks.Details(repair)));
        return true;
    }

    private static async Task<IResult> TaskAsync(Guid id, HttpContext http, CaseDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        if (form.Field("text").Length > 0)
        {
            await desk.BesideAsync(
                new CaseId(id),
                () =>
                    desk.Store.AddTaskAsync(
                        new CaseId(id),
                        form.Field("text"),
                        DueDay.EndOf(form.Field("due"), desk.Clock),
                        Form.Person(http)
                    )
            );
        }

        return Form.To($"/cases/{id}#tasks");
    }

    private static async Task<IResult> TaskDoneAsync(Guid id, Guid task, HttpContext http, CaseDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        await desk.BesideAsync(new CaseId(id), () => desk.Store.DoneTaskAsync(new CaseId(id), task, Form.Person(http)));
        return Form.To(form.ContainsKey("back") ? Form.Back(form) : $"/cases/{id}#tasks");
    }

    private static async Task<IResult> ApprovalAsync(Guid id, HttpContext http, CaseDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        string what = form.Field("do") is { Length: > 0 } given ? given : "approve";
        string who = Form.Person(http, form);
        string? store = form.Field("store") is { Length: > 0 } linked ? linked : null;
        string by = what == "approve" && Caller.Of(http).Person is null ? form.Field("by") : who;
        string? problem =
            what == "approve" && by.Length > 0 && form.Field("sure") != "yes"
                ? Say.Get("approve_not_sure")
                : await ApproveAsync(new CaseId(id), by, what, form.Field("was"), desk, http.RequestAborted, store);
        return (store, problem) switch
        {
            (null, null) => Form.To($"/cases/{id}/send", "saved"),
            (null, _) => await CasePages.SendAsync(id, http, desk, problem),
            (_, null) => Form.To($"/cases/{id}/stores/{Uri.EscapeDataString(store)}", "saved"),
            _ => await LinkedStoreActions.PageAsync(id, store, http, desk, problem),
        };
    }

    /// <summary>Wants, waives or gives a second person's approval of exactly one version of an answer.</summary>
    /// <param name="what">want, waive, or approve.</param>
    /// <param name="text">The version that is approved of, as <see cref="Approval.VersionOf"/> says it.</param>
    /// <param name="store">The linked store whose answer it is; null for the case's own.</param>
    /// <returns>Why not; null when it is written down.</returns>
    public static async Task<string?> ApproveAsync(
        CaseId id,
        string by,
        string what,
        string text,
        CaseDesk desk,
        CancellationToken cancel,
        string? store = null
    )
    {
        CaseView? view = await desk.ViewAsync(id, cancel);
        CaseWork? work = store is null ? view?.Work : view?.Work?.LinkedTo(store);
        if (work?.Response is not WrittenResponse written)
        {
            return Say.Get("no_package");
        }

        string hash = Approval.VersionOf(written);
        var details = new Dictionary<string, string>();
        if (what == "approve")
        {
            var approval = Approval.Of(await desk.Store.TimelineAsync(id, cancel: cancel), hash);
            string? problem =
                by.Length == 0 ? Say.Get("send_who")
                : text != hash ? Say.Get("approve_changed")
                : approval.MayApprove(by) ? null
                : Say.Get("approve_same", approval.Author);
            if (problem is not null)
            {
                return problem;
            }

            details["text"] = hash;
        }

        string note = what switch
        {
            "want" => Approval.Wanted,
            "waive" => Approval.Waived,
            _ => Approval.Approved,
        };
        await desk.BesideAsync(id, () => desk.Store.NoteAsync(id, by, note, details));
        return null;
    }
}
