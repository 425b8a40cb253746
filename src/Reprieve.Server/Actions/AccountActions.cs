using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;
using Reprieve.Server.People;
using Reprieve.Storage;

namespace Reprieve.Server.Actions;

/// <summary>What a person sees and changes of the own account: the password, and where one is signed in.</summary>
internal static class AccountActions
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/account",
            (HttpContext http, SessionBook sessions, PasskeyBook passkeys) => ShowAsync(http, sessions, passkeys)
        );
        RouteGroupBuilder forms = app.MapGroup("/account").AddEndpointFilter<TokenFilter>();
        forms.MapPost("/password", PasswordAsync).RequireRateLimiting(Limits.SignIn);
        forms.MapPost("/sessions/end", EndOthersAsync);
        forms.MapPost("/sessions/{session:guid}/end", EndAsync);
    }

    /// <summary>The page of the own account.</summary>
    public static async Task<IResult> ShowAsync(
        HttpContext http,
        SessionBook sessions,
        PasskeyBook passkeys,
        string? problem = null
    ) =>
        PageFrame.Page<AccountPage>(
            http,
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            ("Person", Caller.Of(http).Person),
            ("Sessions", await sessions.OfAsync(Caller.Of(http).Person!.Id, http.RequestAborted)),
            ("Passkeys", await passkeys.OfAsync(Caller.Of(http).Person!.Id, http.RequestAborted)),
            ("IsFigures", IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out _)),
            ("Mine", Tickets.SessionOf(http)),
            ("Problem", problem)
        );

    private static async Task<IResult> PasswordAsync(
        HttpContext http,
        SignIn signIn,
        PeopleShelf people,
        SessionBook sessions,
        PasskeyBook passkeys
    )
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        Person person = Caller.Of(http).Person!;
        string password = form["password"].ToString();
        string? problem = SignIn.FaultOf(password, form["again"].ToString(), person.Name, person.Email);
        if (problem is null && !await signIn.IsPasswordAsync(person, form["old"].ToString()))
        {
            problem = Say.Get("password_old_wrong");
        }

        if (problem is not null)
        {
            return await ShowAsync(http, sessions, passkeys, problem);
        }

        await people.ChangePasswordAsync(person.Id, signIn.HashOf(password), Tickets.SessionOf(http));
        return Form.To("/account", "saved");
    }

    private static async Task<IResult> EndAsync(Guid session, HttpContext http, SessionBook sessions)
    {
        await sessions.EndAsync(Caller.Of(http).Person!.Id, session);
        return Form.To("/account", "saved");
    }

    private static async Task<IResult> EndOthersAsync(HttpContext http, SessionBook sessions)
    {
        await sessions.EndAsync(Caller.Of(http).Person!.Id, but: Tickets.SessionOf(http));
        return Form.To("/account", "saved");
    }
}
