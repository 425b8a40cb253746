using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Answers.Matching;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Server.People;
using Reprieve.Server.Watching;
using Reprieve.Storage;

namespace Reprieve.Server.Api;

/// <summary>Mails that arrived in watched mailboxes.</summary>
internal static class ArrivalsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder arrivals = api.MapGroup(ArrivalPaths.All).WithTags("arrivals");
        arrivals
            .MapGet("", ListAsync)
            .Named("listArrivals", "Mails from and about Amazon that arrived in watched mailboxes, the newest 200")
            .Produces<IReadOnlyList<ArrivalItem>>();
        arrivals
            .MapGet("/{id:guid}", FindAsync)
            .Named("getArrival", "One of them, with the cases that it may belong to")
            .Produces<ArrivalDetail>();
        arrivals
            .MapPost("/{id:guid}", SortAsync)
            .Named("sortArrival", "Says where a mail belongs: into a case, into a new one, or nowhere")
            .Produces<SortedArrival>();
    }

    private static async Task<IResult> ListAsync(HttpContext http, ArrivalDesk desk, ArrivalState? state = null) =>
        Results.Ok(
            (
                await desk.ListAsync(
                    Caller.Of(http),
                    state is { } only ? [only] : Enum.GetValues<ArrivalState>(),
                    ListPage<ArrivalItem>.Most,
                    http.RequestAborted
                )
            ).Select(ArrivalItem.Of)
        );

    private static async Task<IResult> FindAsync(Guid id, HttpContext http, ArrivalDesk desk) =>
        await desk.ViewAsync(id, http.RequestAborted) is { } view
            ? Results.Ok(
                new ArrivalDetail(
                    ArrivalItem.Of(view.Arrival),
                    view.Read?.Text,
                    [
                        .. view.Possible.Select(one => new PossibleItem(
                            one.Case.Id.Value,
                            one.Case.Title,
                            one.Match.Verdict,
                            one.Match.Why
                        )),
                    ]
                )
            )
            : Gone();

    private static async Task<IResult> SortAsync(Guid id, SortRequest request, HttpContext http, ArrivalDesk desk)
    {
        (CaseId? lies, string? problem) = await desk.SortAsync(
            id,
            request.Choice,
            request.Case is { } into ? new CaseId(into) : null,
            request.Store,
            ApiAnswers.Who(http, request.By),
            http.RequestAborted
        );
        return problem is null ? Results.Ok(new SortedArrival(lies?.Value)) : ApiAnswers.Refused(problem);
    }

    private static IResult Gone() => ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("arrival_gone"));
}

/// <summary>A mail that arrived.</summary>
/// <param name="At">When, in UTC: as the mail server says.</param>
/// <param name="Case">The case it lies in; null for none.</param>
/// <param name="Kind">What it is; null once it was set aside, as are all that follow.</param>
internal sealed record ArrivalItem(
    Guid Id,
    Guid? Client,
    DateTimeOffset At,
    ArrivalState State,
    Guid? Case,
    NoticeKind? Kind,
    Decision? Decision,
    AuthenticityVerdict? Verdict,
    string? Subject,
    string? Marketplace,
    string? Mailbox,
    string? SortedBy
)
{
    public static ArrivalItem Of(Arrival arrival) =>
        new(
            arrival.Id,
            arrival.Client,
            arrival.At,
            arrival.State,
            arrival.Case?.Value,
            arrival.Message?.Kind,
            arrival.Message?.Decision,
            arrival.Message?.Verdict,
            arrival.Message?.Subject,
            arrival.Message?.Marketplace,
            arrival.Message?.Mailbox,
            arrival.SortedBy
        );
}

/// <summary>A mail that arrived, and where it may belong.</summary>
/// <param name="Text">What it says; null when it is not kept here any more.</param>
internal sealed record ArrivalDetail(ArrivalItem Arrival, string? Text, IReadOnlyList<PossibleItem> Possible);

/// <summary>A case that a mail may belong to, and why.</summary>
internal sealed record PossibleItem(Guid Case, string Title, MatchVerdict Verdict, IReadOnlyList<string> Why);

/// <summary>Where a mail belongs.</summary>
/// <param name="Case">The case, with the choice <c>case</c>.</param>
/// <param name="Store">The seller account, with the choice <c>open</c> of a client.</param>
internal sealed record SortRequest(ArrivalChoice Choice, Guid? Case = null, Guid? Store = null, string? By = null)
    : ApiRequest;

/// <summary>The case that a mail lies in now; null when it was set aside.</summary>
internal sealed record SortedArrival(Guid? Case);
