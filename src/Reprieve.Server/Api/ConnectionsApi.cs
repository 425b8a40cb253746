using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Amazon;
using Reprieve.Server.Actions;
using Reprieve.Server.Desk;
using Reprieve.Server.Selling;
using Reprieve.Storage;

namespace Reprieve.Server.Api;

/// <summary>Connections to Amazon. Their secrets go in and never out.</summary>
internal static class ConnectionsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder own = api.MapGroup("/connections").WithTags("connections");
        own.MapGet("", (HttpContext http, ConnectionDesk desk) => ListAsync(null, http, desk))
            .Named("listConnections", "The connections to Amazon of whoever works without clients")
            .Produces<IReadOnlyList<ConnectionItem>>();
        own.MapPut(
                "",
                (ConnectionRequest request, HttpContext http, ConnectionDesk desk) =>
                    SaveAsync(null, request, http, desk)
            )
            .Named("setConnection", "Keeps a connection to Amazon; one of the same name gives way")
            .Produces<ConnectionItem>();
        own.MapPost(
                "/{connection:guid}/test",
                (Guid connection, HttpContext http, ConnectionDesk desk) => TestAsync(null, connection, http, desk)
            )
            .Named("testConnection", "Asks Amazon what a connection gives, and changes nothing there")
            .Produces<TrialItem>();
        own.MapDelete(
                "/{connection:guid}",
                (Guid connection, HttpContext http, ConnectionDesk desk) => RemoveAsync(null, connection, http, desk)
            )
            .Named("removeConnection", "Forgets a connection to Amazon with its secrets")
            .Produces(204);
        RouteGroupBuilder client = api.MapGroup("/clients/{id:guid}/connections").WithTags("connections");
        client
            .MapGet("", (Guid id, HttpContext http, ConnectionDesk desk) => ListAsync(id, http, desk))
            .Named("listClientConnections", "The connections to Amazon of a client")
            .Produces<IReadOnlyList<ConnectionItem>>();
        client
            .MapPut(
                "",
                (Guid id, ConnectionRequest request, HttpContext http, ConnectionDesk desk) =>
                    SaveAsync(id, request, http, desk)
            )
            .Named("setClientConnection", "Keeps a connection of a client to Amazon; one of the same name gives way")
            .Produces<ConnectionItem>();
        client
            .MapPost(
                "/{connection:guid}/test",
                (Guid id, Guid connection, HttpContext http, ConnectionDesk desk) =>
                    TestAsync(id, connection, http, desk)
            )
            .Named("testClientConnection", "Asks Amazon what a client's connection gives, and changes nothing there")
            .Produces<TrialItem>();
        client
            .MapDelete(
                "/{connection:guid}",
                (Guid id, Guid connection, HttpContext http, ConnectionDesk desk) =>
                    RemoveAsync(id, connection, http, desk)
            )
            .Named("removeClientConnection", "Forgets a connection of a client to Amazon with its secrets")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(Guid? client, HttpContext http, ConnectionDesk desk) =>
        Missing(client, http)
        ?? Results.Ok((await desk.OfAsync(client, http.RequestAborted)).Select(ConnectionItem.Of).ToList());

    private static async Task<IResult> SaveAsync(
        Guid? client,
        ConnectionRequest request,
        HttpContext http,
        ConnectionDesk desk
    )
    {
        try
        {
            return Missing(client, http)
                ?? Results.Ok(ConnectionItem.Of(await desk.SaveAsync(client, request.Edit, http.RequestAborted)));
        }
        catch (AmazonException fault)
        {
            return ApiAnswers.Refused(fault.Message);
        }
    }

    private static async Task<IResult> TestAsync(
        Guid? client,
        Guid connection,
        HttpContext http,
        ConnectionDesk desk
    ) =>
        Missing(client, http)
        ?? (
            await desk.TestAsync(client, connection, http.RequestAborted) is { } trial
                ? Results.Ok(TrialItem.Of(trial))
                : ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("Selling_gone"))
        );

    private static async Task<IResult> RemoveAsync(Guid? client, Guid connection, HttpContext http, ConnectionDesk desk)
    {
        if (Missing(client, http) is { } missing)
        {
            return missing;
        }

        await desk.RemoveAsync(client, connection, http.RequestAborted);
        return Results.NoContent();
    }

    /// <summary>The answer where there is no such client; null where there is, or none is asked for.</summary>
    public static IResult? Missing(Guid? client, HttpContext http) =>
        client is { } id && http.Service<ClientShelf>().All.Find(id) is null
            ? ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("client_gone"))
            : null;
}

/// <summary>A connection to Amazon, without its secrets.</summary>
/// <param name="Region">A code of amazon-regions in knowledge.</param>
/// <param name="ByHand">Whether it opens nothing, and a person looks at the page.</param>
/// <param name="ClientId">The LWA client id of the owner's application; empty where the watch is kept by hand.</param>
/// <param name="SellerId">The merchant token; null where it is not known.</param>
/// <param name="Stores">The stores that it is for; none for all in which the account takes part.</param>
/// <param name="Trial">What its last trial found; null when it was not tried since it was changed.</param>
internal sealed record ConnectionItem(
    Guid Id,
    string Name,
    string Region,
    bool ByHand,
    string ClientId,
    string? SellerId,
    IReadOnlyList<string> Stores,
    TrialItem? Trial
)
{
    public static ConnectionItem Of(StoredConnection connection) =>
        new(
            connection.Id,
            connection.Name,
            connection.Region,
            connection.ByHand,
            connection.ClientId,
            connection.SellerId,
            connection.Stores,
            connection.Trial is { } trial ? TrialItem.Of(trial) : null
        );
}

/// <summary>What a trial of a connection found.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Good">Whether there is a store, and nothing was refused.</param>
/// <param name="Stores">The stores of the account.</param>
/// <param name="Rights">What was tried; a refusal in the language of whoever tried it.</param>
/// <param name="Trouble">Why the account could not be opened at all, in that language; null when it could.</param>
internal sealed record TrialItem(
    DateTimeOffset At,
    bool Good,
    IReadOnlyList<FoundStore> Stores,
    IReadOnlyList<ConnectionRight> Rights,
    string? Trouble
)
{
    public static TrialItem Of(ConnectionTrial trial) =>
        new(trial.At, trial.Good, trial.Stores, trial.Rights, trial.Trouble);
}

/// <summary>What somebody says of a connection to Amazon; a secret that is left out stays as it is.</summary>
/// <param name="Region">A code of amazon-regions in knowledge.</param>
/// <param name="ClientId">The LWA client id of the owner's application.</param>
/// <param name="ClientSecret">The secret of that application.</param>
/// <param name="RefreshToken">What the owner's authorization gave.</param>
/// <param name="SellerId">The merchant token; without it listings are not asked for.</param>
/// <param name="Stores">The stores that it is for; left out or empty, all in which the account takes part.</param>
internal sealed record ConnectionRequest(
    string Name,
    string Region,
    string ClientId,
    string? ClientSecret = null,
    string? RefreshToken = null,
    string? SellerId = null,
    IReadOnlyList<string>? Stores = null
) : ApiRequest
{
    public ConnectionEdit Edit => new(Name, Region, ClientId, ClientSecret, RefreshToken, SellerId, Stores);
}
