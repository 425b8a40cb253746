using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Amazon;
using Reprieve.Amazon.Notifications;
using Reprieve.Knowledge;
using Reprieve.Server.Selling.Notifying;
using Reprieve.Storage;

namespace Reprieve.Server.Api;

/// <summary>What Amazon tells of accounts by itself, and the queues through which it comes. Secrets go in and never out.</summary>
internal static class NotificationsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        const string one = "/{connection:guid}/notifications";
        RouteGroupBuilder own = api.MapGroup("/connections" + one).WithTags("connections");
        own.MapGet("", (Guid connection, HttpContext http, QueueDesk desk) => ShowAsync(null, connection, http, desk))
            .Named("getNotifications", "How it stands with what Amazon tells of an account by itself")
            .Produces<NotificationsItem>();
        own.MapPut(
                "",
                (Guid connection, QueueRequest request, HttpContext http, QueueDesk desk) =>
                    SetUpAsync(null, connection, request, http, desk)
            )
            .Named("setNotifications", "Has Amazon tell what happens at an account; doing it again changes nothing")
            .Produces<NotificationsItem>();
        own.MapDelete("", (Guid connection, HttpContext http, QueueDesk desk) => EndAsync(null, connection, http, desk))
            .Named("endNotifications", "Ends what Amazon tells of an account, and forgets the key")
            .Produces<NotificationsEnd>();
        RouteGroupBuilder client = api.MapGroup("/clients/{id:guid}/connections" + one).WithTags("connections");
        client
            .MapGet(
                "",
                (Guid id, Guid connection, HttpContext http, QueueDesk desk) => ShowAsync(id, connection, http, desk)
            )
            .Named("getClientNotifications", "How it stands with what Amazon tells of a client's account by itself")
            .Produces<NotificationsItem>();
        client
            .MapPut(
                "",
                (Guid id, Guid connection, QueueRequest request, HttpContext http, QueueDesk desk) =>
                    SetUpAsync(id, connection, request, http, desk)
            )
            .Named("setClientNotifications", "Has Amazon tell what happens at a client's account")
            .Produces<NotificationsItem>();
        client
            .MapDelete(
                "",
                (Guid id, Guid connection, HttpContext http, QueueDesk desk) => EndAsync(id, connection, http, desk)
            )
            .Named("endClientNotifications", "Ends what Amazon tells of a client's account, and forgets the key")
            .Produces<NotificationsEnd>();
    }

    private static async Task<IResult> ShowAsync(Guid? client, Guid connection, HttpContext http, QueueDesk desk) =>
        ConnectionsApi.Missing(client, http) ?? Shown(await desk.ViewAsync(client, connection, http.RequestAborted));

    private static async Task<IResult> SetUpAsync(
        Guid? client,
        Guid connection,
        QueueRequest request,
        HttpContext http,
        QueueDesk desk
    )
    {
        try
        {
            return ConnectionsApi.Missing(client, http)
                ?? Shown(await desk.SetUpAsync(client, connection, request.Edit, http.RequestAborted));
        }
        catch (AmazonException fault)
        {
            return ApiAnswers.Refused(fault.Message);
        }
    }

    private static async Task<IResult> EndAsync(Guid? client, Guid connection, HttpContext http, QueueDesk desk) =>
        ConnectionsApi.Missing(client, http)
        ?? Results.Ok(new NotificationsEnd(await desk.EndAsync(client, connection, http.RequestAborted)));

    private static IResult Shown(QueueView? view) =>
        view is null
            ? ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("Selling_gone"))
            : Results.Ok(NotificationsItem.Of(view));
}

/// <summary>How it stands with the notifications of an account.</summary>
/// <param name="Queue">The ARN of the queue; null where there is none yet.</param>
/// <param name="KeyId">The id of the AWS access key; null where nothing was set up.</param>
/// <param name="SetUp">When it was set up last, UTC; null when it was not since it was changed.</param>
/// <param name="Trouble">Why that did not come to its end, in the language of whoever did it; null when it did.</param>
/// <param name="Types">Each type of notification that Reprieve has a use for.</param>
/// <param name="StepsByHand">What is left to do in the AWS console.</param>
/// <param name="Looked">When the queue was emptied last since the program started, UTC.</param>
/// <param name="QueueTrouble">Why it cannot be emptied, in words; null when it can, or nobody tries.</param>
/// <param name="Taken">Notifications that came since the program started.</param>
/// <param name="SetAside">Messages that nothing could be done with.</param>
internal sealed record NotificationsItem(
    string? Queue,
    string? KeyId,
    DateTimeOffset? SetUp,
    string? Trouble,
    IReadOnlyList<NotificationTypeItem> Types,
    IReadOnlyList<HandStep> StepsByHand,
    DateTimeOffset? Looked,
    string? QueueTrouble,
    int Taken,
    int SetAside
)
{
    public static NotificationsItem Of(QueueView view) =>
        new(
            view.Connection.Queue?.Arn,
            view.Connection.Queue?.KeyId,
            view.Connection.Queue?.SetUp?.At,
            view.Connection.Queue?.SetUp?.Trouble,
            [.. view.Lines.Select(line => NotificationTypeItem.Of(line.Type, line.Outcome))],
            view.StepsByHand,
            view.Standing?.Looked,
            view.Standing?.Trouble,
            view.Standing?.Taken ?? 0,
            view.Standing?.SetAside.Count ?? 0
        );
}

/// <summary>A type of notification.</summary>
/// <param name="Type">Amazon's name of it.</param>
/// <param name="Comes">Whether Amazon sends it; over EventBridge it arrives when the steps by hand are done.</param>
/// <param name="Problem">Why it does not come, in words; null when it does, or nobody tried.</param>
internal sealed record NotificationTypeItem(string Type, bool Comes, string? Problem)
{
    public static NotificationTypeItem Of(NotificationType type, StoredSubscription? outcome) =>
        new(type.Type, outcome is { Problem: null }, outcome?.Problem);
}

/// <summary>What was ended.</summary>
/// <param name="Left">What Amazon still sends, and why that could not be ended, in words; empty when nothing is.</param>
internal sealed record NotificationsEnd(IReadOnlyList<string> Left);

/// <summary>The queue of a connection; a secret that is left out stays as it is.</summary>
/// <param name="KeyId">The id of the AWS access key.</param>
/// <param name="KeySecret">Its secret.</param>
/// <param name="Queue">The ARN or URL of a queue that is there; left out, Reprieve makes one, or keeps the one that it made.</param>
/// <param name="Replace">Types whose subscription to another place is given up for this queue.</param>
internal sealed record QueueRequest(
    string KeyId,
    string? KeySecret = null,
    string? Queue = null,
    IReadOnlyList<string>? Replace = null
) : ApiRequest
{
    public QueueEdit Edit => new(KeyId, KeySecret, Queue, Replace);
}
