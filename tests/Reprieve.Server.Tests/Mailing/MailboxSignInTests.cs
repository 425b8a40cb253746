using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Reprieve.Knowledge;
using Reprieve.MailFaults;
using Reprieve.Server.Hosting;
using Reprieve.Server.Mailing;
using Reprieve.Storage;
using Reprieve.Testing;

namespace Reprieve.Server.Tests.Mailing;

/// <summary>A mailbox is set up by signing in at its provider: from the page, over there, and back.</summary>
public sealed partial class MailboxSignInTests : IAsyncLifetime
{
    private const string Address = "owner@larkmoor-supply.example";

    private readonly OAuthStandIn _provider = new();
    private readonly SmtpSink _sink = new() { Mechanisms = "XOAUTH2" };
    private readonly HttpClient _stranger = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }
    );
    private RunningServer _server = null!;
    private bool _offline;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync(more: Prepare);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _stranger.Dispose();
        _sink.Dispose();
        _provider.Dispose();
    }

    [Fact]
    public async Task Signing_in_at_the_provider_keeps_the_mailbox_and_tries_it()
    {
        string page = await ComeBackAsync(await GoAsync(await BeginAsync()));
        page.ShouldContain($"{Address} was tried");
        page.ShouldContain("127.0.0.1 takes mail from you");
        page.ShouldNotContain("refresh-");
        Mailbox kept = await KeptAsync();
        kept.ClientId.ShouldBe(OAuthStandIn.Client);
        kept.ClientSecret.ShouldBe(OAuthStandIn.Secret);
        kept.RefreshToken.ShouldNotBeNull().ShouldStartWith("refresh-");
        string said = System.Text.Encoding.UTF8.GetString(
            Convert.FromBase64String(_sink.SignIns.ShouldHaveSingleItem().Split(' ')[2])
        );
        said.ShouldContain(_provider.Given.Last());
    }

    [Fact]
    public async Task The_page_shows_steps_with_the_very_address_that_the_provider_is_given()
    {
        string page = Decoded(await _server.PageAsync($"/mailboxes?address={Address}"));
        string redirect = $"http://127.0.0.1:{_server.Browser.BaseAddress!.Port}/mailboxes/signed-in";
        page.ShouldContain($"Create a client with {redirect}.");
        page.ShouldContain("Sign in at Here");
        await GoAsync(await BeginAsync());
        _provider.LastAsked["redirect_uri"].ShouldBe(redirect);
        _provider.LastAsked["login_hint"].ShouldBe(Address);
    }

    [Theory]
    [InlineData(OAuthFault.Denied, "The user said no")]
    [InlineData(OAuthFault.WrongTenant, "Open the client to all accounts.")]
    [InlineData(OAuthFault.NoRefreshToken, "no permission that lasts")]
    [InlineData(OAuthFault.ExpiredCode, "The code has expired.")]
    [InlineData(OAuthFault.ServerError, "Try again later")]
    [InlineData(OAuthFault.Page, "status 502")]
    internal async Task What_goes_wrong_over_there_is_said_here_and_keeps_nothing(OAuthFault fault, string says)
    {
        _provider.Fault = fault;
        string page = await ComeBackAsync(await GoAsync(await BeginAsync()));
        page.ShouldContain(says);
        page.ShouldContain($"name=\"address\" value=\"{Address}\"");
        page.ShouldContain($"value=\"{OAuthStandIn.Client}\"");
        page.ShouldNotContain(OAuthStandIn.Secret);
        (await _server.Workbench.Mailboxes.OfAsync(null, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Loaded_again_it_says_the_same_and_asks_nobody_again()
    {
        Uri back = await GoAsync(await BeginAsync());
        await ComeBackAsync(back);
        int asked = _provider.TokenRequests;
        (await ComeBackAsync(back)).ShouldContain("was tried");
        _provider.TokenRequests.ShouldBe(asked);
    }

    [Fact]
    public async Task After_ten_minutes_or_a_restart_it_is_over()
    {
        Uri late = await GoAsync(await BeginAsync());
        _server.Clock.Advance(MailboxSignIns.Lasts);
        using HttpResponseMessage answer = await _stranger.GetAsync(late, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        Uri before = await GoAsync(await BeginAsync());
        await _server.RestartAsync();
        _server.Enter();
        using HttpResponseMessage after = await _server.Browser.GetAsync(
            new Uri(before.PathAndQuery + "&here=1", UriKind.Relative),
            Cancel
        );
        after.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_known_mailbox_signs_in_anew_with_the_client_that_is_known()
    {
        await ComeBackAsync(await GoAsync(await BeginAsync()));
        string first = (await KeptAsync()).RefreshToken!;
        await ComeBackAsync(await GoAsync(await BeginAsync(client: "", secret: "")));
        // Another name beside the address, say, leaves the way it is signed in.
        (await _server.PostAsync("/mailboxes", ("address", Address), ("name", "Larkmoor"))).Dispose();
        Mailbox now = await KeptAsync();
        now.DisplayName.ShouldBe("Larkmoor");
        now.RefreshToken.ShouldNotBeNull().ShouldNotBe(first);
        now.ClientSecret.ShouldBe(OAuthStandIn.Secret);
    }

    [Fact]
    public async Task Without_a_client_or_for_an_address_that_is_none_nobody_is_led_away()
    {
        using HttpResponseMessage nameless = await PostAsync("/mailboxes", client: "");
        nameless.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Decoded(await nameless.Content.ReadAsStringAsync(Cancel)).ShouldContain("Enter the client id");
        using HttpResponseMessage wrong = await PostAsync("/mailboxes", address: "nobody");
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using HttpResponseMessage password = await PostAsync("/mailboxes", address: "a@qq.com");
        Decoded(await password.Content.ReadAsStringAsync(Cancel)).ShouldContain("QQ");
    }

    [Fact]
    public async Task Offline_it_says_that_no_server_is_asked()
    {
        _offline = true;
        await _server.RestartAsync();
        _server.Enter();
        Decoded(await _server.PageAsync($"/mailboxes?address={Address}")).ShouldContain("no server is asked");
        using HttpResponseMessage begun = await PostAsync("/mailboxes");
        Decoded(await begun.Content.ReadAsStringAsync(Cancel)).ShouldContain("no server is asked");
    }

    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient http,
        string from,
        string path,
        params (string Name, string Value)[] fields
    )
    {
        string page = await http.GetStringAsync(new Uri(from, UriKind.Relative), Cancel);
        string token = RunningServer.Between(page, "name=\"__RequestVerificationToken\" value=\"", "\"");
        using var form = new FormUrlEncodedContent([
            new("__RequestVerificationToken", token),
            .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)),
        ]);
        return await http.PostAsync(new Uri(path, UriKind.Relative), form, Cancel);
    }

    private void Prepare(IServiceCollection services)
    {
        var options = (ServerOptions)
            services.Last(one => one.ServiceType == typeof(ServerOptions)).ImplementationInstance!;
        MailProvider here = SeedRun.Account(1, null, SentCopy.Unknown).Provider with
        {
            Domains = ["larkmoor-supply.example"],
            SignIn = [MailSignIn.Oauth],
            OAuth = _provider.Provider,
            Smtp = new MailServer("127.0.0.1", _sink.Port, MailTls.Implicit),
        };
        services.AddSingleton(
            options with
            {
                Knowledge = options.Knowledge with { MailProviders = [.. options.Knowledge.MailProviders, here] },
            }
        );
        services.AddSingleton(_ => _offline ? MailEnds.None : new MailEnds(SeedRun.Sender));
    }

    private async Task<Mailbox> KeptAsync() =>
        (await _server.Workbench.Mailboxes.OfAsync(null, Cancel)).ShouldHaveSingleItem();

    /// <summary>Presses the button; the provider's page that the browser is led to.</summary>
    private async Task<Uri> BeginAsync(
        string client = OAuthStandIn.Client,
        string secret = OAuthStandIn.Secret,
        string? host = null
    )
    {
        if (host is not null)
        {
            _server.Browser.DefaultRequestHeaders.Host = host;
        }

        using HttpResponseMessage begun = await PostAsync("/mailboxes", client: client, secret: secret);
        _server.Browser.DefaultRequestHeaders.Host = null;
        string page = await begun.Content.ReadAsStringAsync(Cancel);
        begun.StatusCode.ShouldBe(HttpStatusCode.OK, Decoded(page));
        return LeadOf(page);
    }

    private Task<HttpResponseMessage> PostAsync(
        string path,
        string address = Address,
        string client = OAuthStandIn.Client,
        string secret = OAuthStandIn.Secret
    ) => _server.PostAsync(path + "/sign-in", ("address", address), ("oauthClient", client), ("oauthSecret", secret));

    /// <summary>Signs in over there; the address that the provider sends the browser back to.</summary>
    private async Task<Uri> GoAsync(Uri page)
    {
        using HttpResponseMessage granted = await _stranger.GetAsync(page, Cancel);
        granted.StatusCode.ShouldBe(HttpStatusCode.Redirect, await granted.Content.ReadAsStringAsync(Cancel));
        return granted.Headers.Location.ShouldNotBeNull();
    }

    /// <summary>Comes back as a browser does: without cookies first, then led on with them.</summary>
    private async Task<string> ComeBackAsync(Uri back)
    {
        using HttpResponseMessage first = await _stranger.GetAsync(back, Cancel);
        Uri again = LeadOf(await first.Content.ReadAsStringAsync(Cancel));
        using HttpResponseMessage ended = await _server.Browser.GetAsync(again, Cancel);
        return Decoded(await ended.Content.ReadAsStringAsync(Cancel));
    }

    private static Uri LeadOf(string page) =>
        new(Decoded(RunningServer.Between(page, "http-equiv=\"refresh\" content=\"0;url=", "\"")));

    private static string Decoded(string page) => WebUtility.HtmlDecode(page);

    /// <summary>A browser that speaks https with a proxy, so that cookies for https alone come through.</summary>
    private sealed class BehindProxy()
        : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        private readonly Dictionary<string, string> _cookies = [];

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            request.Headers.TryAddWithoutValidation(
                "Cookie",
                string.Join("; ", _cookies.Select(one => $"{one.Key}={one.Value}"))
            );
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
            foreach (string set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
            {
                string[] pair = set.Split(';')[0].Split('=', 2);
                _cookies[pair[0]] = pair[1];
            }

            return answer;
        }
    }
}
