using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Server.People;
using Reprieve.Storage;

namespace Reprieve.Server.Actions;

/// <summary>Signing in with a passkey, and the passkeys of the own account.</summary>
internal static class PasskeyActions
{
    public static void Map(IEndpointRouteBuilder app)
    {
        RouteGroupBuilder forms = app.MapGroup("").AddEndpointFilter<TokenFilter>();
        forms.MapPost("/sign-in/passkey/options", AskAsync).RequireRateLimiting(Limits.SignIn);
        forms.MapPost("/sign-in/passkey", EnterAsync).RequireRateLimiting(Limits.SignIn);
        forms.MapPost("/account/passkeys/options", OfferAsync);
        forms.MapPost("/account/passkeys", KeepAsync);
        forms.MapPost("/account/passkeys/{passkey}/remove", RemoveAsync);
    }

    private static async Task<IResult> AskAsync(PasskeySignIn passkeys) =>
        Results.Text(await passkeys.AskAsync(), "application/json");

    private static async Task<IResult> EnterAsync(HttpContext http, PasskeySignIn passkeys)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        return await passkeys.EnterAsync(http, form.Field("credential")) is { } problem
            ? SignInActions.Ask(http, "", problem, form.Field("back"))
            : Form.To(Form.Back(form));
    }

    private static async Task<IResult> OfferAsync(HttpContext http, PasskeySignIn passkeys) =>
        Results.Text(await passkeys.OfferAsync(Caller.Of(http).Person!), "application/json");

    private static async Task<IResult> KeepAsync(
        HttpContext http,
        PasskeySignIn passkeys,
        SessionBook sessions,
        PasskeyBook book
    )
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        Person person = Caller.Of(http).Person!;
        return await passkeys.KeepAsync(person, form.Field("name"), form.Field("credential")) is { } problem
            ? await AccountActions.ShowAsync(http, sessions, book, problem)
            : Form.To("/account", "saved");
    }

    private static async Task<IResult> RemoveAsync(string passkey, HttpContext http, PasskeySignIn passkeys)
    {
        await passkeys.RemoveAsync(Caller.Of(http).Person!, passkey);
        return Form.To("/account", "removed");
    }
}
