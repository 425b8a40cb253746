using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Amazon;
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
        own.MapPut(
                "/limits",
                (Guid connection, LimitsRequest request, HttpContext http, ConnectionDesk desk) =>
                    LimitAsync(null, connection, request, http, desk)
            )
            .Named("setLimits", "Sets limits of an account's own, before which it is warned earlier than at Amazon's")
            .Produces(204);
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
        client
            .MapPut(
                "/limits",
                (Guid id, Guid connection, LimitsRequest request, HttpContext http, ConnectionDesk desk) =>
                    LimitAsync(id, connection, request, http, desk)
            )
            .Named("setClientLimits", "Sets limits of its own for the account behind a client's connection")
            .Produces(204);
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

    private static async Task<IResult> LimitAsync(
        Guid? client,
        Guid connection,
        LimitsRequest request,
        HttpContext http,
        ConnectionDesk desk
    )
    {
        try
        {
            return ConnectionsApi.Missing(client, http)
                ?? (
                    await desk.LimitAsync(
                        client,
                        connection,
                        choices => LimitsEdit.Checked(choices, request.Limits),
                        http.RequestAborted
                    )
                        ? Results.NoContent()
                        : ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("Selling_gone"))
                );
        }
        catch (AmazonException fault)
        {
            return ApiAnswers.Refused(fault.Message);
        }
    }
}

/// <summary>Limits of an account's own.</summary>
/// <param name="Limits">By the code of a warning in knowledge: rates as fractions, the rating in points. None: Amazon's hold.</param>
internal sealed record LimitsRequest(IReadOnlyDictionary<string, double> Limits) : ApiRequest;

/// <summary>How an account stands.</summary>
/// <param name="Seen">When it was seen last, UTC; null when it never was.</param>
/// <param name="Next">When it is looked at next, UTC; null where nobody looks.</param>
/// <param name="IsLooking">Whether it is looked at now.</param>
/// <param name="Trouble">Why the last look saw nothing, in words; null when it did.</param>
/// <param name="Orders">The orders that are to be shipped.</param>
/// <param name="Due">The day for which somebody has still to look at the page, in the store's zone; null where nobody has.</param>
internal sealed record StandingItem(
    DateTimeOffset? Seen,
    DateTimeOffset? Next,
    bool IsLooking,
    string? Trouble,
    IReadOnlyList<StoreStandingItem> Stores,
    OrdersItem Orders,
    DateOnly? Due
)
{
    public static StandingItem Of(StandingView view) =>
        new(
            view.Seen,
            view.Look?.Next,
            view.Look?.IsLooking == true,
            view.Look?.Standing.Trouble,
            [.. view.Stores.Select(StoreStandingItem.Of)],
            OrdersItem.Of(view),
            view.Due
        );
}

/// <summary>The orders that the seller has to ship.</summary>
/// <param name="Seen">When they were looked at last, UTC; null when they were not since the start.</param>
/// <param name="Trouble">Why the last look at them saw nothing, in words; null when it did.</param>
/// <param name="Open">How many are not all shipped; null where they were not looked at.</param>
/// <param name="IsWhole">Whether these are all; false where there are more than are asked for.</param>
/// <param name="Due">Those that are late or will be within a day, the most urgent first.</param>
internal sealed record OrdersItem(
    DateTimeOffset? Seen,
    string? Trouble,
    int? Open,
    bool IsWhole,
    IReadOnlyList<OrderDueItem> Due
)
{
    public static OrdersItem Of(StandingView view) =>
        new(
            view.Orders.Seen,
            view.Look?.Orders.Trouble,
            view.Orders.Open,
            view.Orders.IsWhole,
            [.. view.Orders.Due.Select(order => new OrderDueItem(order.OrderId, order.Store, order.ShipBy, order.Late))]
        );
}

/// <summary>An order that is late or will be.</summary>
/// <param name="Store">A code of marketplaces in knowledge; null where Amazon did not say it.</param>
/// <param name="ShipBy">The end of its ship-by window, in the store's zone.</param>
/// <param name="Late">Whether that has passed.</param>
internal sealed record OrderDueItem(string OrderId, string? Store, DateTimeOffset ShipBy, bool Late);

/// <summary>How an account stands in one store.</summary>
/// <param name="Store">A code of marketplaces in knowledge.</param>
/// <param name="Status">Amazon's word for the account; null where it says none.</param>
/// <param name="Warnings">What to see to, the gravest first; estimates say that they are some.</param>
/// <param name="Since">The day that the newest look is held against; null while there is but one.</param>
/// <param name="Changes">What changed since then, the weightiest first.</param>
/// <param name="Figures">Rates and the rating, with a value for each of the last days.</param>
/// <param name="Counters">Violations, complaints and requests, with a value for each of the last days.</param>
/// <param name="Listings">How many listings can be bought, cannot be, and are not seen; empty where nobody counts them.</param>
internal sealed record StoreStandingItem(
    string Store,
    string? Status,
    IReadOnlyList<EarlyWarning> Warnings,
    DateOnly? Since,
    IReadOnlyList<StandingChange> Changes,
    IReadOnlyList<StandingTrend> Figures,
    IReadOnlyList<StandingTrend> Counters,
    IReadOnlyList<StandingTrend> Listings
)
{
    public static StoreStandingItem Of(StoreView store) =>
        new(
            store.Store,
            store.Last.Status,
            store.Warnings,
            store.Since,
            store.Changes,
            store.Figures,
            store.Counters,
            store.Listings
        );
}
