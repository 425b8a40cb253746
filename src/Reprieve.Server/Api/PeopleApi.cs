using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Server.Actions;
using Reprieve.Server.Desk;
using Reprieve.Server.People;
using Reprieve.Storage;

namespace Reprieve.Server.Api;

/// <summary>Who works here, and what each may do. The own password, passkeys and tokens are a person's own, in the browser.</summary>
internal static class PeopleApi
{
    private const int NewestEvents = 200;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/me", Me)
            .WithTags("people")
            .Named("getMe", "Whose place you take, and what you may do")
            .Produces<PersonItem>();
        RouteGroupBuilder people = api.MapGroup("/people").WithTags("people");
        people.MapGet("", List).Named("listPeople", "Who works here").Produces<IReadOnlyList<PersonItem>>();
        people
            .MapPost("", InviteAsync)
            .Named("invite", "Invites somebody; the link is shown this once")
            .Produces<MadeLink>(201);
        people
            .MapPost("/{person:guid}/invitation", AgainAsync)
            .Named("inviteAgain", "Makes a newer invitation; an older one is void")
            .Produces<MadeLink>(201);
        people
            .MapPut("/{person:guid}/role", RoleAsync)
            .Named("setRole", "Says what a person may do for a client, or for all")
            .Produces(204);
        people
            .MapDelete("/{person:guid}/sessions", SignOutAsync)
            .Named("signOut", "Ends all sessions of a person")
            .Produces(204);
        people.MapDelete("/{person:guid}", RemoveAsync).Named("removePerson", "Removes a person").Produces(204);
        people
            .MapGet("/journal", JournalAsync)
            .Named("getJournal", "What was done about people, newest first")
            .Produces<IReadOnlyList<JournalEntry>>();
    }

    private static IResult Me(HttpContext http)
    {
        var caller = Caller.Of(http);
        return Results.Ok(
            caller.Person is { } person
                ? PersonItem.Of(person, caller.Grants)
                : new PersonItem(null, null, null, [new GrantItem(null, Role.Owner)])
        );
    }

    private static IResult List(PeopleShelf people) =>
        Results.Ok(people.All.Select(one => PersonItem.Of(one, people.GrantsOf(one.Id))));

    private static async Task<IResult> InviteAsync(
        InviteRequest request,
        HttpContext http,
        PeopleShelf people,
        ClientShelf clients
    )
    {
        if (request.Client is { } client && clients.All.Find(client) is null)
        {
            return ApiAnswers.Refused(Say.Get("person_role_wrong"));
        }

        (string? token, string? problem) = await people.InviteAsync(
            request.Name.Trim(),
            request.Email.Trim(),
            request.Client,
            request.Role,
            ApiAnswers.Who(http)
        );
        return token is null ? ApiAnswers.Refused(problem!) : Made(http, token);
    }

    private static async Task<IResult> AgainAsync(Guid person, HttpContext http, PeopleShelf people) =>
        await people.InviteAgainAsync(person, ApiAnswers.Who(http)) is { } token
            ? Made(http, token)
            : ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("page_gone"));

    private static async Task<IResult> RoleAsync(
        Guid person,
        RoleRequest request,
        HttpContext http,
        PeopleShelf people,
        ClientShelf clients
    ) => ApiAnswers.Done(await PeopleActions.GrantAsync(person, request.Client, request.Role, http, people, clients));

    private static async Task<IResult> SignOutAsync(Guid person, HttpContext http, PeopleShelf people)
    {
        await people.SignOutAsync(person, ApiAnswers.Who(http));
        return Results.NoContent();
    }

    private static async Task<IResult> RemoveAsync(Guid person, HttpContext http, PeopleShelf people)
    {
        if (Caller.Of(http).Person?.Id == person)
        {
            return ApiAnswers.Refused(Say.Get("person_self"));
        }

        await people.RemoveAsync(person, ApiAnswers.Who(http));
        return Results.NoContent();
    }

    private static async Task<IResult> JournalAsync(HttpContext http, PeopleShelf people) =>
        Results.Ok(await people.Book.JournalAsync(NewestEvents, http.RequestAborted));

    private static IResult Made(HttpContext http, string token) =>
        Results.Created($"{ApiRoutes.Root}/people", new MadeLink(Links.To(http, "/welcome?token=" + token)));
}

/// <summary>Somebody who works here; without id, name and address it is the one on this machine.</summary>
internal sealed record PersonItem(Guid? Id, string? Name, string? Email, IReadOnlyList<GrantItem> Roles)
{
    public static PersonItem Of(Person person, IReadOnlyList<Grant> grants) =>
        new(person.Id, person.Name, person.Email, [.. grants.Select(grant => new GrantItem(grant.Client, grant.Role))]);
}

/// <summary>What somebody may do.</summary>
/// <param name="Client">Null for all clients.</param>
internal sealed record GrantItem(Guid? Client, Role Role);

/// <summary>An invitation.</summary>
/// <param name="Client">Null for all clients.</param>
internal sealed record InviteRequest(string Name, string Email, Role Role, Guid? Client = null) : ApiRequest;

/// <summary>A role for a client, or for all.</summary>
/// <param name="Role">Null takes it away.</param>
internal sealed record RoleRequest(Guid? Client = null, Role? Role = null) : ApiRequest;
