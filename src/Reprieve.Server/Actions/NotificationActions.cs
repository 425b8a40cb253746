using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Amazon;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;
using Reprieve.Server.Selling;
using Reprieve.Server.Selling.Notifying;
using Reprieve.Storage;

namespace Reprieve.Server.Actions;

/// <summary>What Amazon tells of an account by itself.</summary>
internal static class NotificationActions
{
    public static void Map(IEndpointRouteBuilder app)
    {
        const string one = "/{connection:guid}/notifications";
        app.MapGet(
            "/connections" + one,
            (Guid connection, HttpContext http, QueueDesk desk) => ShowAsync(null, connection, http, desk)
        );
        app.MapGet(
            "/clients/{id:guid}/connections" + one,
            (Guid id, Guid connection, HttpContext http, QueueDesk desk) => ShowAsync(id, connection, http, desk)
        );
        RouteGroupBuilder own = app.MapGroup("/connections" + one).AddEndpointFilter<TokenFilter>();
        own.MapPost(
            "",
            (Guid connection, HttpContext http, QueueDesk desk) => SetUpAsync(null, connection, http, desk)
        );
        own.MapPost(
            "/end",
            (Guid connection, HttpContext http, QueueDesk desk) => EndAsync(null, connection, http, desk)
        );
        RouteGroupBuilder client = app.MapGroup("/clients/{id:guid}/connections" + one)
            .AddEndpointFilter<TokenFilter>();
        client.MapPost(
            "",
            (Guid id, Guid connection, HttpContext http, QueueDesk desk) => SetUpAsync(id, connection, http, desk)
        );
        client.MapPost(
            "/end",
            (Guid id, Guid connection, HttpContext http, QueueDesk desk) => EndAsync(id, connection, http, desk)
        );
    }

    private static async Task<IResult> ShowAsync(
        Guid? client,
        Guid connection,
        HttpContext http,
        QueueDesk desk,
        string? problem = null,
        QueueEdit? typed = null
    )
    {
        Client? whose = client is { } id ? http.Service<ClientShelf>().All.Find(id) : null;
        if (
            (client is null || whose is not null)
            && await desk.ViewAsync(client, connection, http.RequestAborted) is { } view
        )
        {
            return PageFrame.Page<NotificationsPage>(
                http,
                problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
                ("Client", whose),
                ("Knowledge", http.Service<CaseDesk>().Knowledge),
                ("View", view),
                ("Account", http.Request.Query["account"].FirstOrDefault()),
                ("IsOffline", http.Service<ConnectionDesk>().IsOffline),
                ("Problem", problem),
                ("Typed", typed?.WithoutSecret())
            );
        }

        return StandingActions.Gone(client, http);
    }

    private static async Task<IResult> SetUpAsync(Guid? client, Guid connection, HttpContext http, QueueDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        var edit = new QueueEdit(
            form.Field("keyId"),
            form.Field("keySecret"),
            form.Field("queue"),
            [.. form["replace"].OfType<string>()]
        );
        try
        {
            return await desk.SetUpAsync(client, connection, edit, http.RequestAborted) is null
                ? StandingActions.Gone(client, http)
                : Form.To(Home(client, connection));
        }
        catch (AmazonException fault)
        {
            return await ShowAsync(client, connection, http, desk, fault.Message, edit);
        }
    }

    private static async Task<IResult> EndAsync(Guid? client, Guid connection, HttpContext http, QueueDesk desk)
    {
        IReadOnlyList<string> left = await desk.EndAsync(client, connection, http.RequestAborted);
        return left.Count == 0
            ? Form.To(Home(client, connection))
            : await ShowAsync(client, connection, http, desk, string.Join(' ', left));
    }

    private static string Home(Guid? client, Guid connection) =>
        client is { } id
            ? $"/clients/{id}/connections/{connection}/notifications"
            : $"/connections/{connection}/notifications";
}
