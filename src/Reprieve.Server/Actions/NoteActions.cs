using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Responses;
using Reprieve.Server.Desk;
using Reprieve.Server.Pages;
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
        CaseView? view = await desk.ViewAsync(new CaseId(id), http.RequestAborted);
        (string what, string key) =
            form.Field("done").Length > 0
                ? (RepairTicks.Done, form.Field("done"))
                : (RepairTicks.Open, form.Field("open"));
        if (view?.Work?.Review?.Repairs.FirstOrDefault(one => RepairTicks.KeyOf(one) == key) is { } repair)
        {
            await desk.BesideAsync(
                new CaseId(id),
                () => desk.Store.NoteAsync(new CaseId(id), Form.Person(http), what, RepairTicks.Details(repair))
            );
        }

        return Form.To($"/cases/{id}/review#repairs");
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
        string who = Form.Person(http, form);
        var caseId = new CaseId(id);
        CaseView? view = await desk.ViewAsync(caseId, http.RequestAborted);
        if (view?.Work?.Response is not WrittenResponse written)
        {
            return Form.To($"/cases/{id}/send");
        }

        string what = form.Field("do") switch
        {
            "want" => Approval.Wanted,
            "waive" => Approval.Waived,
            _ => Approval.Approved,
        };
        string hash = TextHash.Of(written.Text);
        string? problem =
            what != Approval.Approved
                ? null
                : Refused(
                    form,
                    Caller.Of(http).Person is null ? form.Field("by") : who,
                    Approval.Of(await desk.Store.TimelineAsync(caseId, cancel: http.RequestAborted), hash),
                    hash
                );
        if (problem is not null)
        {
            return await CasePages.SendAsync(id, http, desk, problem);
        }

        var details = new Dictionary<string, string>();
        if (what == Approval.Approved)
        {
            details["text"] = hash;
        }

        await desk.BesideAsync(caseId, () => desk.Store.NoteAsync(caseId, who, what, details));
        return Form.To($"/cases/{id}/send", "saved");
    }

    /// <summary>Why an approval is not taken; null when it is.</summary>
    private static string? Refused(IFormCollection form, string by, Approval approval, string hash) =>
        by.Length == 0 ? Say.Get("send_who")
        : form.Field("was") != hash ? Say.Get("approve_changed")
        : form.Field("sure") != "yes" ? Say.Get("approve_not_sure")
        : approval.MayApprove(by) ? null
        : Say.Get("approve_same", approval.Author);
}
