using System.Net;
using Microsoft.Extensions.Time.Testing;
using Reprieve.Cli;
using Reprieve.Cli.Mailing;
using Reprieve.Knowledge;
using Reprieve.Mail;
using Reprieve.MailFaults;
using Reprieve.Testing;

namespace Reprieve.Tests.Mailing;

/// <summary>The refresh token of a mailbox is got by signing in at its provider, with a browser beside the terminal.</summary>
public sealed class MailboxConnectTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-connect-").FullName;
    private readonly OAuthStandIn _provider = new();
    private readonly FakeTimeProvider _clock = new(CommandRun.Now);
    private readonly HttpClient _browser = new();
    private readonly Watched _out = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string TokenFile => Path.Combine(_folder, "token.txt");

    [Fact]
    public async Task Signing_in_writes_the_refresh_token_that_sending_takes()
    {
        Task<int> run = RunAsync();
        Uri page = await _out.Page.Task.WaitAsync(Cancel);
        using HttpResponseMessage back = await _browser.GetAsync(page, Cancel);
        back.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await back.Content.ReadAsStringAsync(Cancel)).ShouldContain("Close this window");
        (await run).ShouldBe(0);
        SecretFile.Read(TokenFile).ShouldStartWith("refresh-");
        _out.ToString().ShouldContain("mailbox test --from owner@here.example --oauth-client our-client");
        _out.ToString().ShouldNotContain("refresh-");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(TokenFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task What_is_not_the_answer_does_not_end_the_waiting()
    {
        Task<int> run = RunAsync();
        Uri page = await _out.Page.Task.WaitAsync(Cancel);
        Uri root = new(System.Web.HttpUtility.ParseQueryString(page.Query)["redirect_uri"]!);
        using var silent = new System.Net.Sockets.TcpClient("127.0.0.1", root.Port);
        foreach (string path in new[] { "/favicon.ico", "/mailboxes/signed-in?code=x&state=another" })
        {
            using HttpResponseMessage other = await _browser.GetAsync(new Uri(root, path), Cancel);
            other.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        run.IsCompleted.ShouldBeFalse();
        (await _browser.GetAsync(page, Cancel)).Dispose();
        (await run).ShouldBe(0);
    }

    [Fact]
    public async Task A_refusal_is_said_and_writes_nothing()
    {
        _provider.Fault = OAuthFault.Denied;
        Task<int> run = RunAsync();
        (await _browser.GetAsync(await _out.Page.Task.WaitAsync(Cancel), Cancel)).Dispose();
        (await Should.ThrowAsync<MailException>(() => run)).Message.ShouldContain("The user said no");
        File.Exists(TokenFile).ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_is_waited_for_longer_than_ten_minutes()
    {
        Task<int> run = RunAsync();
        await _out.Redirect.Task.WaitAsync(Cancel);
        _clock.Advance(TimeSpan.FromMinutes(10));
        (await run).ShouldBe(1);
        _out.ToString().ShouldContain("within 10 minutes");
    }

    [Theory]
    [InlineData("--from", "Name the mailbox")]
    [InlineData("--oauth-client", "--oauth-client ID")]
    [InlineData("--oauth-token-file", "--oauth-token-file FILE")]
    public void What_is_missing_is_said(string missing, string says)
    {
        string[] all = ["--from", "a@gmail.com", "--oauth-client", "id", "--oauth-token-file", TokenFile];
        int at = Array.IndexOf(all, missing);
        CommandRun run = CommandRun.Mailing(
            CommandRun.Now,
            ["mailbox", "connect", .. all.Where((_, i) => i != at && i != at + 1)]
        );
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(says);
    }

    [Fact]
    public void Offline_an_unknown_provider_and_one_without_a_page_are_refused()
    {
        string[] args = ["mailbox", "connect", "--oauth-client", "id", "--oauth-token-file", TokenFile, "--from"];
        CommandRun.Mailing(CommandRun.Now, [.. args, "a@gmail.com", "--offline"]).ExitCode.ShouldBe(2);
        CommandRun
            .Mailing(CommandRun.Now, [.. args, "a@x.example", "--provider", "gmx"])
            .Error.ShouldContain("microsoft");
        CommandRun.Mailing(CommandRun.Now, [.. args, "a@qq.com"]).Error.ShouldContain("password for programs");
    }

    public void Dispose()
    {
        _browser.Dispose();
        _provider.Dispose();
        _out.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<int> RunAsync()
    {
        MailProvider here = SeedRun.Account(1, null, SentCopy.Unknown).Provider with { OAuth = _provider.Provider };
        var connection = new MailboxConnection(here, "owner@here.example", OAuthStandIn.Client, null, TokenFile);
        var cli = new CliContext
        {
            Out = _out,
            Error = _out,
            Input = () => Stream.Null,
            Clock = _clock,
            WorkingDirectory = _folder,
            ErrorIsTerminal = false,
            OutIsTerminal = false,
        };
        return connection.RunAsync(cli, new OAuthSignIn(), Cancel);
    }

    /// <summary>Output that tells when the page was printed.</summary>
    private sealed class Watched : StringWriter
    {
        public TaskCompletionSource<Uri> Page { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Redirect { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.StartsWith("http", StringComparison.Ordinal) == true)
            {
                Page.TrySetResult(new Uri(value));
            }
            else if (value?.Contains("/mailboxes/signed-in", StringComparison.Ordinal) == true)
            {
                Redirect.TrySetResult();
            }
        }
    }
}
