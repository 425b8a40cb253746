using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Reprieve.Knowledge;
using Reprieve.Mail;
using Reprieve.Server.Hosting;
using Reprieve.Server.Mailing;
using Reprieve.Server.Pages;
using Reprieve.Server.People;

namespace Reprieve.Server.Actions;

/// <summary>The way to a provider's page and back, when a mailbox is signed in to there.</summary>
internal static class MailboxSignInActions
{
    /// <summary>Says that the browser comes from our own page, and brings its cookies.</summary>
    private const string Here = "here";

    public static void Map(IEndpointRouteBuilder app)
    {
        RouteGroupBuilder forms = app.MapGroup("").AddEndpointFilter<TokenFilter>();
        forms.MapPost(
            "/mailboxes/sign-in",
            (HttpContext http, MailboxDesk desk, MailboxSignIns all) => BeginAsync(null, http, desk, all)
        );
        forms.MapPost(
            "/clients/{id:guid}/mailboxes/sign-in",
            (Guid id, HttpContext http, MailboxDesk desk, MailboxSignIns all) => BeginAsync(id, http, desk, all)
        );
        app.MapGet(OAuthRequest.Path, ComeBackAsync);
    }

    /// <summary>Whose browser asks.</summary>
    public static SignInHolder HolderOf(HttpContext http) =>
        new(Caller.Find(http)?.Person?.Id, Tickets.SessionOf(http));

    /// <summary>Where a provider sends the browser back to: the public address, or this machine as the provider calls it.</summary>
    public static Uri BackTo(HttpContext http, MailProvider provider) =>
        Safety.IsPublic(http)
            ? new Uri(http.Service<ServerOptions>().Public!.Address, OAuthRequest.Path)
            : OAuthRequest.Loopback(provider, http.Request.Host.Port ?? 80);

    /// <summary>
    /// The answer to the form is a page of ours that leads on: browsers refuse a form whose answer redirects to another site
    /// (the content policy's form-action).
    /// </summary>
    private static async Task<IResult> BeginAsync(
        Guid? client,
        HttpContext http,
        MailboxDesk desk,
        MailboxSignIns signIns
    )
    {
        MailboxEdit edit = MailboxActions.Typed(await http.Request.ReadFormAsync());
        try
        {
            OAuthRequest request = await signIns.BeginAsync(
                client,
                edit,
                HolderOf(http),
                Home(http),
                provider => BackTo(http, provider),
                http.RequestAborted
            );
            return Lead(request.Page, Say.Get("mailbox_to_provider", request.Page.Host));
        }
        catch (MailException fault)
        {
            return await MailboxActions.ShowAsync(client, http, desk, fault.Message, edit);
        }
    }

    /// <summary>
    /// The browser comes from the provider, so it brings none of the cookies that are for our own pages alone
    /// (SameSite=Strict), and perhaps to another name of this machine. This first visit therefore does nothing: it leads to
    /// the name that the sign-in was begun at, and from there, by a page of ours, once more here with all cookies. Only then
    /// is looked who asks. Whoever has the state of a sign-in but not the browser's session gets nowhere, and leads nobody
    /// anywhere but to this workbench.
    /// </summary>
    private static async Task<IResult> ComeBackAsync(HttpContext http, MailboxSignIns signIns)
    {
        var answer = OAuthAnswer.Read(name => http.Request.Query[name].FirstOrDefault());
        if (signIns.HomeOf(answer.State) is not { } home)
        {
            return Lead(null, Say.Get("mailbox_signin_gone"), StatusCodes.Status404NotFound);
        }

        if (home != Home(http))
        {
            return Results.Redirect(new Uri(home, http.Request.Path + http.Request.QueryString).AbsoluteUri);
        }

        if (http.Request.Query[Here] != "1")
        {
            var again = new Uri(home, $"{http.Request.Path}{http.Request.QueryString.Add(Here, "1")}");
            return Lead(again, Say.Get("mailbox_coming_back"));
        }

        return Caller.Find(http) is { } caller && await signIns.FinishAsync(answer, caller, HolderOf(http)) is { } ended
            ? Form.To($"{MailboxActions.Home(ended.Client)}?signin={Uri.EscapeDataString(answer.State!)}")
            : Lead(null, Say.Get("mailbox_signin_other"), StatusCodes.Status403Forbidden);
    }

    private static Uri Home(HttpContext http) => new($"{http.Request.Scheme}://{http.Request.Host}/");

    private static RazorComponentResult<LeadPage> Lead(Uri? to, string text, int status = StatusCodes.Status200OK) =>
        new(new Dictionary<string, object?> { ["To"] = to, ["Text"] = text }) { StatusCode = status };
}
