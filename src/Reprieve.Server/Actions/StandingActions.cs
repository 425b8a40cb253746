using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Amazon;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;
using Reprieve.Server.Selling;
using Reprieve.Server.Selling.ByHand;
using Reprieve.Storage;

namespace Reprieve.Server.Actions;

/// <summary>How the account behind a connection stands.</summary>
internal static class StandingActions
{
    private const string One = "/{connection:guid}";
    private const string Look = One + "/look";
    private const string Limits = One + "/limits";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/connections" + One,
            (Guid connection, HttpContext http, ConnectionDesk desk) => ShowAsync(null, connection, http, desk)
        );
        app.MapGet(
            "/clients/{id:guid}/connections" + One,
            (Guid id, Guid connection, HttpContext http, ConnectionDesk desk) => ShowAsync(id, connection, http, desk)
        );
        RouteGroupBuilder own = app.MapGroup("/connections").AddEndpointFilter<TokenFilter>();
        own.MapPost(
            Look,
            (Guid connection, HttpContext http, ConnectionDesk desk) => LookAsync(null, connection, http, desk)
        );
        own.MapPost(
            Limits,
            (Guid connection, HttpContext http, ConnectionDesk desk) => LimitAsync(null, connection, http, desk)
        );
        RouteGroupBuilder clients = app.MapGroup("/clients/{id:guid}/connections").AddEndpointFilter<TokenFilter>();
        clients.MapPost(
            Look,
            (Guid id, Guid connection, HttpContext http, ConnectionDesk desk) => LookAsync(id, connection, http, desk)
        );
        clients.MapPost(
            Limits,
            (Guid id, Guid connection, HttpContext http, ConnectionDesk desk) => LimitAsync(id, connection, http, desk)
        );
    }

    private static async Task<IResult> ShowAsync(
        Guid? client,
        Guid connection,
        HttpContext http,
        ConnectionDesk desk,
        string? problem = null
    )
    {
        Client? whose = client is { } id ? http.Service<ClientShelf>().All.Find(id) : null;
        if (
            (client is null || whose is not null)
            && await desk.StandingAsync(client, connection, http.RequestAborted) is { } view
        )
        {
            return PageFrame.Page<StandingPage>(
                http,
                problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
                ("Client", whose),
                ("View", view),
                ("Limits", desk.ChoicesOf(view.Connection)),
                ("Menu", HandDay.Menu(http.Service<CaseDesk>().Knowledge)),
                ("IsOffline", desk.IsOffline),
                ("Problem", problem)
            );
        }

        return Gone(client, http);
    }

    /// <summary>There is no such connection.</summary>
    public static IResult Gone(Guid? client, HttpContext http) =>
        PageFrame.Page<MessagePage>(
            http,
            StatusCodes.Status404NotFound,
            ("Title", Say.Get("Selling_gone")),
            ("Back", client is { } back ? $"/clients/{back}/connections" : "/connections")
        );

    private static async Task<IResult> LookAsync(
        Guid? client,
        Guid connection,
        HttpContext http,
        ConnectionDesk desk
    ) =>
        await desk.LookAsync(client, connection, http.RequestAborted) is { } problem
            ? await ShowAsync(client, connection, http, desk, problem)
            : Form.To(Home(client, connection));

    private static async Task<IResult> LimitAsync(Guid? client, Guid connection, HttpContext http, ConnectionDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        try
        {
            return await desk.LimitAsync(
                client,
                connection,
                choices => LimitsEdit.Read(choices, code => form.Field(code)),
                http.RequestAborted
            )
                ? Form.To(Home(client, connection))
                : Gone(client, http);
        }
        catch (AmazonException fault)
        {
            return await ShowAsync(client, connection, http, desk, fault.Message);
        }
    }

    private static string Home(Guid? client, Guid connection) =>
        client is { } id ? $"/clients/{id}/connections/{connection}" : $"/connections/{connection}";
}
