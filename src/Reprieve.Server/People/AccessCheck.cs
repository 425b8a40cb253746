using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Reprieve.Cases;
using Reprieve.Server.Actions;
using Reprieve.Server.Api;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;
using Reprieve.Storage;

namespace Reprieve.Server.People;

/// <summary>
/// Lets a request on only when its caller may ask that. What somebody does not see is not there for that person: the answer
/// is the same as for a case that never was.
/// </summary>
internal static class AccessCheck
{
    public static async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        Right? right = RightOf(http);
        if (Caller.Find(http) is not { Person: not null } caller)
        {
            // Whoever is not known came here for what anybody may ask; the one on this machine has no account to look at.
            await (right?.Scope == Scope.Oneself ? GoneOf(http, right).ExecuteAsync(http) : next(http));
            return;
        }

        if (http.GetEndpoint() is not (null or RouteEndpoint))
        {
            // The framework's own answer: another method, or another kind of content.
            await next(http);
            return;
        }

        Role? role = right is null ? null : await RoleAsync(http, caller, right);
        if (role is null)
        {
            await GoneOf(http, right).ExecuteAsync(http);
        }
        else if (role < right!.Role)
        {
            await http
                .RequestServices.GetRequiredService<PeopleBook>()
                .NoteAsync(caller.Person.Name, "refused", RouteOf(http)!);
            await RefusedOf(http, right).ExecuteAsync(http);
        }
        else
        {
            http.Features.Set(new Standing(role.Value));
            await next(http);
        }
    }

    /// <summary>The right that the endpoint of a request asks for; null when none is known.</summary>
    public static Right? RightOf(HttpContext http) =>
        RouteOf(http) is { } route ? Right.Of(route, http.Request.Method) : null;

    /// <summary>As what the caller stands before what was asked for.</summary>
    public static Role RoleOf(HttpContext http) => http.Features.Get<Standing>()?.Role ?? Role.Owner;

    private static string? RouteOf(HttpContext http) =>
        http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route } ? "/" + route.Trim('/') : null;

    private static async Task<Role?> RoleAsync(HttpContext http, Caller caller, Right right) =>
        right.Scope switch
        {
            Scope.Anybody or Scope.Inside or Scope.Oneself => caller.BestRole,
            Scope.Firm => caller.FirmRole ?? Role.Viewer,
            Scope.Client => caller.RoleFor(IdIn(http)),
            Scope.Store => caller.RoleFor(ClientOf(http)) ?? Role.Viewer,
            Scope.Case => await RoleInCaseAsync(http, caller),
            Scope.Arrival => await RoleForArrivalAsync(http, caller),
            _ => null,
        };

    private static async Task<Role?> RoleInCaseAsync(HttpContext http, Caller caller)
    {
        CaseDesk desk = http.RequestServices.GetRequiredService<CaseDesk>();
        (bool found, Guid? account) = await desk.SeenBy(http)
            .AccountOfAsync(new CaseId(IdIn(http) ?? Guid.Empty), http.RequestAborted);
        return found
            ? caller.RoleFor(http.RequestServices.GetRequiredService<ClientShelf>().All.Of(account)?.Id)
            : null;
    }

    private static async Task<Role?> RoleForArrivalAsync(HttpContext http, Caller caller) =>
        await http.Service<Workbench>().Arrivals.FindAsync(IdIn(http) ?? Guid.Empty, http.RequestAborted) is { } arrival
            ? caller.RoleFor(arrival.Client)
            : null;

    /// <summary>The client of the store that the query names; null when it names none.</summary>
    private static Guid? ClientOf(HttpContext http) =>
        Guid.TryParse(http.Request.Query["store"], out Guid store)
            ? http.RequestServices.GetRequiredService<ClientShelf>().All.Of(store)?.Id
            : null;

    private static Guid? IdIn(HttpContext http) =>
        Guid.TryParse(http.GetRouteValue("id")?.ToString(), out Guid id) ? id : null;

    /// <summary>The very answer that a thing brings that never was.</summary>
    private static IResult GoneOf(HttpContext http, Right? right) =>
        right?.Scope switch
        {
            Scope.Case when ApiRoutes.IsOurs(http.Request.Path) => ApiAnswers.Gone(),
            Scope.Case => CasePages.Gone(http),
            Scope.Client when ApiRoutes.IsOurs(http.Request.Path) => ApiAnswers.Problem(
                StatusCodes.Status404NotFound,
                Say.Get("client_gone")
            ),
            Scope.Client => ClientActions.Gone(http),
            Scope.Arrival when ApiRoutes.IsOurs(http.Request.Path) => ApiAnswers.Problem(
                StatusCodes.Status404NotFound,
                Say.Get("arrival_gone")
            ),
            Scope.Arrival => ArrivalActions.Gone(http),
            _ => Message(http, StatusCodes.Status404NotFound, "page_gone"),
        };

    private static IResult RefusedOf(HttpContext http, Right right) =>
        Message(
            http,
            StatusCodes.Status403Forbidden,
            "access_refused",
            right.Scope == Scope.Store ? "access_refused_store" : "access_refused_text"
        );

    private static IResult Message(HttpContext http, int status, string title, string? text = null) =>
        ApiRoutes.IsOurs(http.Request.Path)
            ? ApiAnswers.Problem(status, Say.Get(text ?? title))
            : PageFrame.Page<MessagePage>(
                http,
                status,
                ("Title", Say.Get(title)),
                ("Text", text is null ? null : Say.Get(text)),
                ("Back", "/")
            );

    private sealed record Standing(Role Role);
}
