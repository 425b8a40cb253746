using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Appeals;
using Reprieve.Appeals.Guards;
using Reprieve.Cases;
using Reprieve.Cases.Mailing;
using Reprieve.Cases.Workflow;
using Reprieve.Mail;
using Reprieve.Server.Desk;
using Reprieve.Server.Mailing;

namespace Reprieve.Server.Api;

/// <summary>The answer as a mail: how it would go, that it goes, where it stands, what a person says of it.</summary>
internal static class MailApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder mail = api.MapGroup("/cases/{id:guid}/mail").WithTags("send and decision");
        mail.MapGet("", GetAsync)
            .Named("getMail", "The answer as a mail, what speaks against sending it, and where one stands that leaves")
            .Produces<MailItem>();
        mail.MapPost("", SendAsync)
            .Named(
                "sendMail",
                "Sends the answer by e-mail, once, where the notice wants that; it goes out behind the answer"
            )
            .Produces(204);
        mail.MapPost("/again", Again).Named("tryMailAgain", "Tries a mail again that was put off").Produces(204);
        mail.MapPost("/word", WordAsync)
            .Named("settleMail", "Takes a person's word on a mail: arrived, not_arrived, or give_up")
            .Produces(204);
    }

    private static async Task<IResult> GetAsync(
        Guid id,
        HttpContext http,
        CaseDesk desk,
        MailDesk mail,
        string? store = null
    )
    {
        CaseView? view = await desk.ViewAsync(new CaseId(id), http.RequestAborted);
        CaseWork? work = store is null ? view?.Work : view?.Work?.LinkedTo(store);
        if (view?.Work is not null && work is null)
        {
            return ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("api_no_store"));
        }

        MailItem? item = work is null
            ? null
            : MailItem.Of(await mail.StandingAsync(view!.Stored, work, http.RequestAborted));
        return await ApiAnswers.OfWorkAsync(id, http, desk, (_, _) => Results.Ok(item));
    }

    private static async Task<IResult> SendAsync(
        Guid id,
        SendMailRequest request,
        HttpContext http,
        MailDesk mail,
        string? store = null
    )
    {
        string who = ApiAnswers.Who(http, request.By);
        return ApiAnswers.Done(
            ApiAnswers.IsNameless(http, request.By) ? Say.Get("send_who")
            : !request.Sure ? Say.Get("send_not_sure")
            : await mail.SendAsync(
                new CaseId(id),
                store,
                request.Mailbox,
                who,
                OverrideItem.All(request.Overrides, who),
                http.RequestAborted
            )
        );
    }

    private static IResult Again(Guid id, MailDesk mail)
    {
        mail.TryAgain(new CaseId(id));
        return Results.NoContent();
    }

    private static async Task<IResult> WordAsync(
        Guid id,
        MailWordRequest request,
        HttpContext http,
        MailDesk mail,
        string? store = null
    ) =>
        ApiAnswers.Done(
            ApiAnswers.IsNameless(http, request.By)
                ? Say.Get("send_who")
                : await mail.DecideAsync(
                    new CaseId(id),
                    store,
                    request.Word,
                    ApiAnswers.Who(http, request.By),
                    request.Because
                )
        );
}

/// <summary>The answer as a mail.</summary>
/// <param name="To">Amazon's mailbox; null where the notice's way is no mail.</param>
/// <param name="Attachments">Names of the papers that go with it.</param>
/// <param name="Guards">What speaks against sending now, by mail or by hand.</param>
/// <param name="Mailboxes">Mailboxes it can go from.</param>
/// <param name="Leaving">The mail that leaves; null while none does.</param>
internal sealed record MailItem(
    string? To,
    string? Subject,
    IReadOnlyList<string> Attachments,
    IReadOnlyList<GuardResult> Guards,
    IReadOnlyList<MailboxName> Mailboxes,
    LeavingItem? Leaving
)
{
    public static MailItem Of(MailStanding standing) =>
        new(
            standing.Letter?.To,
            standing.Letter?.Subject,
            [.. (standing.Letter?.Attachments ?? []).Select(path => Path.GetFileName(path))],
            standing.Guards,
            [.. standing.Mailboxes.Select(one => new MailboxName(one.Id, one.Address))],
            standing.Leaving is { Sent.Mail: { } mail }
                ? new LeavingItem(
                    mail.From,
                    mail.To,
                    mail.MessageId,
                    standing.Kept?.State,
                    standing.Kept?.Last.Words,
                    standing.Kept?.NotBefore
                )
                : null
        );
}

/// <summary>A mailbox by its address.</summary>
internal sealed record MailboxName(Guid Id, string Address);

/// <summary>A mail that leaves.</summary>
/// <param name="State">Where it stands; null when the outbox does not have it, as after a restore.</param>
/// <param name="Words">What the server or the program said last.</param>
/// <param name="NotBefore">Before this moment it is not tried again.</param>
internal sealed record LeavingItem(
    string From,
    string To,
    string MessageId,
    OutboxState? State,
    string? Words,
    DateTimeOffset? NotBefore
);

/// <summary>That the answer goes by e-mail.</summary>
/// <param name="Mailbox">Id of the mailbox it goes from.</param>
/// <param name="Sure">True: it is to go.</param>
/// <param name="By">On this machine: who sends it. Else it is the token's person.</param>
/// <param name="Overrides">Rules that are set aside, with the reasons.</param>
internal sealed record SendMailRequest(
    Guid Mailbox,
    bool Sure,
    string? By = null,
    IReadOnlyList<OverrideItem>? Overrides = null
) : ApiRequest;

/// <summary>A rule that is set aside.</summary>
internal sealed record OverrideItem(string Rule, string Because)
{
    public static IReadOnlyList<RuleOverride> All(IReadOnlyList<OverrideItem>? given, string who) =>
        [.. (given ?? []).Select(one => new RuleOverride(one.Rule, one.Because, who))];
}

/// <summary>A person's word on a mail that leaves.</summary>
/// <param name="By">On this machine: who says so. Else it is the token's person.</param>
internal sealed record MailWordRequest(MailWord Word, string Because, string? By = null) : ApiRequest;
