using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Mail;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Mailing;
using Reprieve.Server.Pages;
using Reprieve.Server.Watching;
using Reprieve.Storage;

namespace Reprieve.Server.Actions;

/// <summary>Mailboxes that answers go from: those of a client, and those of whoever works without clients.</summary>
internal static class MailboxActions
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/mailboxes", (HttpContext http, MailboxDesk desk) => ShowAsync(null, http, desk));
        app.MapGet(
            "/clients/{id:guid}/mailboxes",
            (Guid id, HttpContext http, MailboxDesk desk) => ShowAsync(id, http, desk)
        );
        RouteGroupBuilder own = app.MapGroup("/mailboxes").AddEndpointFilter<TokenFilter>();
        own.MapPost("", (HttpContext http, MailboxDesk desk) => SaveAsync(null, http, desk));
        own.MapPost(
            "/{mailbox:guid}/test",
            (Guid mailbox, HttpContext http, MailboxDesk desk) => TestAsync(null, mailbox, http, desk)
        );
        own.MapPost(
            "/{mailbox:guid}/remove",
            (Guid mailbox, HttpContext http, MailboxDesk desk) => RemoveAsync(null, mailbox, http, desk)
        );
        own.MapPost(
            "/{mailbox:guid}/watch",
            (Guid mailbox, HttpContext http, MailboxDesk desk) => WatchAsync(null, mailbox, http, desk)
        );
        RouteGroupBuilder client = app.MapGroup("/clients/{id:guid}/mailboxes").AddEndpointFilter<TokenFilter>();
        client.MapPost("", (Guid id, HttpContext http, MailboxDesk desk) => SaveAsync(id, http, desk));
        client.MapPost(
            "/{mailbox:guid}/test",
            (Guid id, Guid mailbox, HttpContext http, MailboxDesk desk) => TestAsync(id, mailbox, http, desk)
        );
        client.MapPost(
            "/{mailbox:guid}/watch",
            (Guid id, Guid mailbox, HttpContext http, MailboxDesk desk) => WatchAsync(id, mailbox, http, desk)
        );
        client.MapPost(
            "/{mailbox:guid}/remove",
            (Guid id, Guid mailbox, HttpContext http, MailboxDesk desk) => RemoveAsync(id, mailbox, http, desk)
        );
    }

    private static async Task<IResult> ShowAsync(
        Guid? client,
        HttpContext http,
        MailboxDesk desk,
        string? problem = null,
        MailboxEdit? typed = null,
        (Mailbox Box, MailTest Test)? tested = null
    )
    {
        Client? whose = client is { } id ? http.Service<ClientShelf>().All.Find(id) : null;
        if (client is not null && whose is null)
        {
            return ClientActions.Gone(http);
        }

        return PageFrame.Page<MailboxesPage>(
            http,
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            ("Client", whose),
            ("Knowledge", http.Service<CaseDesk>().Knowledge),
            ("Mailboxes", await desk.OfAsync(client, http.RequestAborted)),
            ("StandingOf", (Func<Guid, MailboxStanding?>)http.Service<MailboxWatching>().StandingOf),
            ("IsOffline", http.Service<MailboxWatching>().IsOffline),
            ("Problem", problem),
            ("Typed", typed),
            ("Test", tested?.Test),
            ("Tested", tested?.Box.Address)
        );
    }

    private static async Task<IResult> SaveAsync(Guid? client, HttpContext http, MailboxDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        var edit = new MailboxEdit(
            form.Field("address"),
            form.Field("name"),
            form.Field("user"),
            form["password"].ToString(),
            form.Field("oauthClient"),
            form.Field("oauthSecret"),
            form.Field("oauthToken"),
            form.Field("smtp"),
            form.Field("imap"),
            form.Field("watch") == "yes" ? true : null
        );
        try
        {
            await desk.SaveAsync(client, edit, http.RequestAborted);
            return Form.To(Home(client), "saved");
        }
        catch (MailException fault)
        {
            return await ShowAsync(client, http, desk, fault.Message, edit);
        }
    }

    private static async Task<IResult> TestAsync(Guid? client, Guid mailbox, HttpContext http, MailboxDesk desk)
    {
        Mailbox? known = (await desk.OfAsync(client, http.RequestAborted)).FirstOrDefault(one => one.Id == mailbox);
        return known is not null && await desk.TestAsync(client, mailbox, http.RequestAborted) is { } test
            ? await ShowAsync(client, http, desk, tested: (known, test))
            : await ShowAsync(client, http, desk, Say.Get("mail_no_mailbox"));
    }

    private static async Task<IResult> WatchAsync(Guid? client, Guid mailbox, HttpContext http, MailboxDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        string? problem = await desk.WatchAsync(client, mailbox, form.Field("watch") == "yes", http.RequestAborted);
        return problem is null ? Form.To(Home(client), "saved") : await ShowAsync(client, http, desk, problem);
    }

    private static async Task<IResult> RemoveAsync(Guid? client, Guid mailbox, HttpContext http, MailboxDesk desk)
    {
        await desk.RemoveAsync(client, mailbox, http.RequestAborted);
        return Form.To(Home(client), "removed");
    }

    private static string Home(Guid? client) => client is { } id ? $"/clients/{id}/mailboxes" : "/mailboxes";
}
