using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Appeals;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Responses;
using Reprieve.Server.Desk;
using Reprieve.Server.Mailing;
using Reprieve.Server.Pages;

namespace Reprieve.Server.Actions;

/// <summary>
/// The other stores of a case's event: what is said of one alone, that its answer was sent, and its next round. Files,
/// papers and all other answers are the case's.
/// </summary>
internal static class LinkedStoreActions
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/cases/{id:guid}/stores/{store}",
            (Guid id, string store, HttpContext http, CaseDesk desk) => PageAsync(id, store, http, desk)
        );
        RouteGroupBuilder forms = app.MapGroup("/cases/{id:guid}/stores/{store}").AddEndpointFilter<TokenFilter>();
        forms.MapPost("/answers", AnswersAsync);
        forms.MapPost("/sent", SentAsync);
        forms.MapPost("/next", NextAsync);
    }

    /// <summary>Writes down that a person sent the answer for a store.</summary>
    /// <returns>Why not; null when it is written down.</returns>
    public static async Task<string?> SendAsync(
        CaseId id,
        string store,
        string who,
        IReadOnlyList<RuleOverride> overrides,
        CaseDesk desk,
        CancellationToken cancel
    ) =>
        await CaseActions.SendAsync(
            id,
            store,
            who,
            desk,
            one => new SendCase(desk.Knowledge, desk.Clock).RecordByHand(one, who, overrides),
            cancel
        );

    /// <summary>Opens the next round of a store.</summary>
    /// <returns>Why not; null when it is open.</returns>
    public static Task<string?> GoOnAsync(CaseId id, string store, string who, CaseDesk desk) =>
        ChangeAsync(id, store, who, desk, one => new NextRoundOfCase(desk.Knowledge, desk.Clock).Open(one).Work);

    private static Task<string?> ChangeAsync(
        CaseId id,
        string store,
        string who,
        CaseDesk desk,
        Func<CaseWork, CaseWork> change
    ) => desk.TryAsync(id, who, "", then: work => work.WithLinked(store, change));

    public static async Task<IResult> PageAsync(
        Guid id,
        string store,
        HttpContext http,
        CaseDesk desk,
        string? problem = null,
        IFormCollection? form = null
    )
    {
        CaseView? view = await desk.ViewAsync(new CaseId(id), http.RequestAborted);
        if (view is { Work: { } work } && work.LinkedTo(store) is null)
        {
            return CasePages.Gone(http);
        }

        CaseView? linked = view is null ? null : desk.Linked(view, store);
        Approval? approval = linked?.Work?.Response is WrittenResponse written
            ? Approval.Of(
                await desk.Store.TimelineAsync(new CaseId(id), cancel: http.RequestAborted),
                Approval.VersionOf(written)
            )
            : null;
        return await CasePages.OfCaseAsync<LinkedStorePage>(
            id,
            http,
            desk,
            ("Knowledge", desk.Knowledge),
            ("Store", linked),
            ("Approval", approval),
            (
                "Alike",
                linked?.Work is { } answered
                    ? await Resemblance.OfAsync(new CaseId(id), answered, desk, http.RequestAborted)
                    : null
            ),
            (
                "Mail",
                linked?.Work is { } sending
                    ? await http.Service<MailDesk>().StandingAsync(view!.Stored, sending, http.RequestAborted)
                    : null
            ),
            ("Typed", AnswerActions.TypedIn(form)),
            ("Problem", problem)
        );
    }

    private static async Task<IResult> AnswersAsync(Guid id, string store, HttpContext http, CaseDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        string? problem = await AnswerActions.GiveAsync(new CaseId(id), Form.Person(http, form), form, desk, store);
        return await ShownAsync(id, store, http, desk, problem, form);
    }

    private static async Task<IResult> SentAsync(Guid id, string store, HttpContext http, CaseDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        string who = Form.Person(http, form);
        string? problem =
            Form.IsNameless(http, form) ? Say.Get("send_who")
            : form.Field("sure") != "yes" ? Say.Get("send_not_sure")
            : await SendAsync(new CaseId(id), store, who, MailActions.Overrides(form, who), desk, http.RequestAborted);
        return await ShownAsync(id, store, http, desk, problem);
    }

    private static async Task<IResult> NextAsync(Guid id, string store, HttpContext http, CaseDesk desk) =>
        await ShownAsync(id, store, http, desk, await GoOnAsync(new CaseId(id), store, Form.Person(http), desk));

    private static async Task<IResult> ShownAsync(
        Guid id,
        string store,
        HttpContext http,
        CaseDesk desk,
        string? problem,
        IFormCollection? form = null
    ) =>
        problem is null
            ? Form.To($"/cases/{id}/stores/{Uri.EscapeDataString(store)}", "saved")
            : await PageAsync(id, store, http, desk, problem, form);
}
