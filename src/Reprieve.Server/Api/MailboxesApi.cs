using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Mail;
using Reprieve.Server.Actions;
using Reprieve.Server.Desk;
using Reprieve.Server.Mailing;
using Reprieve.Server.Watching;
using Reprieve.Storage;

namespace Reprieve.Server.Api;

/// <summary>Mailboxes that answers go from. Their secrets go in and never out.</summary>
internal static class MailboxesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder own = api.MapGroup("/mailboxes").WithTags("mailboxes");
        own.MapGet("", (HttpContext http, MailboxDesk desk) => ListAsync(null, http, desk))
            .Named("listMailboxes", "The mailboxes of whoever works without clients")
            .Produces<IReadOnlyList<MailboxItem>>();
        own.MapPut(
                "",
                (MailboxRequest request, HttpContext http, MailboxDesk desk) => SaveAsync(null, request, http, desk)
            )
            .Named("setMailbox", "Keeps a mailbox; one of the same address gives way")
            .Produces<MailboxItem>();
        own.MapPost(
                "/{mailbox:guid}/test",
                (Guid mailbox, HttpContext http, MailboxDesk desk) => TestAsync(null, mailbox, http, desk)
            )
            .Named("testMailbox", "Signs in to the servers of a mailbox, and sends nothing")
            .Produces<MailTest>();
        own.MapDelete(
                "/{mailbox:guid}",
                (Guid mailbox, HttpContext http, MailboxDesk desk) => RemoveAsync(null, mailbox, http, desk)
            )
            .Named("removeMailbox", "Forgets a mailbox with its secret")
            .Produces(204);
        RouteGroupBuilder client = api.MapGroup("/clients/{id:guid}/mailboxes").WithTags("mailboxes");
        client
            .MapGet("", (Guid id, HttpContext http, MailboxDesk desk) => ListAsync(id, http, desk))
            .Named("listClientMailboxes", "The mailboxes of a client")
            .Produces<IReadOnlyList<MailboxItem>>();
        client
            .MapPut(
                "",
                (Guid id, MailboxRequest request, HttpContext http, MailboxDesk desk) =>
                    SaveAsync(id, request, http, desk)
            )
            .Named("setClientMailbox", "Keeps a mailbox of a client; one of the same address gives way")
            .Produces<MailboxItem>();
        client
            .MapPost(
                "/{mailbox:guid}/test",
                (Guid id, Guid mailbox, HttpContext http, MailboxDesk desk) => TestAsync(id, mailbox, http, desk)
            )
            .Named("testClientMailbox", "Signs in to the servers of a client's mailbox, and sends nothing")
            .Produces<MailTest>();
        client
            .MapDelete(
                "/{mailbox:guid}",
                (Guid id, Guid mailbox, HttpContext http, MailboxDesk desk) => RemoveAsync(id, mailbox, http, desk)
            )
            .Named("removeClientMailbox", "Forgets a mailbox of a client with its secret")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(Guid? client, HttpContext http, MailboxDesk desk) =>
        Missing(client, http)
        ?? Results.Ok((await desk.OfAsync(client, http.RequestAborted)).Select(one => Item(one, http)).ToList());

    private static async Task<IResult> SaveAsync(
        Guid? client,
        MailboxRequest request,
        HttpContext http,
        MailboxDesk desk
    )
    {
        try
        {
            return Missing(client, http)
                ?? Results.Ok(Item(await desk.SaveAsync(client, request.Edit, http.RequestAborted), http));
        }
        catch (MailException fault)
        {
            return ApiAnswers.Refused(fault.Message);
        }
    }

    private static async Task<IResult> TestAsync(Guid? client, Guid mailbox, HttpContext http, MailboxDesk desk) =>
        Missing(client, http)
        ?? (
            await desk.TestAsync(client, mailbox, http.RequestAborted) is { } test
                ? Results.Ok(test)
                : ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("mail_no_mailbox"))
        );

    private static async Task<IResult> RemoveAsync(Guid? client, Guid mailbox, HttpContext http, MailboxDesk desk)
    {
        if (Missing(client, http) is { } missing)
        {
            return missing;
        }

        await desk.RemoveAsync(client, mailbox, http.RequestAborted);
        return Results.NoContent();
    }

    private static MailboxItem Item(Mailbox mailbox, HttpContext http) =>
        MailboxItem.Of(mailbox, http.Service<MailboxWatching>().StandingOf(mailbox.Id));

    private static IResult? Missing(Guid? client, HttpContext http) =>
        client is { } id && http.Service<ClientShelf>().All.Find(id) is null
            ? ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("client_gone"))
            : null;
}

/// <summary>A mailbox, without its secrets.</summary>
/// <param name="Oauth">Whether it is signed in to by OAuth, else by a password.</param>
/// <param name="Watch">Whether it is watched.</param>
/// <param name="Looked">When it was last gone through to the end since the program started; null when it was not.</param>
/// <param name="Trouble">Why it cannot be looked into, in the language asked for; null when it can.</param>
internal sealed record MailboxItem(
    Guid Id,
    string Address,
    string Name,
    bool Oauth,
    bool Watch,
    DateTimeOffset? Looked,
    string? Trouble
)
{
    public static MailboxItem Of(Mailbox mailbox, MailboxStanding? standing) =>
        new(
            mailbox.Id,
            mailbox.Address,
            mailbox.DisplayName,
            mailbox.IsOAuth,
            mailbox.Watch,
            standing?.Looked,
            standing?.Trouble?.Sentence
        );
}

/// <summary>What somebody says of a mailbox; a secret that is left out stays as it is.</summary>
/// <param name="Smtp">HOST:PORT of the server that takes mail, where it is not the provider's.</param>
/// <param name="Imap">HOST:PORT of the server that shows the mailbox, where it is not the provider's.</param>
/// <param name="Watch">Whether it is watched for mails from and about Amazon; left out, it stays as it is.</param>
/// <param name="Provider">Code of the provider, where the address does not tell; see mail-providers in knowledge.</param>
internal sealed record MailboxRequest(
    string Address,
    string? Name = null,
    string? User = null,
    string? Password = null,
    string? OauthClient = null,
    string? OauthSecret = null,
    string? OauthToken = null,
    string? Smtp = null,
    string? Imap = null,
    bool? Watch = null,
    string? Provider = null
) : ApiRequest
{
    public MailboxEdit Edit =>
        new(Address, Name, User, Password, OauthClient, OauthSecret, OauthToken, Smtp, Imap, Watch, Provider);
}
