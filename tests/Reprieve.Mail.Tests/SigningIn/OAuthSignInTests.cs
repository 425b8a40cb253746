using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Reprieve.Knowledge;
using Reprieve.Mail.Connecting;
using Reprieve.MailFaults;
using Reprieve.Testing;

namespace Reprieve.Mail.Tests.SigningIn;

/// <summary>Signing in at a provider, from the page to the mailbox, and the words when that fails.</summary>
public sealed class OAuthSignInTests : IDisposable
{
    private const int Port = 5178;
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);

    private readonly OAuthStandIn _provider = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_granted_opens_the_mailbox()
    {
        OAuthRequest request = Begin();
        MailSecret.OAuth secret = await FinishAsync(request, await AnswerAsync(request));
        secret.ClientId.ShouldBe(OAuthStandIn.Client);
        secret.ClientSecret.ShouldBe(OAuthStandIn.Secret);

        X509Certificate2 own = SelfMade.ForLoopback();
        using var sink = new SmtpSink(SinkTls.Implicit, own) { Mechanisms = "XOAUTH2" };
        MailAccount account = Account(sink.Port, secret);
        var edge = new MailEdge { AlsoTrusted = own };
        MailTest test = await new MailSender(new FakeTimeProvider(Now), edge).TestAsync(account, Cancel);
        test.Smtp.Good.ShouldBeTrue(test.Smtp.Sentence);
        string said = Encoding.UTF8.GetString(Convert.FromBase64String(sink.SignIns.Single().Split(' ')[2]));
        said.ShouldBe($"user=seller@example.com\u0001auth=Bearer {_provider.Given.Last()}\u0001\u0001");
    }

    [Fact]
    public async Task A_refresh_token_that_is_replaced_at_each_use_goes_on_opening_it()
    {
        _provider.Rotates = true;
        OAuthRequest request = Begin();
        MailSecret.OAuth secret = await FinishAsync(request, await AnswerAsync(request));
        X509Certificate2 own = SelfMade.ForLoopback();
        using var sink = new SmtpSink(SinkTls.Implicit, own) { Mechanisms = "XOAUTH2" };
        for (int i = 0; i < 3; i++)
        {
            var sender = new MailSender(new FakeTimeProvider(Now), new MailEdge { AlsoTrusted = own })
            {
                Renewed = next => secret = next,
            };
            MailTest test = await sender.TestAsync(Account(sink.Port, secret), Cancel);
            test.Smtp.Good.ShouldBeTrue(test.Smtp.Sentence);
        }

        sink.SignIns.Count.ShouldBe(3);
    }

    [Fact]
    public void The_page_is_asked_for_all_that_a_lasting_permission_needs()
    {
        OAuthRequest request = Begin();
        string query = request.Page.Query;
        query.ShouldContain("access_type=offline");
        query.ShouldContain("scope=mail%20offline");
        query.ShouldContain("login_hint=seller%40example.com");
        query.ShouldContain("code_challenge_method=S256");
        query.ShouldContain("redirect_uri=http%3A%2F%2F127.0.0.1%3A5178%2Fmailboxes%2Fsigned-in");
        query.ShouldNotContain(OAuthStandIn.Secret);
        Begin().State.ShouldNotBe(request.State);
        $"{request}".ShouldBe(nameof(OAuthRequest));
    }

    [Fact]
    public void Both_providers_are_asked_at_their_own_page_and_come_back_as_they_let_it_be_registered()
    {
        Uri gmail = Page("gmail");
        gmail.ToString().ShouldStartWith("https://accounts.google.com/o/oauth2/v2/auth?");
        gmail.Query.ShouldContain("access_type=offline&prompt=consent");
        Uri microsoft = Page("microsoft");
        microsoft.Query.ShouldContain("offline_access");
        microsoft.Query.ShouldContain("redirect_uri=http%3A%2F%2Flocalhost%3A5178%2Fmailboxes%2Fsigned-in");
        Should.Throw<MailException>(() => Page("qq")).Message.ShouldContain("QQ");

        static Uri Page(string code)
        {
            MailProvider provider = KnowledgeLoader.BuiltIn.MailProviders.Single(one => one.Code == code);
            Uri redirect = OAuthRequest.Loopback(provider, Port);
            return OAuthRequest.Begin(provider, "id", null, "seller@example.com", redirect).Page;
        }
    }

    [Theory]
    [InlineData(OAuthFault.Denied, "The user said no", "allow it")]
    [InlineData(OAuthFault.WrongTenant, "not multi-tenant", "Open the client to all accounts.")]
    [InlineData(OAuthFault.WrongState, "another sign-in", "Begin again")]
    [InlineData(OAuthFault.NoRefreshToken, "no permission that lasts", "connected apps")]
    [InlineData(OAuthFault.ExpiredCode, "The code has expired.", "Sign in again")]
    [InlineData(OAuthFault.ServerError, "oops", "Try again later")]
    [InlineData(OAuthFault.Page, "status 502", "Try again later")]
    internal async Task What_goes_wrong_is_said_with_what_to_do(OAuthFault fault, string says, string advice)
    {
        _provider.Fault = fault;
        OAuthRequest request = Begin();
        OAuthAnswer answer = await AnswerAsync(request);
        string words = (await Should.ThrowAsync<MailException>(() => FinishAsync(request, answer))).Message;
        words.ShouldContain(says);
        words.ShouldContain(advice);
    }

    [Fact]
    public async Task A_provider_that_is_silent_is_not_waited_for_forever()
    {
        OAuthRequest request = Begin();
        OAuthAnswer answer = await AnswerAsync(request);
        _provider.Fault = OAuthFault.Silent;
        using var hasty = new HttpClient { Timeout = TimeSpan.FromMilliseconds(200) };
        MailException fault = await Should.ThrowAsync<MailException>(() =>
            new OAuthSignIn(hasty).FinishAsync(request, answer, Cancel)
        );
        fault.Message.ShouldContain("did not answer in time");
    }

    [Fact]
    public async Task A_code_is_good_once_and_for_the_request_that_asked_for_it()
    {
        OAuthRequest first = Begin();
        OAuthRequest second = Begin();
        OAuthAnswer answer = await AnswerAsync(first);
        // Somebody else's code in the place of the own: PKCE tells them apart.
        (
            await Should.ThrowAsync<MailException>(() => FinishAsync(second, answer with { State = second.State }))
        ).Message.ShouldContain("The verifier is wrong.");
        (await Should.ThrowAsync<MailException>(() => FinishAsync(first, answer))).Message.ShouldContain("expired");
        _provider.TokenRequests.ShouldBe(2);
    }

    [Fact]
    public async Task A_redirect_address_that_is_not_registered_never_comes_back()
    {
        _provider.RedirectPath = "/elsewhere";
        using HttpResponseMessage page = await _http.GetAsync(Begin().Page, Cancel);
        page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_wrong_secret_is_said()
    {
        OAuthRequest request = OAuthRequest.Begin(
            Provider(),
            OAuthStandIn.Client,
            "wrong",
            "seller@example.com",
            OAuthRequest.Loopback(Provider(), Port)
        );
        OAuthAnswer answer = await AnswerAsync(request);
        (await Should.ThrowAsync<MailException>(() => FinishAsync(request, answer))).Message.ShouldContain(
            "Check client id and client secret"
        );
    }

    [Fact]
    public async Task A_mailbox_other_than_the_one_that_was_granted_is_explained()
    {
        OAuthRequest request = Begin();
        MailSecret.OAuth secret = await FinishAsync(request, await AnswerAsync(request));
        X509Certificate2 own = SelfMade.ForLoopback();
        using var sink = new SmtpSink(SinkTls.Implicit, own) { Mechanisms = "XOAUTH2", SignInAnswer = "535 no" };
        var sender = new MailSender(new FakeTimeProvider(Now), new MailEdge { AlsoTrusted = own });
        MailFinding smtp = (await sender.TestAsync(Account(sink.Port, secret), Cancel)).Smtp;
        smtp.Good.ShouldBeFalse();
        smtp.Sentence.ShouldContain("with this very mailbox");
    }

    [Fact]
    public void Ending_after_seven_days_in_testing_is_said_where_google_withdraws()
    {
        MailOAuth google = KnowledgeLoader.BuiltIn.MailProviders.Single(one => one.Code == "gmail").OAuth!;
        string words = OAuthRefusal.OfToken(google, "oauth2.googleapis.com", "invalid_grant", "Token has been expired");
        words.ShouldContain("Grant it anew");
        words.ShouldContain("seven days");
        MailOAuth microsoft = KnowledgeLoader.BuiltIn.MailProviders.Single(one => one.Code == "microsoft").OAuth!;
        string theirs = OAuthRefusal.OfCode(
            OAuthRequest.Begin(
                KnowledgeLoader.BuiltIn.MailProviders.Single(one => one.Code == "microsoft"),
                "id",
                null,
                "a@outlook.com",
                new Uri("http://localhost:1/mailboxes/signed-in")
            ),
            microsoft.TokenEndpoint.Host,
            "invalid_client",
            "AADSTS7000218: The request body must contain a secret.\r\nTrace ID: 1"
        );
        theirs.ShouldContain("Mobile and desktop applications");
        theirs.ShouldNotContain("Trace ID");
    }

    public void Dispose()
    {
        _http.Dispose();
        _provider.Dispose();
    }

    private MailProvider Provider() =>
        SeedRun.Account(1, null, SentCopy.Unknown).Provider with
        {
            OAuth = _provider.Provider,
        };

    private OAuthRequest Begin() =>
        OAuthRequest.Begin(
            Provider(),
            OAuthStandIn.Client,
            OAuthStandIn.Secret,
            "seller@example.com",
            OAuthRequest.Loopback(Provider(), Port)
        );

    /// <summary>What the browser brings back from the provider's page.</summary>
    private async Task<OAuthAnswer> AnswerAsync(OAuthRequest request)
    {
        using HttpResponseMessage page = await _http.GetAsync(request.Page, Cancel);
        Uri back = page.Headers.Location.ShouldNotBeNull();
        back.GetLeftPart(UriPartial.Path).ShouldBe(request.Redirect.ToString());
        var fields = System.Web.HttpUtility.ParseQueryString(back.Query);
        return OAuthAnswer.Read(name => fields[name]);
    }

    private Task<MailSecret.OAuth> FinishAsync(OAuthRequest request, OAuthAnswer answer) =>
        new OAuthSignIn(_http).FinishAsync(request, answer, Cancel);

    private MailAccount Account(int port, MailSecret secret) =>
        SeedRun.Account(port, null, SentCopy.Unknown) with
        {
            Provider = Provider(),
            Smtp = new MailServer("127.0.0.1", port, MailTls.Implicit),
            Secret = secret,
        };
}
