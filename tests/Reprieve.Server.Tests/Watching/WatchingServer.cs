using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Reprieve.Arrivals;
using Reprieve.MailFaults;
using Reprieve.Server.Mailing;
using Reprieve.Server.Watching;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Watching;

/// <summary>A workbench that watches a mailbox at a real mail server of this machine.</summary>
internal sealed class WatchingServer : IAsyncDisposable
{
    public const string Address = WatchedWorkbench.Address;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private WatchingServer(RunningServer server, DovecotServer dovecot, SignedMails mails, SmtpSink sink)
    {
        (Server, Dovecot, Mails, Sink) = (server, dovecot, mails, sink);
    }

    public RunningServer Server { get; }

    public DovecotServer Dovecot { get; }

    public SignedMails Mails { get; }

    public SmtpSink Sink { get; }

    public ArrivalBook Arrivals => Server.Workbench.Arrivals;

    public static async Task<WatchingServer> StartAsync()
    {
        Assert.SkipWhen(
            Environment.GetEnvironmentVariable("REPRIEVE_FAST_TESTS") == "1",
            "REPRIEVE_FAST_TESTS=1 leaves Dovecot out."
        );
        Assert.SkipUnless(DovecotServer.IsInstalled, "Dovecot is not installed (Debian: dovecot-imapd).");
        DovecotServer dovecot = await DovecotServer.StartAsync();
        var mails = new SignedMails();
        MailEnds ends = new(SeedRun.Sender) { Watcher = WatchedWorkbench.Ends(dovecot.Certificate).Watcher };
        RunningServer server = await RunningServer.StartAsync(
            keys: mails,
            more: services => services.AddSingleton(ends)
        );
        return new WatchingServer(server, dovecot, mails, new SmtpSink());
    }

    /// <summary>Adds the mailbox on a page, and has it watched.</summary>
    public Task<HttpResponseMessage> WatchAsync(string page = "/mailboxes", string password = "secret") =>
        Server.PostAsync(
            page,
            ("address", Address),
            ("password", password),
            ("smtp", $"127.0.0.1:{Sink.Port}"),
            ("imap", $"127.0.0.1:{Dovecot.Server.Port}"),
            ("watch", "yes")
        );

    /// <summary>A mail comes in.</summary>
    public void Deliver(byte[] mail) => Dovecot.Store("", mail);

    /// <summary>A mail comes in; it is sorted when the call returns.</summary>
    public async Task<Arrival> SortedAsync(byte[] mail)
    {
        HashSet<Guid> before = [.. (await AllAsync()).Select(one => one.Id)];
        Deliver(mail);
        return await UntilAsync(async () =>
            (await AllAsync()).FirstOrDefault(one => !before.Contains(one.Id) && one.State != ArrivalState.New)
        );
    }

    /// <summary>Waits until the mailbox was looked through.</summary>
    public Task<bool> LookedAsync() => Server.Services.GetRequiredService<MailboxWatching>().OnceAsync(Cancel);

    public Task<IReadOnlyList<Arrival>> AllAsync() =>
        Arrivals.ListAsync(null, Enum.GetValues<ArrivalState>(), cancel: Cancel);

    /// <summary>What a page says, without its entities.</summary>
    public async Task<string> PageAsync(string path) => WebUtility.HtmlDecode(await Server.PageAsync(path));

    /// <summary>Asks again and again until there is something; the real mail server takes its time.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T?>> ask)
        where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (true)
        {
            if (await ask() is { } found)
            {
                return found;
            }

            await Task.Delay(20, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Dovecot.Dispose();
        Sink.Dispose();
        Mails.Dispose();
    }
}
