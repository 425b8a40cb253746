using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;
using Reprieve.Server.People;
using Reprieve.Storage;

namespace Reprieve.Server.Actions;

/// <summary>The ways in for people: signing in, taking an invitation up, and out again.</summary>
internal static class SignInActions
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", (HttpContext http) => Ask(http, "", null));
        app.MapGet("/welcome", (HttpContext http, PeopleShelf people) => Welcome(http, people));
        RouteGroupBuilder forms = app.MapGroup("").AddEndpointFilter<TokenFilter>();
        forms.MapPost("/sign-in", SignInAsync).RequireRateLimiting(Limits.SignIn);
        forms.MapPost("/welcome", WelcomeAsync).RequireRateLimiting(Limits.SignIn);
        forms.MapPost("/sign-out", SignOutAsync);
    }

    /// <summary>The page that asks to sign in.</summary>
    public static IResult Ask(HttpContext http, string email, string? problem, string? back = null) =>
        PageFrame.Page<SignInPage>(
            http,
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            ("Email", email),
            ("Problem", problem),
            ("Back", back ?? http.Request.Query["back"].ToString())
        );

    private static async Task<IResult> SignInAsync(HttpContext http, SignIn signIn)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        string email = form.Field("email");
        return await signIn.WithPasswordAsync(http, email, form["password"].ToString()) is { } problem
            ? Ask(http, email, problem, form.Field("back"))
            : Form.To(Form.Back(form));
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, SignIn signIn)
    {
        await signIn.NoteAsync(Caller.Of(http).Person!, "signed_out");
        await SignIn.LeaveAsync(http);
        return Form.To("/sign-in");
    }

    private static IResult Welcome(
        HttpContext http,
        PeopleShelf people,
        string? token = null,
        string? name = null,
        string? problem = null
    )
    {
        token ??= http.Request.Query["token"].ToString();
        Person? person = people.ByInvitation(token);
        return PageFrame.Page<WelcomePage>(
            http,
            person is null ? StatusCodes.Status404NotFound
                : problem is null ? StatusCodes.Status200OK
                : StatusCodes.Status422UnprocessableEntity,
            ("Person", person),
            ("Token", token),
            ("Name", name ?? person?.Name ?? ""),
            ("Problem", problem)
        );
    }

    private static async Task<IResult> WelcomeAsync(HttpContext http, PeopleShelf people, SignIn signIn)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        string token = form.Field("token");
        string name = form.Field("name");
        string password = form["password"].ToString();
        if (people.ByInvitation(token) is not { } invited)
        {
            return Welcome(http, people, token);
        }

        if (SignIn.FaultOf(password, form["again"].ToString(), name, invited.Email) is { } fault)
        {
            return Welcome(http, people, token, name, fault);
        }

        (Person? person, string? problem) = await people.WelcomeAsync(token, name, signIn.HashOf(password));
        if (person is null)
        {
            return Welcome(http, people, token, name, problem);
        }

        await signIn.EnterAsync(http, person);
        return Form.To("/");
    }
}
