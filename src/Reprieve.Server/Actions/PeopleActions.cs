using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;
using Reprieve.Server.People;
using Reprieve.Storage;

namespace Reprieve.Server.Actions;

/// <summary>Who works here, and what each may do.</summary>
internal static class PeopleActions
{
    private const int NewestEvents = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/people", (HttpContext http, PeopleShelf people) => ShowAsync(http, people, new Shown()));
        RouteGroupBuilder forms = app.MapGroup("/people").AddEndpointFilter<TokenFilter>();
        forms.MapPost("", InviteAsync);
        forms.MapPost("/{person:guid}/invite", InviteAgainAsync);
        forms.MapPost("/{person:guid}/role", RoleAsync);
        forms.MapPost("/{person:guid}/sign-out", SignOutAsync);
        forms.MapPost("/{person:guid}/remove", RemoveAsync);
    }

    /// <param name="Link">An invitation just made, that is shown this once.</param>
    private sealed record Shown(string? Problem = null, string Name = "", string Email = "", string? Link = null);

    private static async Task<IResult> ShowAsync(HttpContext http, PeopleShelf people, Shown shown) =>
        PageFrame.Page<PeoplePage>(
            http,
            shown.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            ("People", people.All.Select(one => (one, people.GrantsOf(one.Id))).ToList()),
            ("Journal", await people.Book.JournalAsync(NewestEvents, http.RequestAborted)),
            ("Problem", shown.Problem),
            ("Name", shown.Name),
            ("Email", shown.Email),
            ("Link", shown.Link)
        );

    private static async Task<IResult> InviteAsync(HttpContext http, PeopleShelf people, ClientShelf clients)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        (string name, string email) = (form.Field("name"), form.Field("email"));
        if (RoleIn(form) is not { } role || !TryClient(form, clients, out Guid? client))
        {
            return await ShowAsync(http, people, new Shown(Say.Get("person_role_wrong"), name, email));
        }

        (string? token, string? problem) = await people.InviteAsync(name, email, client, role, Form.Person(http));
        return await ShowAsync(
            http,
            people,
            token is null ? new Shown(problem, name, email) : new Shown(Link: LinkOf(http, token))
        );
    }

    private static async Task<IResult> InviteAgainAsync(Guid person, HttpContext http, PeopleShelf people) =>
        await people.InviteAgainAsync(person, Form.Person(http)) is { } token
            ? await ShowAsync(http, people, new Shown(Link: LinkOf(http, token)))
            : Form.To("/people");

    private static async Task<IResult> RoleAsync(Guid person, HttpContext http, PeopleShelf people, ClientShelf clients)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        Role? role = RoleIn(form);
        if ((role is null && form.Field("role") != "none") || !TryClient(form, clients, out Guid? client))
        {
            return await ShowAsync(http, people, new Shown(Say.Get("person_role_wrong")));
        }

        return await GrantAsync(person, client, role, http, people, clients) is { } problem
            ? await ShowAsync(http, people, new Shown(problem))
            : Form.To("/people", "saved");
    }

    /// <summary>Says what a person may do for a client, or for all; no role takes it away.</summary>
    /// <returns>Why not; null when it is so now.</returns>
    public static async Task<string?> GrantAsync(
        Guid person,
        Guid? client,
        Role? role,
        HttpContext http,
        PeopleShelf people,
        ClientShelf clients
    )
    {
        if (people.Find(person) is not { } known || (client is { } id && clients.All.Find(id) is null))
        {
            return Say.Get("person_role_wrong");
        }

        if (IsSelf(http, person) && client is null)
        {
            return Say.Get("person_self");
        }

        string about = $"{known.Name} · {NameOf(client, clients)} · {role?.ToString().ToLowerInvariant() ?? "none"}";
        await people.GrantAsync(person, client, role, Form.Person(http), about);
        return null;
    }

    private static async Task<IResult> SignOutAsync(Guid person, HttpContext http, PeopleShelf people)
    {
        await people.SignOutAsync(person, Form.Person(http));
        return Form.To("/people", "saved");
    }

    private static async Task<IResult> RemoveAsync(Guid person, HttpContext http, PeopleShelf people)
    {
        if (IsSelf(http, person))
        {
            return await ShowAsync(http, people, new Shown(Say.Get("person_self")));
        }

        await people.RemoveAsync(person, Form.Person(http));
        return Form.To("/people", "removed");
    }

    private static bool IsSelf(HttpContext http, Guid person) => Caller.Of(http).Person?.Id == person;

    private static Role? RoleIn(IFormCollection form) =>
        form.Field("role") switch
        {
            "viewer" => Role.Viewer,
            "editor" => Role.Editor,
            "owner" => Role.Owner,
            _ => null,
        };

    /// <summary>The client that a form names: "all", or a known one.</summary>
    private static bool TryClient(IFormCollection form, ClientShelf clients, out Guid? client)
    {
        client = Guid.TryParse(form.Field("client"), out Guid id) ? id : null;
        return client is { } known ? clients.All.Find(known) is not null : form.Field("client") == "all";
    }

    private static string NameOf(Guid? client, ClientShelf clients) =>
        client is { } id ? clients.All.Find(id)?.Name ?? "" : "*";

    private static string LinkOf(HttpContext http, string token) => Links.To(http, "/welcome?token=" + token);
}
