using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Reprieve.Knowledge;
using Reprieve.Mail.Connecting;
using Reprieve.MailFaults;

namespace Reprieve.Mail.Tests;

/// <summary>Encryption, signing in, and the words when they fail.</summary>
public sealed class ConnectionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(SinkTls.Implicit, MailTls.Implicit)]
    [InlineData(SinkTls.StartTls, MailTls.StartTls)]
    internal async Task Both_kinds_of_encryption_work(SinkTls has, MailTls asked)
    {
        X509Certificate2 own = SelfMade.ForLoopback();
        using var sink = new SmtpSink(has, own);
        MailFinding finding = await TryAsync(sink, asked, own);
        finding.Good.ShouldBeTrue(finding.Sentence);
    }

    [Fact]
    public async Task Nothing_goes_out_without_encryption()
    {
        using var sink = new SmtpSink();
        (await TryAsync(sink, MailTls.StartTls, null)).Sentence.ShouldContain("no encryption");
        (await TryAsync(sink, MailTls.Implicit, null)).Good.ShouldBeFalse();
        sink.SignIns.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("127.0.0.1", -9, -2, "clock")]
    [InlineData("elsewhere.example", -1, 1, "elsewhere.example")]
    [InlineData("127.0.0.1", -1, 1, "does not trust")]
    public async Task A_certificate_that_is_not_good_is_explained(string host, int from, int until, string says)
    {
        X509Certificate2 bad = SelfMade.Certificate(host, Now.AddDays(from), Now.AddDays(until));
        using var sink = new SmtpSink(SinkTls.Implicit, bad);
        (await TryAsync(sink, MailTls.Implicit, null)).Sentence.ShouldContain(says);
        sink.SignIns.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("gmail", "534 5.7.9 Application-specific password required", "16 letters")]
    [InlineData("qq", "535 Login fail. Authorization code needed", "authorisation code")]
    [InlineData("microsoft", "535 5.7.139 basic authentication is disabled", "switched off")]
    [InlineData("generic", "535 wrong", "Check user name and password")]
    public async Task A_sign_in_that_is_refused_is_explained(string provider, string answer, string says)
    {
        X509Certificate2 own = SelfMade.ForLoopback();
        using var sink = new SmtpSink(SinkTls.Implicit, own) { SignInAnswer = answer };
        MailProvider known = KnowledgeLoader.BuiltIn.MailProviders.Single(one => one.Code == provider);
        (await TryAsync(sink, MailTls.Implicit, own, known)).Sentence.ShouldContain(says);
    }

    [Theory]
    [InlineData("PLAIN XOAUTH2", "AUTH XOAUTH2")]
    [InlineData("OAUTHBEARER XOAUTH2", "AUTH OAUTHBEARER")]
    public async Task A_refresh_token_opens_the_mailbox_and_a_new_one_is_handed_on(string mechanisms, string used)
    {
        using var endpoint = new TokenEndpoint("""{"access_token":"let-me-in","refresh_token":"next"}""", 200);
        X509Certificate2 own = SelfMade.ForLoopback();
        using var sink = new SmtpSink(SinkTls.Implicit, own) { Mechanisms = mechanisms };
        MailSecret.OAuth? renewed = null;
        MailFinding finding = await TryAsync(
            sink,
            MailTls.Implicit,
            own,
            OAuthProvider(endpoint),
            new MailSecret.OAuth("our-client", null, "old"),
            next => renewed = next
        );
        finding.Good.ShouldBeTrue(finding.Sentence);
        string said = sink.SignIns.ShouldHaveSingleItem();
        said.ShouldStartWith(used);
        Encoding.UTF8.GetString(Convert.FromBase64String(said.Split(' ')[2])).ShouldContain("Bearer let-me-in");
        renewed!.RefreshToken.ShouldBe("next");
        endpoint.Asked.ShouldContain("refresh_token=old");
        endpoint.Asked.ShouldContain("client_id=our-client");
    }

    [Fact]
    public async Task A_permission_that_was_withdrawn_is_said()
    {
        using var endpoint = new TokenEndpoint("""{"error":"invalid_grant","error_description":"revoked"}""", 400);
        X509Certificate2 own = SelfMade.ForLoopback();
        using var sink = new SmtpSink(SinkTls.Implicit, own) { Mechanisms = "XOAUTH2" };
        var secret = new MailSecret.OAuth("our-client", null, "old");
        MailFinding finding = await TryAsync(sink, MailTls.Implicit, own, OAuthProvider(endpoint), secret);
        finding.Sentence.ShouldContain("Grant it anew");
        finding.Sentence.ShouldContain("revoked");
    }

    [Fact]
    public void No_secret_is_ever_printed()
    {
        MailAccount account = Account(1, MailTls.Implicit, null, new MailSecret.Password("hush"));
        $"{account} {new MailSecret.OAuth("id", "hush", "hush")}".ShouldNotContain("hush");
    }

    private static MailProvider OAuthProvider(TokenEndpoint endpoint) =>
        Account(1, MailTls.Implicit, null, null).Provider with
        {
            OAuth = new MailOAuth(endpoint.Address, null),
        };

    private static async Task<MailFinding> TryAsync(
        SmtpSink sink,
        MailTls tls,
        X509Certificate2? trusted,
        MailProvider? provider = null,
        MailSecret? secret = null,
        Action<MailSecret.OAuth>? renewed = null
    )
    {
        var edge = new MailEdge { AlsoTrusted = trusted, ToConnect = TimeSpan.FromSeconds(30) };
        var sender = new MailSender(new FakeTimeProvider(Now), edge) { Renewed = renewed };
        MailAccount account = Account(sink.Port, tls, provider, secret);
        return (await sender.TestAsync(account, TestContext.Current.CancellationToken)).Smtp;
    }

    private static MailAccount Account(int port, MailTls tls, MailProvider? provider, MailSecret? secret)
    {
        MailAccount account = SeedRun.Account(port, null, SentCopy.Unknown);
        return account with
        {
            Provider = (provider ?? account.Provider) with { Imap = null },
            Smtp = new MailServer("127.0.0.1", port, tls),
            Secret = secret ?? account.Secret,
        };
    }

    /// <summary>A token endpoint on this machine that gives one answer.</summary>
    private sealed class TokenEndpoint : IDisposable
    {
        private readonly HttpListener _listener = new();

        public TokenEndpoint(string answer, int status)
        {
            using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/token/");
            }

            _listener.Prefixes.Add(Address.ToString());
            _listener.Start();
            _ = AnswerAsync(answer, status);
        }

        public Uri Address { get; }

        public string Asked { get; private set; } = "";

        public void Dispose() => _listener.Close();

        private async Task AnswerAsync(string answer, int status)
        {
            HttpListenerContext context = await _listener.GetContextAsync();
            using var reader = new StreamReader(context.Request.InputStream);
            Asked = await reader.ReadToEndAsync();
            context.Response.StatusCode = status;
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer));
            context.Response.Close();
        }
    }
}
