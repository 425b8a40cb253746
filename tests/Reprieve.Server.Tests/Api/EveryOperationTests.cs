using System.Net;
using Reprieve.Server.Tests.People;

namespace Reprieve.Server.Tests.Api;

/// <summary>Every operation of the API, asked by every program that may not, as the pages are in <see cref="EveryRouteTests"/>.</summary>
public sealed class EveryOperationTests
{
    private static readonly string[] Open = ["GET /api/v1/openapi.json"];

    private static readonly string[] OfAll =
    [
        "/api/v1/me",
        "/api/v1/cases",
        "/api/v1/cases.xlsx",
        "/api/v1/clients",
        "/api/v1/tasks",
        "/api/v1/events",
        "/api/v1/openapi.json",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_token_that_holds_nothing_is_answered()
    {
        await using Office office = await Office.OpenAsync();
        using var stranger = new Asking(office.Server, null);
        using var guesser = new Asking(office.Server, "reprieve_" + new string('0', 64));
        office.Operations().Count().ShouldBeGreaterThan(50);
        foreach ((string method, string route, string path) in office.Operations())
        {
            if (Open.Contains($"{method} {route}"))
            {
                continue;
            }

            foreach (Asking nobody in new[] { stranger, guesser })
            {
                using HttpResponseMessage answer = await nobody.SendAsync(method, path, new { });
                answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, $"{method} {route}");
                (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("token");
            }
        }

        await office.IsUnchangedAsync();
    }

    [Fact]
    public async Task A_browser_that_is_in_cannot_ask_as_a_program()
    {
        await using Office office = await Office.OpenAsync();

        using HttpResponseMessage answer = await office.Server.Browser.GetAsync(
            new Uri("/api/v1/cases", UriKind.Relative),
            Cancel
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_program_of_another_clients_owner_finds_nothing()
    {
        await using Office office = await Office.OpenAsync();
        using Visitor otto = await Visitor.InvitedAsync(office.Server, "Otto", "owner", office.OtherClient);
        using Asking other = await Asking.OfAsync(office.Server, otto);

        await FindsNothingAsync(office, other);
    }

    [Fact]
    public async Task A_token_for_one_client_reaches_no_other()
    {
        await using Office office = await Office.OpenAsync();
        using Visitor olga = await Visitor.InvitedAsync(office.Server, "Olga", "owner");
        using Asking other = await Asking.OfAsync(office.Server, olga, office.OtherClient);

        await FindsNothingAsync(office, other);
    }

    [Fact]
    public async Task A_viewers_program_reads_and_changes_nothing()
    {
        await using Office office = await Office.OpenAsync();
        using Visitor vera = await Visitor.InvitedAsync(office.Server, "Vera", "viewer", office.Client);
        using Asking viewer = await Asking.OfAsync(office.Server, vera);
        foreach ((string method, string route, string path) in office.Operations())
        {
            using HttpResponseMessage answer = await viewer.SendAsync(method, path, BodyOf(method, route));

            if (method != "GET")
            {
                answer.StatusCode.ShouldBeOneOf(
                    [HttpStatusCode.Forbidden, HttpStatusCode.NotFound],
                    $"{method} {route}"
                );
            }
            else if (path.Contains(office.Case) || path.Contains(office.Client) || OfAll.Contains(route))
            {
                answer.StatusCode.ShouldBeOneOf([HttpStatusCode.OK, HttpStatusCode.NotFound], $"{method} {route}");
                (answer.StatusCode == HttpStatusCode.OK || route.Contains("versions")).ShouldBeTrue(
                    $"{method} {route}"
                );
            }
        }

        await office.IsUnchangedAsync();
    }

    [Fact]
    public async Task An_editors_program_does_nothing_that_is_the_owners()
    {
        await using Office office = await Office.OpenAsync();
        using Visitor edda = await Visitor.InvitedAsync(office.Server, "Edda", "editor", office.Client);
        using Asking editor = await Asking.OfAsync(office.Server, edda);
        (string Method, string Path)[] owners =
        [
            ("DELETE", $"/api/v1/cases/{office.Case}"),
            ("PUT", $"/api/v1/cases/{office.Case}/owner"),
            ("PATCH", $"/api/v1/clients/{office.Client}"),
            ("DELETE", $"/api/v1/clients/{office.Client}"),
            ("POST", "/api/v1/clients"),
            ("POST", "/api/v1/cases"),
            ("GET", "/api/v1/people"),
            ("POST", "/api/v1/people"),
            ("PUT", "/api/v1/knowledge/metrics/late_shipment_rate/own"),
            ("POST", "/api/v1/knowledge/playbooks"),
        ];
        foreach ((string method, string path) in owners)
        {
            using HttpResponseMessage answer = await editor.SendAsync(method, path, method == "GET" ? null : new { });
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{method} {path}");
        }

        await office.IsUnchangedAsync();
    }

    [Fact]
    public async Task A_token_ends_by_hand_by_its_day_and_with_its_person()
    {
        await using Office office = await Office.OpenAsync();
        using Visitor mara = await Visitor.InvitedAsync(office.Server, "Mara", "editor", office.Client);
        using Asking ended = await Asking.OfAsync(office.Server, mara);
        string token = RunningServer.Between(await mara.PageAsync("/tokens"), "/tokens/", "/end");
        (await mara.PostFromAsync($"/tokens/{token}/end", "/tokens")).Dispose();
        using Asking old = await Asking.OfAsync(office.Server, mara);
        using Asking removed = await Asking.OfMachineAsync(office.Server);

        (await StatusAsync(ended)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(old)).ShouldBe(HttpStatusCode.OK);
        office.Server.Clock.Advance(TimeSpan.FromDays(31));
        (await StatusAsync(old)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(removed)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_removed_persons_token_is_worth_nothing()
    {
        await using Office office = await Office.OpenAsync();
        using Visitor mara = await Visitor.InvitedAsync(office.Server, "Mara", "editor", office.Client);
        using Asking program = await Asking.OfAsync(office.Server, mara);
        string person = RunningServer.Between(await office.Server.PageAsync("/people"), "action=\"/people/", "/");

        (await office.Server.PostAsync($"/people/{person}/remove")).Dispose();

        (await StatusAsync(program)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    /// <summary>A body of the kind that the operation takes, so that it is the right that refuses.</summary>
    private static HttpContent? BodyOf(string method, string route)
    {
        if (method == "GET")
        {
            return null;
        }

        bool isFile =
            method == "PUT"
            && (route.EndsWith("/file", StringComparison.Ordinal) || route.EndsWith("/word", StringComparison.Ordinal));
        var body = new ByteArrayContent("{}"u8.ToArray());
        body.Headers.ContentType = new(isFile ? "application/octet-stream" : "application/json");
        return body;
    }

    [Fact]
    public async Task What_is_missing_in_a_request_is_never_a_fault_of_ours()
    {
        await using Office office = await Office.OpenAsync();
        using Asking program = await Asking.OfMachineAsync(office.Server);
        foreach (
            (string method, string route, string path) in office.Operations().OrderBy(one => one.Method == "DELETE")
        )
        {
            using HttpResponseMessage answer = await program.SendAsync(method, path, BodyOf(method, route));

            ((int)answer.StatusCode).ShouldBeLessThan(500, $"{method} {route}");
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(Asking program)
    {
        using HttpResponseMessage answer = await program.SendAsync("GET", "/api/v1/me");
        return answer.StatusCode;
    }

    private static async Task FindsNothingAsync(Office office, Asking other)
    {
        foreach (
            (string method, string route, string path) in office
                .Operations()
                .Where(one => one.Path.Contains(office.Case) || one.Path.Contains(office.Client))
        )
        {
            string elsewhere = path.Replace(office.Case, Guid.NewGuid().ToString(), StringComparison.Ordinal)
                .Replace(office.Client, Guid.NewGuid().ToString(), StringComparison.Ordinal);
            using HttpResponseMessage answer = await other.SendAsync(method, path, BodyOf(method, route));
            using HttpResponseMessage never = await other.SendAsync(method, elsewhere, BodyOf(method, route));

            answer.StatusCode.ShouldBeOneOf([HttpStatusCode.NotFound, HttpStatusCode.Forbidden], $"{method} {route}");
            answer.StatusCode.ShouldBe(never.StatusCode, $"{method} {route}");
            (await answer.Content.ReadAsStringAsync(Cancel)).ShouldBe(
                await never.Content.ReadAsStringAsync(Cancel),
                route
            );
        }

        foreach (string list in new[] { "/api/v1/cases", "/api/v1/clients", "/api/v1/tasks" })
        {
            string all = (await other.JsonAsync("GET", list)).GetRawText();
            all.ShouldNotContain(office.Case);
            all.ShouldNotContain("Harbor Trade");
            all.ShouldNotContain("Northfold");
        }

        await office.IsUnchangedAsync();
    }
}
