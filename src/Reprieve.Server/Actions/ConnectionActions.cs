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

/// <summary>Connections to Amazon: those of a client, and those of whoever works without clients.</summary>
internal static class ConnectionActions
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/connections", (HttpContext http, ConnectionDesk desk) => ShowAsync(null, http, desk));
        app.MapGet(
            "/clients/{id:guid}/connections",
            (Guid id, HttpContext http, ConnectionDesk desk) => ShowAsync(id, http, desk)
        );
        RouteGroupBuilder own = app.MapGroup("/connections").AddEndpointFilter<TokenFilter>();
        own.MapPost("", (HttpContext http, ConnectionDesk desk) => SaveAsync(null, http, desk));
        own.MapPost(
            "/{connection:guid}/test",
            (Guid connection, HttpContext http, ConnectionDesk desk) => TestAsync(null, connection, http, desk)
        );
        own.MapPost(
            "/{connection:guid}/remove",
            (Guid connection, HttpContext http, ConnectionDesk desk) => RemoveAsync(null, connection, http, desk)
        );
        RouteGroupBuilder client = app.MapGroup("/clients/{id:guid}/connections").AddEndpointFilter<TokenFilter>();
        client.MapPost("", (Guid id, HttpContext http, ConnectionDesk desk) => SaveAsync(id, http, desk));
        client.MapPost(
            "/{connection:guid}/test",
            (Guid id, Guid connection, HttpContext http, ConnectionDesk desk) => TestAsync(id, connection, http, desk)
        );
        client.MapPost(
            "/{connection:guid}/remove",
            (Guid id, Guid connection, HttpContext http, ConnectionDesk desk) => RemoveAsync(id, connection, http, desk)
        );
    }

    /// <summary>The page; with what was typed and could not be kept.</summary>
    public static async Task<IResult> ShowAsync(
        Guid? client,
        HttpContext http,
        ConnectionDesk desk,
        string? problem = null,
        ConnectionEdit? typed = null
    )
    {
        Client? whose = client is { } id ? http.Service<ClientShelf>().All.Find(id) : null;
        IReadOnlyList<StoredConnection> all = await desk.OfAsync(client, http.RequestAborted);
        return client is not null && whose is null
            ? ClientActions.Gone(http)
            : PageFrame.Page<ConnectionsPage>(
                http,
                problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
                ("Client", whose),
                ("Knowledge", http.Service<CaseDesk>().Knowledge),
                ("Connections", all),
                ("Due", await http.Service<HandDesk>().DueAsync(all, http.RequestAborted)),
                ("Changing", http.Request.Query["change"].FirstOrDefault()),
                ("IsOffline", desk.IsOffline),
                ("Problem", problem),
                ("Typed", typed?.WithoutSecrets())
            );
    }

    private static async Task<IResult> SaveAsync(Guid? client, HttpContext http, ConnectionDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        var edit = new ConnectionEdit(
            form.Field("name"),
            form.Field("region"),
            form.Field("clientId"),
            form.Field("clientSecret"),
            form.Field("refreshToken"),
            form.Field("sellerId"),
            [.. form["stores"].OfType<string>()]
        );
        try
        {
            StoredConnection kept = await desk.SaveAsync(client, edit, http.RequestAborted);
            await desk.TestAsync(client, kept.Id, http.RequestAborted);
            return Form.To(Home(client), "saved");
        }
        catch (AmazonException fault)
        {
            return await ShowAsync(client, http, desk, fault.Message, edit);
        }
    }

    private static async Task<IResult> TestAsync(Guid? client, Guid connection, HttpContext http, ConnectionDesk desk)
    {
        string? problem =
            await desk.TestAsync(client, connection, http.RequestAborted) is not { } trial ? Say.Get("Selling_gone")
            : desk.IsOffline ? trial.Trouble
            : null;
        return problem is null ? Form.To(Home(client)) : await ShowAsync(client, http, desk, problem);
    }

    private static async Task<IResult> RemoveAsync(Guid? client, Guid connection, HttpContext http, ConnectionDesk desk)
    {
        if ((await http.Request.ReadFormAsync()).Field("sure") != "yes")
        {
            return await ShowAsync(client, http, desk, Say.Get("Selling_not_sure"));
        }

        IReadOnlyList<string> left = await desk.RemoveAsync(client, connection, http.RequestAborted);
        return left.Count == 0
            ? Form.To(Home(client), "removed")
            : await ShowAsync(client, http, desk, string.Join(' ', left.Prepend(Say.Get("Selling_removed_but"))));
    }

    private static string Home(Guid? client) => client is { } id ? $"/clients/{id}/connections" : "/connections";
}
