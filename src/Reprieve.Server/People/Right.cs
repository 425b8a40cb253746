using Microsoft.AspNetCore.Http;
using Reprieve.Mail;
using Reprieve.Server.Actions;
using Reprieve.Server.Api;
using Reprieve.Server.Demo;
using Reprieve.Server.Watching;
using Reprieve.Storage;

namespace Reprieve.Server.People;

/// <summary>What a right is about.</summary>
internal enum Scope
{
    /// <summary>Nothing: anybody may ask, known or not.</summary>
    Anybody,

    /// <summary>Whoever is in; lists show what that one sees.</summary>
    Inside,

    /// <summary>The person who is signed in.</summary>
    Oneself,

    /// <summary>Who started the program on this machine.</summary>
    Machine,

    /// <summary>All clients together.</summary>
    Firm,

    /// <summary>The client of the path.</summary>
    Client,

    /// <summary>The case of the path, that is its client.</summary>
    Case,

    /// <summary>The mail of the path that arrived, that is its client.</summary>
    Arrival,

    /// <summary>The store that the query names, that is its client; all clients where it names none.</summary>
    Store,
}

/// <summary>
/// What somebody must be allowed in order to ask for something. The table is short because paths are regular; a path that
/// is not in it is refused to everybody but the one on this machine.
/// </summary>
/// <param name="Role">The least role, where the scope has any.</param>
internal sealed record Right(Scope Scope, Role Role = Role.Viewer)
{
    private static readonly string[] ForAnybody =
    [
        "/assets",
        "/sign-in",
        "/welcome",
        "/intake",
        "/health",
        "/settings/language",
        "/settings/theme",
    ];
    private static readonly string[] ForMachine = ["/new/folder", "/settings/person"];
    private static readonly string[] ForFirmOwners = ["/people"];

    /// <summary>The right that a route asks for; null when it is not known.</summary>
    /// <param name="route">The route's pattern as text, beginning with a slash.</param>
    public static Right? Of(string route, string method)
    {
        bool reads = HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
        return IsIn(route, ApiRoutes.Root)
            ? OfProgram(route[ApiRoutes.Root.Length..], reads, HttpMethods.IsDelete(method))
            : OfPage(route, reads);
    }

    private static Right? OfPage(string route, bool reads) =>
        route switch
        {
            _ when IsOneOf(route, ForAnybody) => new(Scope.Anybody),
            _ when IsOneOf(route, ForMachine) => new(Scope.Machine),
            _ when IsOneOf(route, ForFirmOwners) => new(Scope.Firm, Role.Owner),
            "/" or "/cases.xlsx" or "/settings" => new(Scope.Inside),
            "/calendar/{token}.ics" => new(Scope.Anybody),
            _ when IsIn(route, "/tokens") || IsIn(route, "/calendar") => new(Scope.Inside),
            // A provider sends browsers here without their cookies; whose sign-in it ends is looked at there.
            OAuthRequest.Path => new(Scope.Anybody),
            _ when IsIn(route, "/mailboxes") || IsIn(route, "/connections") || IsIn(route, "/alerts") => new(
                Scope.Firm,
                Role.Owner
            ),
            _ when IsIn(route, "/account") || route == "/sign-out" => new(Scope.Oneself),
            _ when IsIn(route, "/new") => new(Scope.Store, Role.Editor),
            ArrivalPaths.All => new(Scope.Inside),
            _ when IsIn(route, ArrivalPaths.All) => new(Scope.Arrival, reads ? Role.Viewer : Role.Editor),
            DemoActions.Path or PlaybookActions.Path => new(Scope.Firm, Role.Owner),
            _ when IsIn(route, "/knowledge") => reads ? new(Scope.Inside) : new(Scope.Firm, Role.Owner),
            "/clients" when reads => new(Scope.Inside),
            "/clients" or "/clients/{id:guid}/remove" or "/cases/{id:guid}/client" => new(Scope.Firm, Role.Owner),
            "/cases/{id:guid}/delete" => new(Scope.Case, Role.Owner),
            _ when IsIn(route, "/clients/{id:guid}") => new(Scope.Client, reads ? Role.Viewer : Role.Owner),
            _ when IsIn(route, "/cases/{id:guid}") => new(Scope.Case, reads ? Role.Viewer : Role.Editor),
            _ => null,
        };

    /// <summary>What programs ask for, in the place of a person: the rights are those of the pages.</summary>
    private static Right? OfProgram(string route, bool reads, bool deletes) =>
        route switch
        {
            "/openapi.json" => new(Scope.Anybody),
            "/me" or "/events" or "/tasks" or "/cases.xlsx" => new(Scope.Inside),
            "/cases" => reads ? new(Scope.Inside) : new(Scope.Store, Role.Editor),
            ArrivalPaths.All => new(Scope.Inside),
            _ when IsIn(route, ArrivalPaths.All) => new(Scope.Arrival, reads ? Role.Viewer : Role.Editor),
            _ when IsIn(route, "/people") || IsIn(route, "/mailboxes") || IsIn(route, "/connections") => new(
                Scope.Firm,
                Role.Owner
            ),
            _ when IsIn(route, "/alerts") || IsIn(route, "/alert-channels") => new(Scope.Firm, Role.Owner),
            _ when IsIn(route, "/knowledge") => reads ? new(Scope.Inside) : new(Scope.Firm, Role.Owner),
            "/clients" => reads ? new(Scope.Inside) : new(Scope.Firm, Role.Owner),
            "/clients/{id:guid}" when deletes => new(Scope.Firm, Role.Owner),
            "/cases/{id:guid}/owner" => new(Scope.Firm, Role.Owner),
            "/cases/{id:guid}" when deletes => new(Scope.Case, Role.Owner),
            _ when IsIn(route, "/clients/{id:guid}") => new(Scope.Client, reads ? Role.Viewer : Role.Owner),
            _ when IsIn(route, "/cases/{id:guid}") => new(Scope.Case, reads ? Role.Viewer : Role.Editor),
            _ => null,
        };

    private static bool IsOneOf(string route, string[] roots) => roots.Any(root => IsIn(route, root));

    private static bool IsIn(string route, string root) =>
        route == root || (route.StartsWith(root, StringComparison.Ordinal) && route[root.Length] == '/');
}
