using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Responses;
using Reprieve.Server.Actions;
using Reprieve.Server.Desk;

namespace Reprieve.Server.Api;

/// <summary>Steps 4 and 5: how to send, a second person's approval, that it was sent, Amazon's answer, the next round.</summary>
internal static class SendingApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder sending = api.MapGroup("/cases/{id:guid}").WithTags("send and decision");
        sending
            .MapGet("/pages/{name}", PageAsync)
            .Named("getPage", "A page of the package as Markdown: first-hour.md, how-to-send.md, todo.md …")
            .GivesFile("text/markdown");
        sending
            .MapGet("/approval", ApprovalAsync)
            .Named("getApproval", "Where a second person's approval of the answer stands")
            .Produces<ApprovalItem>();
        sending
            .MapPost("/approval", ApproveAsync)
            .Named(
                "approve",
                "Wants, waives or gives a second person's approval of exactly this text with these papers"
            )
            .Produces(204);
        sending
            .MapGet("/resemblance", ResemblanceAsync)
            .Named(
                "getResemblance",
                "How much the answer resembles one that was sent for another client; look before you send"
            )
            .Produces<ResemblanceItem>();
        sending
            .MapPost("/sent", SentAsync)
            .Named("recordSent", "Writes down that a person sent it; what was sent is frozen")
            .Produces(204);
        sending
            .MapPost("/message", MessageAsync)
            .Named("addMessage", "Takes Amazon's answer as text; a mail is better put in as a file")
            .Produces(204);
        sending
            .MapGet("/decision", DecisionAsync)
            .Named("getDecision", "What follows from Amazon's answer")
            .Produces<DecisionItem>();
        sending.MapPost("/next", NextAsync).Named("openNextRound", "Opens the next round").Produces(204);
    }

    private static Task<IResult> PageAsync(Guid id, string name, HttpContext http, CaseDesk desk) =>
        ApiAnswers.OfWorkAsync(
            id,
            http,
            desk,
            (view, _) =>
                view.Pages.TryGetValue(name, out string? page)
                    ? Results.Text(page, "text/markdown; charset=utf-8")
                    : ApiAnswers.Problem(
                        StatusCodes.Status404NotFound,
                        Say.Get("api_no_chart", string.Join(", ", view.Pages.Keys))
                    )
        );

    private static async Task<IResult> ApprovalAsync(Guid id, HttpContext http, CaseDesk desk, string? store = null)
    {
        IReadOnlyList<TimelineEntry> timeline = await desk.Store.TimelineAsync(
            new CaseId(id),
            cancel: http.RequestAborted
        );
        return await ApiAnswers.OfWorkAsync(
            id,
            http,
            desk,
            (_, work) =>
            {
                CaseWork? one = store is null ? work : work.LinkedTo(store);
                string hash = one?.Response is WrittenResponse written ? Approval.VersionOf(written) : "";
                var approval = Approval.Of(timeline, hash);
                return Results.Ok(
                    new ApprovalItem(approval.IsWanted, approval.Author, approval.Given?.Who, approval.Given?.At, hash)
                );
            }
        );
    }

    private static async Task<IResult> ApproveAsync(
        Guid id,
        ApproveRequest request,
        HttpContext http,
        CaseDesk desk,
        string? store = null
    ) =>
        ApiAnswers.Done(
            await NoteActions.ApproveAsync(
                new CaseId(id),
                ApiAnswers.IsNameless(http, request.By) ? "" : ApiAnswers.Who(http, request.By),
                request.Do,
                request.Text ?? "",
                desk,
                http.RequestAborted,
                store
            )
        );

    private static async Task<IResult> ResemblanceAsync(Guid id, HttpContext http, CaseDesk desk, string? store = null)
    {
        CaseView? view = await desk.ViewAsync(new CaseId(id), http.RequestAborted);
        if (store is not null && view is { Work: { } there } && there.LinkedTo(store) is null)
        {
            return ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("api_no_store"));
        }

        Resemblance alike = (store is null ? view?.Work : view?.Work?.LinkedTo(store)) is { } work
            ? await Resemblance.OfAsync(new CaseId(id), work, desk, http.RequestAborted)
            : new Resemblance(0, 0);
        return await ApiAnswers.OfWorkAsync(
            id,
            http,
            desk,
            (_, _) => Results.Ok(new ResemblanceItem(alike.Groups, alike.Percent, alike.Warns))
        );
    }

    private static async Task<IResult> SentAsync(Guid id, SentRequest request, HttpContext http, CaseDesk desk) =>
        ApiAnswers.Done(
            ApiAnswers.IsNameless(http, request.By) ? Say.Get("send_who")
            : !request.Sure ? Say.Get("send_not_sure")
            : await CaseActions.SendAsync(
                new CaseId(id),
                ApiAnswers.Who(http, request.By),
                OverrideItem.All(request.Overrides, ApiAnswers.Who(http, request.By)),
                desk,
                http.RequestAborted
            )
        );

    private static async Task<IResult> MessageAsync(Guid id, MessageRequest request, HttpContext http, CaseDesk desk)
    {
        if (request.Text.Trim().Length == 0)
        {
            return ApiAnswers.Refused(Say.Get("new_no_text"));
        }

        await CaseActions.TakeTextAsync(
            new CaseId(id),
            ApiAnswers.Who(http, request.By),
            request.Text,
            desk,
            http.RequestAborted
        );
        return Results.NoContent();
    }

    private static Task<IResult> DecisionAsync(Guid id, HttpContext http, CaseDesk desk) =>
        ApiAnswers.OfWorkAsync(id, http, desk, (view, work) => Results.Ok(DecisionItem.Of(view, work)));

    private static async Task<IResult> NextAsync(Guid id, HttpContext http, CaseDesk desk) =>
        ApiAnswers.Done(await CaseActions.GoOnAsync(new CaseId(id), ApiAnswers.Who(http), desk));
}

/// <summary>Where a second person's approval stands.</summary>
/// <param name="Wanted">Whether nothing is sent without it.</param>
/// <param name="Author">Who last answered or edited; that person cannot approve.</param>
/// <param name="GivenBy">Who approved of this version; null when nobody did.</param>
/// <param name="Text">What tells this version from others: a hash of the text and of the papers that go with it.</param>
internal sealed record ApprovalItem(bool Wanted, string? Author, string? GivenBy, DateTimeOffset? GivenAt, string Text);

/// <summary>How much an answer resembles one that was sent for another client. Nothing tells which client that is.</summary>
/// <param name="Groups">How many groups of words of the seller's own it has.</param>
/// <param name="Percent">How many of them, in per cent, one answer for another client has too.</param>
/// <param name="Warns">Whether that is enough for Amazon to take one text for the other.</param>
internal sealed record ResemblanceItem(int Groups, int Percent, bool Warns);

/// <summary>Something about a second person's approval.</summary>
/// <param name="Do">want, waive, or approve.</param>
/// <param name="Text">The version that is approved of, as getApproval names it.</param>
/// <param name="By">On this machine: who approves. Else it is the token's person.</param>
internal sealed record ApproveRequest(string Do, string? Text = null, string? By = null) : ApiRequest;

/// <summary>That a person sent the answer.</summary>
/// <param name="Sure">True: it was sent.</param>
/// <param name="By">On this machine: who sent it. Else it is the token's person.</param>
/// <param name="Overrides">Rules that are set aside, with the reasons.</param>
internal sealed record SentRequest(bool Sure, string? By = null, IReadOnlyList<OverrideItem>? Overrides = null)
    : ApiRequest;

/// <summary>Amazon's answer.</summary>
internal sealed record MessageRequest(string Text, string? By = null) : ApiRequest;
