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

    /// <summary>What a form says of a mailbox.</summary>
    public static MailboxEdit Typed(IFormCollection form) =>
        new(
            form.Field("address"),
            form.Field("name"),
            form.Field("user"),
            form["password"].ToString(),
            // Pressed beside a code that was typed: then a client id beside it is left over from the other way.
            form.Field("way") == "code"
            && form["password"].ToString().Length > 0
                ? ""
                : form.Field("oauthClient"),
            form.Field("oauthSecret"),
            form.Field("oauthToken"),
            form.Field("smtp"),
            form.Field("imap"),
            form.Field("watch") == "yes" ? true : null,
            form.Field("provider")
        );

    /// <summary>The page, with what was typed and could not be kept, or with what a trial found.</summary>
    public static async Task<IResult> ShowAsync(
        Guid? client,
        HttpContext http,
        MailboxDesk desk,
        string? problem = null,
        MailboxEdit? typed = null,
        (string Address, MailTest Test)? tested = null
    )
    {
        Client? whose = client is { } id ? http.Service<ClientShelf>().All.Find(id) : null;
        if (client is not null && whose is null)
        {
            return ClientActions.Gone(http);
        }

        if (problem is null && Ended(http) is { } ended)
        {
            (problem, typed) = ended.Test is null ? (ended.Problem, ended.Typed) : (null, null);
            tested = ended.Test is { } test ? (ended.Typed.Address, test) : null;
        }

        (MailboxChoice? chosen, string? wrong) = await MailboxChoice.OfAsync(client, typed, http, desk);
        problem ??= wrong;
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
            ("Chosen", chosen),
            ("IsCutOff", http.Service<MailEnds>().Sender is null),
            ("Test", tested?.Test),
            ("Tested", tested?.Address)
        );
    }

    /// <summary>The sign-in at a provider that the page is asked for; null when it is asked for none that is known.</summary>
    private static SignInOutcome? Ended(HttpContext http) =>
        http.Service<MailboxSignIns>()
            .OutcomeOf(http.Request.Query["signin"].FirstOrDefault(), MailboxSignInActions.HolderOf(http));

    private static async Task<IResult> SaveAsync(Guid? client, HttpContext http, MailboxDesk desk)
    {
        MailboxEdit edit = Typed(await http.Request.ReadFormAsync());
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
            ? await ShowAsync(client, http, desk, tested: (known.Address, test))
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

    /// <summary>The page of a client's mailboxes.</summary>
    public static string Home(Guid? client) => client is { } id ? $"/clients/{id}/mailboxes" : "/mailboxes";
}
