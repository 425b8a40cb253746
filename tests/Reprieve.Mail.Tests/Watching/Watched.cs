using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using Microsoft.Extensions.Time.Testing;
using Reprieve.Knowledge;
using Reprieve.Mail.Connecting;
using Reprieve.MailFaults;
using Reprieve.MailWatch;

namespace Reprieve.Mail.Tests.Watching;

/// <summary>A mailbox at a real server, with a watcher before which a line that can be cut lies.</summary>
internal sealed class Watched : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-watch-").FullName;
    private WatchBook? _book;
    private MailboxWatcher? _watcher;

    private Watched(DovecotServer dovecot)
    {
        Dovecot = dovecot;
        Proxy = new CuttingProxy(dovecot.Server);
    }

    public DovecotServer Dovecot { get; }

    public CuttingProxy Proxy { get; }

    public KeepingTaker Taker { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero));

    public WatchOptions Options { get; set; } = new();

    public string BookPath => Path.Combine(_folder, "book");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Watched> StartAsync(string also = "")
    {
        Assert.SkipWhen(
            Environment.GetEnvironmentVariable("REPRIEVE_FAST_TESTS") == "1",
            "REPRIEVE_FAST_TESTS=1 leaves Dovecot out."
        );
        Assert.SkipUnless(DovecotServer.IsInstalled, "Dovecot is not installed (Debian: dovecot-imapd).");
        return new Watched(await DovecotServer.StartAsync(also: also));
    }

    public MailboxWatcher Watcher() =>
        _watcher ??= new MailboxWatcher(
            SeedRun.Account(1, Proxy.Server, SentCopy.Unknown),
            _book = WatchBook.Open(BookPath),
            Taker,
            KnowledgeLoader.BuiltIn,
            Options,
            Clock,
            new MailEdge { AlsoTrusted = Dovecot.Certificate }
        );

    public Task<WatchResult> TickAsync() => Watcher().TickAsync(Cancel);

    /// <summary>A tick that must come to its end.</summary>
    public async Task<WatchResult> GoodTickAsync()
    {
        WatchResult result = await TickAsync();
        result.Trouble?.Sentence.ShouldBeNull();
        return result;
    }

    /// <summary>As when the program ends and starts again.</summary>
    public async Task RestartAsync()
    {
        if (_watcher is not null)
        {
            await _watcher.DisposeAsync();
        }

        _book?.Dispose();
        _watcher = null;
    }

    /// <summary>What the user does in the mailbox.</summary>
    public async Task AsUserAsync(Func<ImapClient, Task> deed)
    {
        using var client = new ImapClient
        {
            ServerCertificateValidationCallback = (_, given, _, _) =>
                given?.GetCertHashString() == Dovecot.Certificate.GetCertHashString(),
        };
        await client.ConnectAsync("127.0.0.1", Dovecot.Server.Port, SecureSocketOptions.SslOnConnect, Cancel);
        await client.AuthenticateAsync("seller@example.com", "secret", Cancel);
        await deed(client);
        await client.DisconnectAsync(true, Cancel);
    }

    /// <summary>Moves all mails of the inbox into another folder, which is made where it is missing.</summary>
    public Task MoveAllAsync(string folder) =>
        AsUserAsync(async client =>
        {
            IMailFolder root = client.GetFolder(client.PersonalNamespaces[0]);
            IMailFolder to =
                await root.CreateAsync(folder, true, Cancel) ?? await root.GetSubfolderAsync(folder, Cancel);
            await client.Inbox.OpenAsync(FolderAccess.ReadWrite, Cancel);
            await client.Inbox.MoveToAsync([.. Enumerable.Range(0, client.Inbox.Count)], to, Cancel);
        });

    public async ValueTask DisposeAsync()
    {
        await RestartAsync();
        Proxy.Dispose();
        Dovecot.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
