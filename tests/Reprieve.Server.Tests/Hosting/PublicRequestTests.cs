using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Reprieve.Server.Hosting;

namespace Reprieve.Server.Tests.Hosting;

/// <summary>Requests of people elsewhere, as a proxy on this machine hands them on.</summary>
public sealed class PublicRequestTests
{
    private const string Host = "desk.example.com";
    private static readonly PublicAddress Desk = new(new Uri("https://" + Host));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_public_host_is_answered_over_https_only_from_then_on()
    {
        await using RunningServer server = await RunningServer.StartAsync(open: Desk);

        using HttpResponseMessage elsewhere = await GetAsync(server, "/", Host);
        using HttpResponseMessage here = await GetAsync(server, "/", null);

        elsewhere.Headers.Location.ShouldNotBeNull().ToString().ShouldBe("/sign-in");
        elsewhere.Headers.GetValues("Strict-Transport-Security").ShouldHaveSingleItem().ShouldBe("max-age=31536000");
        elsewhere.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
        here.StatusCode.ShouldBe(HttpStatusCode.OK);
        here.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Theory]
    [InlineData("other.example.com")]
    [InlineData(Host + ":8443")]
    [InlineData(Host + ".evil.example")]
    public async Task Another_host_is_refused_and_the_proxy_is_told_why(string host)
    {
        await using RunningServer server = await RunningServer.StartAsync(open: Desk);

        using HttpResponseMessage page = await GetAsync(server, "/", host);

        page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        page.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        (await page.Content.ReadAsStringAsync(Cancel)).ShouldContain("Host header");
    }

    [Fact]
    public async Task Without_a_public_address_its_host_is_a_foreign_one()
    {
        await using RunningServer server = await RunningServer.StartAsync();

        using HttpResponseMessage page = await GetAsync(server, "/", Host);

        page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Forwarded-Proto")]
    [InlineData("X-Real-IP")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    public async Task A_proxy_that_puts_this_machine_in_the_place_of_the_host_makes_nobody_local(string header)
    {
        await using RunningServer server = await RunningServer.StartAsync(open: Desk);

        using HttpResponseMessage page = await GetAsync(server, "/", null, (header, "198.51.100.4"));

        page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_machines_own_ways_in_are_unknown_elsewhere()
    {
        await using RunningServer server = await RunningServer.StartAsync(enter: false, open: Desk);
        Uri? invitation = await RunningWorkbench.FindAsync(server.StateFolder, server.Clock, Cancel);

        using HttpResponseMessage printed = await GetAsync(server, server.Address.PathAndQuery, Host);
        using HttpResponseMessage invited = await GetAsync(server, invitation!.PathAndQuery, Host);
        using HttpResponseMessage running = await GetAsync(server, "/running?of=me", Host);

        foreach (HttpResponseMessage page in (HttpResponseMessage[])[printed, invited, running])
        {
            page.Headers.Location.ShouldNotBeNull().ToString().ShouldStartWith("/sign-in");
            page.Headers.Contains("Set-Cookie").ShouldBeFalse();
        }

        // They were not used up by it.
        using HttpResponseMessage here = await server.Browser.GetAsync(server.Address, Cancel);
        here.StatusCode.ShouldBe(HttpStatusCode.OK);
        using HttpClient other = RunningServer.NewBrowser(server.Address);
        using HttpResponseMessage second = await other.GetAsync(invitation, Cancel);
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_machines_cookie_counts_for_nothing_elsewhere()
    {
        await using RunningServer server = await RunningServer.StartAsync(enter: false, open: Desk);
        using HttpClient bare = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
        using HttpResponseMessage opened = await bare.GetAsync(server.Address, Cancel);
        string cookie = opened.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().Split(';')[0];

        foreach (
            (string? host, HttpStatusCode expected) in ((string?, HttpStatusCode)[])
                [(null, HttpStatusCode.OK), (Host, HttpStatusCode.Found)]
        )
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Get,
                server.Address.GetLeftPart(UriPartial.Authority)
            );
            request.Headers.Host = host;
            request.Headers.Add("Cookie", cookie);
            using HttpResponseMessage page = await bare.SendAsync(request, Cancel);
            page.StatusCode.ShouldBe(expected);
        }
    }

    [Theory]
    [InlineData(true, Host, "198.51.100.4", "https 198.51.100.4 public")]
    [InlineData(true, Host, "192.0.2.66, 198.51.100.4", "https 198.51.100.4 public")]
    [InlineData(true, Host, "2001:db8::4", "https 2001:db8::4 public")]
    [InlineData(true, Host, "nonsense", "https 127.0.0.1 public")]
    [InlineData(true, Host, null, "https 127.0.0.1 public")]
    [InlineData(true, null, null, "http 127.0.0.1 local")]
    [InlineData(false, null, "198.51.100.4", "http 127.0.0.1 local")]
    public async Task The_address_of_whoever_asks_is_the_declared_proxys_word(
        bool isDeclared,
        string? host,
        string? forwarded,
        string expected
    )
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using WebApplication app = builder.Build();
        Safety.Use(app, isDeclared ? Desk : null);
        app.Run(http =>
            http.Response.WriteAsync(
                $"{http.Request.Scheme} {http.Connection.RemoteIpAddress} {(Safety.IsPublic(http) ? "public" : "local")}"
            )
        );
        await app.StartAsync(Cancel);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, app.Urls.Single());
        request.Headers.Host = host;
        if (forwarded is not null)
        {
            request.Headers.Add("X-Forwarded-For", forwarded);
        }

        using HttpResponseMessage page = await client.SendAsync(request, Cancel);

        (await page.Content.ReadAsStringAsync(Cancel)).ShouldBe(expected);
    }

    private static async Task<HttpResponseMessage> GetAsync(
        RunningServer server,
        string path,
        string? host,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Host = host;
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (host is null)
        {
            return await server.Browser.SendAsync(request, Cancel);
        }

        // Somebody elsewhere: without the cookies of this machine, and shown redirects instead of following them.
        using var elsewhere = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
        elsewhere.BaseAddress = server.Browser.BaseAddress;
        return await elsewhere.SendAsync(request, Cancel);
    }
}
