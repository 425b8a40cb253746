using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Practices.Standing;
using Reprieve.Server.Selling;

namespace Reprieve.Server.Api;

/// <summary>How the accounts behind connections stand.</summary>
internal static class StandingApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder own = api.MapGroup("/connections/{connection:guid}").WithTags("connections");
        own.MapGet(
                "/standing",
                (Guid connection, HttpContext http, ConnectionDesk desk) => ShowAsync(null, connection, http, desk)
            )
            .Named("getStanding", "How the account behind a connection stands, as it was seen last")
            .Produces<StandingItem>();
        own.MapPost(
                "/look",
                (Guid connection, HttpContext http, ConnectionDesk desk) => LookAsync(null, connection, http, desk)
            )
            .Named("lookAtAccount", "Has the account behind a connection looked at now; it takes minutes")
            .Produces(202);
        RouteGroupBuilder client = api.MapGroup("/clients/{id:guid}/connections/{connection:guid}")
            .WithTags("connections");
        client
            .MapGet(
                "/standing",
                (Guid id, Guid connection, HttpContext http, ConnectionDesk desk) =>
                    ShowAsync(id, connection, http, desk)
            )
            .Named("getClientStanding", "How the account behind a client's connection stands, as it was seen last")
            .Produces<StandingItem>();
        client
            .MapPost(
                "/look",
                (Guid id, Guid connection, HttpContext http, ConnectionDesk desk) =>
                    LookAsync(id, connection, http, desk)
            )
            .Named("lookAtClientAccount", "Has the account behind a client's connection looked at now")
            .Produces(202);
    }

    private static async Task<IResult> ShowAsync(
        Guid? client,
        Guid connection,
        HttpContext http,
        ConnectionDesk desk
    ) =>
        ConnectionsApi.Missing(client, http)
        ?? (
            await desk.StandingAsync(client, connection, http.RequestAborted) is { } view
                ? Results.Ok(StandingItem.Of(view))
                : ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("Selling_gone"))
        );

    private static async Task<IResult> LookAsync(Guid? client, Guid connection, HttpContext http, ConnectionDesk desk)
    {
        if (ConnectionsApi.Missing(client, http) is { } missing)
        {
            return missing;
        }

        if (await desk.StandingAsync(client, connection, http.RequestAborted) is null)
        {
            return ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("Selling_gone"));
        }

        return await desk.LookAsync(client, connection, http.RequestAborted) is { } problem
            ? ApiAnswers.Refused(problem)
            : Results.StatusCode(StatusCodes.Status202Accepted);
    }
}

/// <summary>How an account stands.</summary>
/// <param name="Seen">When it was seen last, UTC; null when it never was.</param>
/// <param name="Next">When it is looked at next, UTC; null where nobody looks.</param>
/// <param name="IsLooking">Whether it is looked at now.</param>
/// <param name="Trouble">Why the last look saw nothing, in words; null when it did.</param>
internal sealed record StandingItem(
    DateTimeOffset? Seen,
    DateTimeOffset? Next,
    bool IsLooking,
    string? Trouble,
    IReadOnlyList<StoreStandingItem> Stores
)
{
    public static StandingItem Of(StandingView view) =>
        new(
            view.Seen,
            view.Look?.Next,
            view.Look?.IsLooking == true,
            view.Look?.Trouble,
            [.. view.Stores.Select(StoreStandingItem.Of)]
        );
}

/// <summary>How an account stands in one store.</summary>
/// <param name="Store">A code of marketplaces in knowledge.</param>
/// <param name="Status">Amazon's word for the account; null where it says none.</param>
/// <param name="Warnings">What to see to, the gravest first; estimates say that they are some.</param>
/// <param name="Since">The day that the newest look is held against; null while there is but one.</param>
/// <param name="Changes">What changed since then, the weightiest first.</param>
/// <param name="Figures">Rates and the rating, with a value for each of the last days.</param>
/// <param name="Counters">Violations, complaints and requests, with a value for each of the last days.</param>
internal sealed record StoreStandingItem(
    string Store,
    string? Status,
    IReadOnlyList<EarlyWarning> Warnings,
    DateOnly? Since,
    IReadOnlyList<StandingChange> Changes,
    IReadOnlyList<StandingTrend> Figures,
    IReadOnlyList<StandingTrend> Counters
)
{
    public static StoreStandingItem Of(StoreView store) =>
        new(store.Store, store.Last.Status, store.Warnings, store.Since, store.Changes, store.Figures, store.Counters);
}
