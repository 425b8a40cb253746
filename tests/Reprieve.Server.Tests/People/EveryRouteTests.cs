using System.Net;
using System.Text.RegularExpressions;

namespace Reprieve.Server.Tests.People;

/// <summary>
/// Every route of the server, asked by everybody who may not: none answers with anything, none changes anything. The routes
/// come from the server itself, so that a new one is tried without anybody thinking of it.
/// </summary>
public sealed partial class EveryRouteTests
{
    /// <summary>What is there for whoever is not known.</summary>
    private static readonly string[] Open =
    [
        "GET /assets/{name}",
        "GET /sign-in",
        "POST /sign-in",
        "POST /sign-in/passkey",
        "POST /sign-in/passkey/options",
        "GET /welcome",
        "POST /welcome",
        "POST /settings/language",
        "POST /settings/theme",
        "GET /health",
        "GET /calendar/{token}.ics",
        "GET /intake/{token}",
        "POST /intake/{token}/files",
        "POST /intake/{token}/answers",
        "GET /mailboxes/signed-in",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stranger_gets_in_nowhere()
    {
        await using Office office = await Office.OpenAsync();
        using var stranger = new Visitor(office.Server.Address);
        foreach ((string method, string route, string path) in office.Routes())
        {
            using HttpResponseMessage answer = await stranger.AskAsync(method, path);

            if (
                route.StartsWith("/intake", StringComparison.Ordinal)
                || route.EndsWith("}.ics", StringComparison.Ordinal)
            )
            {
                // Nobody guesses a link; without the token of a form a post goes no further either.
                answer.StatusCode.ShouldBeOneOf([HttpStatusCode.NotFound, HttpStatusCode.BadRequest], route);
            }

            if (!Open.Contains($"{method} {route}"))
            {
                bool shown =
                    answer.Headers.Location?.ToString().StartsWith("/sign-in", StringComparison.Ordinal) == true;
                (shown || answer.StatusCode == HttpStatusCode.Unauthorized).ShouldBeTrue($"{method} {route}");
            }
        }

        await office.IsUnchangedAsync();
    }

    [Fact]
    public async Task The_owner_of_another_client_finds_nothing()
    {
        await using Office office = await Office.OpenAsync();
        using Visitor other = await Visitor.InvitedAsync(office.Server, "Otto", "owner", office.OtherClient);
        foreach (
            (string method, string route, string path) in office
                .Routes()
                .Where(one => one.Path.Contains(office.Case) || one.Path.Contains(office.Client))
        )
        {
            using HttpResponseMessage answer = await other.AskAsync(method, path);
            using HttpResponseMessage never = await other.AskAsync(method, Elsewhere(path, office));

            answer.StatusCode.ShouldBeOneOf([HttpStatusCode.NotFound, HttpStatusCode.Forbidden], $"{method} {route}");
            answer.StatusCode.ShouldBe(never.StatusCode, $"{method} {route}");
            Changing()
                .Replace(await answer.Content.ReadAsStringAsync(Cancel), "")
                .ShouldBe(
                    Changing().Replace(await never.Content.ReadAsStringAsync(Cancel), ""),
                    $"{method} {route} tells that there is something"
                );
        }

        foreach (string list in new[] { "/", "/clients", "/?client=none", $"/?client={office.Client}", "/settings" })
        {
            string page = await other.PageAsync(list);
            page.ShouldNotContain(office.Case);
            page.ShouldNotContain("Harbor Trade");
            page.ShouldNotContain("Northfold");
        }

        await office.IsUnchangedAsync();
    }

    [Fact]
    public async Task Whoever_may_look_sees_everything_and_changes_nothing()
    {
        await using Office office = await Office.OpenAsync();
        using Visitor viewer = await Visitor.InvitedAsync(office.Server, "Vera", "viewer", office.Client);
        foreach ((string method, string route, string path) in office.Routes().Where(one => !IsOwn(one.Route)))
        {
            using HttpResponseMessage answer = await viewer.AskAsync(method, path);

            if (
                method == "GET"
                && (path.Contains(office.Case) || path.Contains(office.Client))
                && !path.StartsWith("/new", StringComparison.Ordinal)
            )
            {
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{method} {route}");
            }
            else if (method != "GET")
            {
                answer.StatusCode.ShouldBeOneOf(
                    [HttpStatusCode.Forbidden, HttpStatusCode.NotFound],
                    $"{method} {route}"
                );
            }
        }

        await office.IsUnchangedAsync();
    }

    [Fact]
    public async Task Whoever_works_for_a_client_manages_neither_it_nor_people_nor_knowledge()
    {
        await using Office office = await Office.OpenAsync();
        using Visitor editor = await Visitor.InvitedAsync(office.Server, "Edda", "editor", office.Client);
        string[] managed = ["/people", "/clients", "/knowledge", "/new/folder", "/settings/person"];
        List<(string Method, string Route, string Path)> tried =
        [
            .. office
                .Routes()
                .Where(one =>
                    one.Route.EndsWith("/delete", StringComparison.Ordinal)
                    || one.Route.EndsWith("/client", StringComparison.Ordinal)
                    || one.Route.StartsWith("/people", StringComparison.Ordinal)
                    || (
                        one.Method == "POST"
                        && managed.Any(root => one.Route.StartsWith(root, StringComparison.Ordinal))
                    )
                ),
        ];
        tried.Count.ShouldBeGreaterThan(12);
        foreach ((string method, string route, string path) in tried)
        {
            using HttpResponseMessage answer = await editor.AskAsync(method, path);

            answer.StatusCode.ShouldBeOneOf([HttpStatusCode.Forbidden, HttpStatusCode.NotFound], $"{method} {route}");
        }

        foreach (string open in new[] { "/new", "/new?store=" + Guid.NewGuid() })
        {
            using HttpResponseMessage answer = await editor.AskAsync("GET", open);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, "a case of no client is not this person's");
        }

        (await editor.PageAsync("/new?store=" + office.Store)).ShouldContain("Northfold");
        await office.IsUnchangedAsync();
    }

    [Fact]
    public async Task A_person_without_any_right_sees_an_empty_desk()
    {
        await using Office office = await Office.OpenAsync();
        using Visitor nobody = await Visitor.InvitedAsync(office.Server, "Nora", "viewer", office.OtherClient);
        string person = Person().Match(await office.Server.PageAsync("/people")).Groups["id"].Value;
        (
            await office.Server.PostAsync($"/people/{person}/role", ("client", office.OtherClient), ("role", "none"))
        ).Dispose();
        foreach ((string method, string route, string path) in office.Routes().Where(one => !IsOwn(one.Route)))
        {
            using HttpResponseMessage answer = await nobody.AskAsync(method, path);

            string page = await answer.Content.ReadAsStringAsync(Cancel);
            page.ShouldNotContain("Northfold", Shouldly.Case.Sensitive, $"{method} {route}");
            page.ShouldNotContain("Harbor Trade", Shouldly.Case.Sensitive, $"{method} {route}");
        }

        await office.IsUnchangedAsync();
    }

    /// <summary>What anybody who is in may do for the own browser and account.</summary>
    private static bool IsOwn(string route) =>
        route.StartsWith("/account", StringComparison.Ordinal)
        || route.StartsWith("/intake", StringComparison.Ordinal)
        || route.StartsWith("/tokens", StringComparison.Ordinal)
        || route.StartsWith("/calendar", StringComparison.Ordinal)
        || route
            is "/sign-out"
                or "/sign-in"
                or "/sign-in/passkey"
                or "/sign-in/passkey/options"
                or "/welcome"
                or "/settings/language"
                or "/settings/theme";

    /// <summary>The same path for things that never were.</summary>
    private static string Elsewhere(string path, Office office) =>
        path.Replace(office.Case, Guid.NewGuid().ToString(), StringComparison.Ordinal)
            .Replace(office.Client, Guid.NewGuid().ToString(), StringComparison.Ordinal)
            .Replace(office.Store, Guid.NewGuid().ToString(), StringComparison.Ordinal);

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" value=\"[^\"]*\"|name=\"back\" value=\"[^\"]*\"",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Changing();

    [GeneratedRegex("action=\"/people/(?<id>[0-9a-f-]{36})/role\"", RegexOptions.NonBacktracking)]
    private static partial Regex Person();
}
