using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Appeals;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Responses;
using Reprieve.Server.Actions;
using Reprieve.Server.Desk;

namespace Reprieve.Server.Api;

/// <summary>The other stores of a case's event, each with an answer of its own.</summary>
internal static class LinkedStoresApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder stores = api.MapGroup("/cases/{id:guid}/stores").WithTags("send and decision");
        stores
            .MapGet("", ListAsync)
            .Named("getStores", "The other stores of the event, with their answers, ways and last days")
            .Produces<IReadOnlyList<LinkedStoreItem>>();
        stores
            .MapPost(
                "/{store}/answers",
                (Guid id, string store, AnswersRequest request, HttpContext http, CaseDesk desk) =>
                    AnswerApi.PutAsync(id, store, request, http, desk)
            )
            .Named("answerForStore", "Puts down what holds for one linked store alone")
            .Produces(204);
        stores
            .MapPost("/{store}/sent", SentAsync)
            .Named("recordStoreSent", "Writes down that a person sent the answer for a linked store")
            .Produces(204);
        stores
            .MapPost("/{store}/next", NextAsync)
            .Named("openStoreRound", "Opens the next round of a linked store")
            .Produces(204);
    }

    private static Task<IResult> ListAsync(Guid id, HttpContext http, CaseDesk desk) =>
        ApiAnswers.OfWorkAsync(
            id,
            http,
            desk,
            (view, work) =>
                Results.Ok(
                    work.Linked.Select(store =>
                            LinkedStoreItem.Of(
                                store,
                                view.Pages.GetValueOrDefault($"{store.Paths.Store}/{LinkedStoreItem.Way}")
                            )
                        )
                        .ToList()
                )
        );

    private static async Task<IResult> SentAsync(
        Guid id,
        string store,
        SentRequest request,
        HttpContext http,
        CaseDesk desk
    ) =>
        ApiAnswers.Done(
            ApiAnswers.IsNameless(http, request.By) ? Say.Get("send_who")
            : !request.Sure ? Say.Get("send_not_sure")
            : await LinkedStoreActions.SendAsync(
                new CaseId(id),
                store,
                ApiAnswers.Who(http, request.By),
                OverrideItem.All(request.Overrides, ApiAnswers.Who(http, request.By)),
                desk,
                http.RequestAborted
            )
        );

    private static async Task<IResult> NextAsync(Guid id, string store, HttpContext http, CaseDesk desk) =>
        ApiAnswers.Done(await LinkedStoreActions.GoOnAsync(new CaseId(id), store, ApiAnswers.Who(http), desk));
}

/// <summary>A linked store.</summary>
/// <param name="Key">What names it in the path.</param>
/// <param name="Name">The store's name; null while nobody says it.</param>
/// <param name="Language">The answer's language; null where nothing is written.</param>
/// <param name="Text">The answer's text; null where nothing is written.</param>
/// <param name="Route">Code of the way it is sent.</param>
/// <param name="HowToSend">The exact steps, as Markdown.</param>
/// <param name="Package">Whether the package is ready, open, refused …; its files are in <c>appeal-KEY/</c>.</param>
internal sealed record LinkedStoreItem(
    string Key,
    string? Marketplace,
    string? Name,
    CaseStage Stage,
    ResponseMode Mode,
    string? Language,
    string? Text,
    string? Route,
    string? HowToSend,
    PackageState? Package,
    IReadOnlyList<DateTimeOffset> Due
)
{
    public const string Way = "how-to-send.md";

    public static LinkedStoreItem Of(CaseWork work, string? way) =>
        new(
            work.Paths.Store!,
            work.Record.Marketplace,
            work.Store,
            work.Record.Stage,
            work.Response?.Mode ?? work.Notice.ResponseMode,
            work.Response?.Language,
            (work.Response as WrittenResponse)?.Text,
            work.Appeal?.Route.Code,
            way,
            work.Appeal?.State,
            [.. work.Notice.Deadlines.Select(deadline => deadline.Due).OfType<DateTimeOffset>().Order()]
        );
}
