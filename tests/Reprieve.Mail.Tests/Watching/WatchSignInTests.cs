using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Reprieve.Knowledge;
using Reprieve.Mail.Connecting;
using Reprieve.Mail.Watching;
using Reprieve.MailFaults;
using Reprieve.MailWatch;

namespace Reprieve.Mail.Tests.Watching;

/// <summary>Signing in again and again over days, and what is said when that fails.</summary>
public sealed class WatchSignInTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-watch-").FullName;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("NO [UNAVAILABLE] Too many simultaneous connections.", Retry.Later, "asks for patience")]
    [InlineData("NO Temporary authentication failure.", Retry.Later, "asks for patience")]
    [InlineData("NO [AUTHENTICATIONFAILED] Invalid credentials", Retry.WhenPutRight, "Check user name and password")]
    public async Task A_refusal_for_now_is_told_from_a_wrong_password(string answer, Retry retry, string says)
    {
        using var server = new ScriptedImap { SignIn = answer };
        using WatchBook book = WatchBook.Open(Path.Combine(_folder, "book"));
        await using MailboxWatcher watcher = Watcher(
            server,
            book,
            new MailSecret.Password("secret"),
            new Tokens(),
            null
        );
        WatchTrouble trouble = (
            await watcher.TickAsync(TestContext.Current.CancellationToken)
        ).Trouble.ShouldNotBeNull();
        trouble.Retry.ShouldBe(retry, trouble.Sentence);
        trouble.Sentence.ShouldContain(says);
        TimeSpan pause = trouble.NotBefore - _clock.GetUtcNow();
        pause.ShouldBeGreaterThan(retry is Retry.Later ? TimeSpan.FromSeconds(10) : TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task Each_connection_has_a_token_of_its_own_and_a_withdrawn_permission_is_said()
    {
        using var server = new ScriptedImap();
        using var tokens = new Tokens(
            """{"access_token":"one","refresh_token":"second"}""",
            """{"access_token":"two"}""",
            """{"error":"invalid_grant","error_description":"revoked"}"""
        );
        using WatchBook book = WatchBook.Open(Path.Combine(_folder, "book"));
        var secret = new MailSecret.OAuth("client", null, "first");
        MailSecret.OAuth? renewed = null;
        var results = new List<WatchResult>();
        // As often as the server is left; a watcher that goes on would keep its connection.
        await using MailboxWatcher watcher = Watcher(server, book, secret, tokens, next => renewed = next);
        for (int i = 0; i < 3; i++)
        {
            results.Add(await watcher.TickAsync(TestContext.Current.CancellationToken));
            await watcher.DisposeAsync();
        }

        results.Select(result => result.Trouble is null).ShouldBe([true, true, false]);
        server
            .SignIns.Select(line => Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[3])))
            .ShouldBe([
                "user=seller@example.com\u0001auth=Bearer one\u0001\u0001",
                "user=seller@example.com\u0001auth=Bearer two\u0001\u0001",
            ]);
        tokens.Asked.Select(form => form.Contains("refresh_token=second")).ShouldBe([false, true, true]);
        renewed.ShouldNotBeNull().RefreshToken.ShouldBe("second");
        results[2].Trouble.ShouldNotBeNull().Sentence.ShouldContain("Grant it anew");
        results[2].Trouble.ShouldNotBeNull().Retry.ShouldBe(Retry.WhenPutRight);
    }

    [Fact]
    public void Pauses_grow_to_a_limit_and_are_longer_where_a_person_is_needed()
    {
        WatchPauses.After(1, Retry.Later, 0.5).ShouldBe(TimeSpan.FromSeconds(15));
        WatchPauses.After(3, Retry.Later, 0.5).ShouldBe(TimeSpan.FromSeconds(60));
        WatchPauses.After(1_000, Retry.Later, 0.5).ShouldBe(TimeSpan.FromMinutes(15));
        WatchPauses.After(1, Retry.WhenPutRight, 0.5).ShouldBe(TimeSpan.FromMinutes(15));
        WatchPauses.After(1_000, Retry.WhenPutRight, 0.5).ShouldBe(TimeSpan.FromHours(12));
        WatchPauses.After(1, Retry.Later, 0).ShouldBeLessThan(WatchPauses.After(1, Retry.Later, 1));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private MailboxWatcher Watcher(
        ScriptedImap server,
        WatchBook book,
        MailSecret secret,
        Tokens tokens,
        Action<MailSecret.OAuth>? renewed
    )
    {
        MailAccount account = SeedRun.Account(1, server.Server, SentCopy.Unknown);
        return new MailboxWatcher(
            account with
            {
                Secret = secret,
                Provider = account.Provider with
                {
                    OAuth = new MailOAuth(new Uri("https://login.example/token"), null),
                },
            },
            book,
            new KeepingTaker(),
            KnowledgeLoader.BuiltIn,
            new WatchOptions(),
            _clock,
            new MailEdge { PlainOnLoopback = _ => true, Http = new HttpClient(tokens) }
        )
        {
            Renewed = renewed,
        };
    }

    /// <summary>Answers one request for a token after the other.</summary>
    private sealed class Tokens(params string[] answers) : HttpMessageHandler
    {
        private readonly Queue<string> _answers = new(answers);

        public List<string> Asked { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancel
        )
        {
            Asked.Add(await request.Content!.ReadAsStringAsync(cancel));
            string answer = _answers.Dequeue();
            return new HttpResponseMessage(answer.Contains("error") ? HttpStatusCode.BadRequest : HttpStatusCode.OK)
            {
                Content = new StringContent(answer),
            };
        }
    }
}
