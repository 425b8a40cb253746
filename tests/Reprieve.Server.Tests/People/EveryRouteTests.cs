using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Storage;

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
        "GET /intake/{token}",
        "POST /intake/{token}/files",
        "POST /intake/{token}/answers",
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

            if (route.StartsWith("/intake", StringComparison.Ordinal))
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

    /// <summary>A workbench with two clients; a case belongs to the first.</summary>
    private sealed class Office : IAsyncDisposable
    {
        private int _entries;
        private int _people;

        public required RunningServer Server { get; init; }

        public required string Case { get; init; }

        public required string Client { get; init; }

        public required string Store { get; init; }

        public required string OtherClient { get; init; }

        private Guid Task { get; set; }

        public required string Chart { get; init; }

        public required string Orders { get; init; }

        public static async Task<Office> OpenAsync()
        {
            RunningServer server = await RunningServer.StartAsync();
            string path = await server.OpenSampleAsync();
            (await server.PostAsync(path + "/client", ("client", "Harbor Trade"), ("store", "Northfold"))).Dispose();
            (await server.PostAsync("/clients", ("name", "Other House"))).Dispose();
            string clients = await server.PageAsync("/clients");
            string review = await server.PageAsync(path + "/review");
            StoredCase stored = (
                await server.Store.FindAsync(new CaseId(Guid.Parse(path["/cases/".Length..])), Cancel)
            )!;
            var office = new Office
            {
                Server = server,
                Case = stored.Id.ToString(),
                Client = IdBefore(clients, "Harbor Trade"),
                Store = stored.Account.ToString()!,
                OtherClient = IdBefore(clients, "Other House"),
                Chart = RunningServer.Between(review, "/charts/", "\""),
                Orders = RunningServer.Between(review, "/orders/", "\""),
            };
            office.Task = (await server.Store.AddTaskAsync(stored.Id, "Call", null, "us", Cancel)).Id;
            (office._entries, office._people) = await office.CountAsync();
            return office;
        }

        /// <summary>Every route with every method, and a path to it that leads to something.</summary>
        public IEnumerable<(string Method, string Route, string Path)> Routes() =>
            from endpoint in Server.Routes.OfType<RouteEndpoint>()
            let route = "/" + endpoint.RoutePattern.RawText!.Trim('/')
            where !route.Contains('*')
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
            let query = route.EndsWith("/file", StringComparison.Ordinal) ? "?path=notice.eml" : ""
            select (
                method,
                route,
                Parameter().Replace(route, match => Filled(match.Groups["name"].Value, route)) + query
            );

        public async Task IsUnchangedAsync()
        {
            (int entries, int events) = await CountAsync();
            entries.ShouldBe(_entries, "the timeline says that something was changed");
            (await Server.Store.ListAsync(new CaseQuery(), Cancel)).Total.ShouldBe(1);
            string clients = await Server.PageAsync("/clients");
            clients.ShouldContain("Harbor Trade");
            clients.ShouldContain("Other House");
            // Those who were tried with were invited, and came.
            events.ShouldBeGreaterThanOrEqualTo(_people);
        }

        public ValueTask DisposeAsync() => Server.DisposeAsync();

        private async Task<(int Entries, int Events)> CountAsync() =>
            (
                (await Server.Store.TimelineAsync(new CaseId(Guid.Parse(Case)), cancel: Cancel)).Count,
                Regex.Count(await Server.PageAsync("/people"), "class=\"what\"")
            );

        private string Filled(string parameter, string route) =>
            parameter switch
            {
                "id" => route.StartsWith("/clients", StringComparison.Ordinal) ? Client : Case,
                "store" => Store,
                "task" => Task.ToString(),
                "folder" => "metrics",
                "code" => "late_shipment_rate",
                "name" when route.Contains("/orders/") => Orders,
                "name" when route.Contains("/charts/") => Chart,
                "name" => "reprieve.css",
                _ => Guid.NewGuid().ToString(),
            };

        private static string IdBefore(string page, string name) =>
            Regex
                .Match(page, $"href=\"/clients/(?<id>[0-9a-f-]+)\">{name}<", RegexOptions.NonBacktracking)
                .Groups["id"]
                .Value;
    }

    [GeneratedRegex(@"\{(?<name>[a-z]+)[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
