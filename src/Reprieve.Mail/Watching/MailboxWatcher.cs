using System.Runtime.ExceptionServices;
using MailKit;
using MailKit.Net.Imap;
using Reprieve.Knowledge;
using Reprieve.Mail.Connecting;
using Reprieve.Mail.Watching;

namespace Reprieve.Mail;

/// <summary>
/// Watches one mailbox: finds mails from and about Amazon in all its folders and hands each over once. It only reads, marks
/// nothing as read, and keeps nothing of other mails. Call <see cref="TickAsync"/> and <see cref="WaitAsync"/> in turns, never
/// both at once.
/// </summary>
public sealed class MailboxWatcher : IAsyncDisposable
{
    /// <summary>RFC 2177: IDLE is begun anew before 29 minutes are over.</summary>
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(28);

    private readonly WatchBook _book;
    private readonly IMailTaker _taker;
    private readonly WatchOptions _options;
    private readonly TimeProvider _clock;
    private readonly MailEdge _edge;
    private readonly AmazonMail _relevance;
    private readonly HashSet<string> _broken = new(StringComparer.Ordinal);
    private MailAccount _account;
    private ImapClient? _client;
    private WatchTrouble? _trouble;
    private DateTimeOffset _restUntil;
    private int _failures;
    private int _idleFailures;
    private bool _news;
    private string? _stillOpen;
    private CancellationTokenSource? _wake;

    /// <summary>A watcher of a mailbox; it connects at the first tick.</summary>
    /// <param name="account">The mailbox.</param>
    /// <param name="book">What is remembered of it; the caller's to dispose of, after the watcher.</param>
    /// <param name="taker">Where its mails go.</param>
    /// <param name="knowledge">Amazon's domains.</param>
    /// <param name="options">What is looked at, and how often.</param>
    /// <param name="clock">The time for pauses.</param>
    public MailboxWatcher(
        MailAccount account,
        WatchBook book,
        IMailTaker taker,
        KnowledgeBase knowledge,
        WatchOptions options,
        TimeProvider clock
    )
        : this(account, book, taker, knowledge, options, clock, new MailEdge()) { }

    internal MailboxWatcher(
        MailAccount account,
        WatchBook book,
        IMailTaker taker,
        KnowledgeBase knowledge,
        WatchOptions options,
        TimeProvider clock,
        MailEdge edge
    )
    {
        _account = account;
        _book = book;
        _taker = taker;
        _options = options;
        _clock = clock;
        _edge = edge;
        _relevance = new AmazonMail(knowledge.Senders, account.Address);
    }

    /// <summary>Told of a refresh token that a provider put in the place of the old one; the old one may be void.</summary>
    public Action<MailSecret.OAuth>? Renewed { get; init; }

    /// <summary>
    /// Does once what is due: connects where it must, and goes through every folder that has something new. While a pause
    /// after trouble lasts, it says the same trouble again and leaves the server alone.
    /// </summary>
    /// <returns>What it brought; faults of mailbox, network and book are in it in words.</returns>
    /// <exception cref="OperationCanceledException">It was stopped; what was handed over is written down.</exception>
    /// <exception cref="Exception">The taker's own, as it threw it.</exception>
    public async Task<WatchResult> TickAsync(CancellationToken cancel)
    {
        if (_trouble is { } lasting && _clock.GetUtcNow() < lasting.NotBefore)
        {
            return new WatchResult(0, [], lasting);
        }

        var tally = new WatchTally();
        bool reused = _client is { IsConnected: true };
        try
        {
            try
            {
                await LookAsync(tally, cancel);
            }
            catch (Exception fault) when (reused && MailFault.IsOne(fault) && _client is not { IsConnected: true })
            {
                // Servers close what was quiet for long; that is no trouble yet.
                cancel.ThrowIfCancellationRequested();
                await LookAsync(tally, cancel);
            }

            _failures = 0;
            _trouble = null;
        }
        catch (TakingException fault)
        {
            _restUntil = _clock.GetUtcNow() + Pause(Retry.Later);
            ExceptionDispatchInfo.Throw(fault.InnerException!);
        }
        catch (Exception fault) when (fault is ConnectionException || MailFault.IsOne(fault))
        {
            Drop();
            cancel.ThrowIfCancellationRequested();
            _trouble = TroubleOf(fault);
        }

        return new WatchResult(tally.Taken, tally.PassedOver, _trouble);
    }

    /// <summary>
    /// Waits until a tick is due: the server tells of new mail in the inbox (IDLE), the pause between looks is over, or the one
    /// after trouble.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task WaitAsync(CancellationToken cancel)
    {
        DateTimeOffset until = _trouble?.NotBefore ?? _restUntil;
        TimeSpan rest = until - _clock.GetUtcNow();
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, _clock, cancel);
            return;
        }

        if (_client is not { IsConnected: true } client || !client.Capabilities.HasFlag(ImapCapabilities.Idle))
        {
            await Task.Delay(_options.Polling, _clock, cancel);
            return;
        }

        try
        {
            await IdleAsync(client, cancel);
            _idleFailures = 0;
        }
        catch (Exception fault) when (MailFault.IsOne(fault))
        {
            Drop();
            cancel.ThrowIfCancellationRequested();
            if (++_idleFailures > 1)
            {
                await Task.Delay(
                    WatchPauses.After(_idleFailures, Retry.Later, Random.Shared.NextDouble()),
                    _clock,
                    cancel
                );
            }
        }
    }

    /// <summary>Takes leave of the server.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_client is { IsConnected: true } client)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            try
            {
                await client.DisconnectAsync(quit: true, patience.Token);
            }
            catch (Exception fault) when (MailFault.IsOne(fault))
            {
                // It is gone already.
            }
        }

        Drop();
    }

    private async Task LookAsync(WatchTally tally, CancellationToken cancel)
    {
        ImapClient client = await ConnectedAsync(cancel);
        _news = false;
        await CloseAsync(client.Inbox, cancel);
        IReadOnlyList<IMailFolder> folders = await WithinAsync(
            token => WatchedFolders.ListAsync(client, _account.Provider.SentFolders, _options, token),
            cancel
        );
        _book.Keep(folders.Select(folder => folder.FullName));
        foreach (IMailFolder trash in folders.Where(WatchedFolders.IsTrash))
        {
            BeginAtItsEnd(trash);
        }

        _book.Save();
        foreach (IMailFolder folder in folders.Where(one => HasNews(one) || one.FullName == _stillOpen).ToArray())
        {
            await ScanAsync((ImapFolder)folder, tally, cancel);
        }
    }

    /// <summary>What was thrown away before the mailbox was watched stays away; what is thrown away unread now is found.</summary>
    private void BeginAtItsEnd(IMailFolder trash)
    {
        if (_book.Find(trash.FullName)?.UidValidity != trash.UidValidity && trash.UidNext is { } next)
        {
            _book.Note(
                new FolderPosition
                {
                    Name = trash.FullName,
                    UidValidity = trash.UidValidity,
                    Handled = next.Id - 1,
                }
            );
        }
    }

    private bool HasNews(IMailFolder folder) =>
        _book.Find(folder.FullName) is not { } known
        || known.UidValidity != folder.UidValidity
        || known.PutOff.Count > 0
        || (
            folder.UidNext is { } next
                ? next.Id - 1 > known.Handled
                : folder.HighestModSeq == 0 || folder.HighestModSeq != known.ModSeq
        );

    private async Task ScanAsync(ImapFolder folder, WatchTally tally, CancellationToken cancel)
    {
        try
        {
            await WithinAsync(token => folder.OpenAsync(FolderAccess.ReadOnly, token), cancel);
        }
        catch (Exception fault) when (fault is ImapCommandException or FolderNotFoundException)
        {
            if (MailFault.IsThrottling(fault))
            {
                throw;
            }

            string words = Say.Texts.Get("Watch_Cannot_Open", folder.FullName, fault.Message);
            tally.PassedOver.Add(new PassedOver(folder.FullName, null, words));
            return;
        }

        bool broken = !_broken.Add(folder.FullName);
        var fetch = new MailFetch(folder, _edge.ToAnswer, cancel);
        await new FolderScan(folder, _book, _taker, _relevance, _options, fetch, tally, broken).RunAsync(cancel);
        _broken.Remove(folder.FullName);
        await CloseAsync(folder, cancel);
    }

    /// <summary>
    /// The state of a folder that is open is not told truly (RFC 3501, 6.3.10). CLOSE would do too, but deletes where a server
    /// takes a folder that was opened for reading for one that was not; without UNSELECT the folder is opened anew next time.
    /// </summary>
    private async Task CloseAsync(IMailFolder folder, CancellationToken cancel)
    {
        if (!folder.IsOpen)
        {
            return;
        }

        _stillOpen = _client!.Capabilities.HasFlag(ImapCapabilities.Unselect) ? null : folder.FullName;
        await WithinAsync(
            async token =>
            {
                await folder.CloseAsync(expunge: false, token);
                return true;
            },
            cancel
        );
    }

    private async Task IdleAsync(ImapClient client, CancellationToken cancel)
    {
        TimeSpan longest = _options.OtherFolders < LongestIdle ? _options.OtherFolders : LongestIdle;
        using var done = new CancellationTokenSource(longest, _clock);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using CancellationTokenRegistration _ = done.Token.Register(() => patience.CancelAfter(_edge.ToAnswer));
        _wake = done;
        try
        {
            if (!client.Inbox.IsOpen)
            {
                await WithinAsync(token => client.Inbox.OpenAsync(FolderAccess.ReadOnly, token), cancel);
            }

            if (!_news && !(_book.Find(client.Inbox.FullName) is not null && HasNews(client.Inbox)))
            {
                await client.IdleAsync(done.Token, patience.Token);
            }
        }
        finally
        {
            _wake = null;
        }
    }

    private async Task<ImapClient> ConnectedAsync(CancellationToken cancel)
    {
        if (_client is { IsConnected: true, IsAuthenticated: true } live)
        {
            return live;
        }

        Drop();
        MailServer server =
            _account.ImapServer ?? throw new MailException(Say.Texts.Get("Watch_No_Imap", _account.Address));
        // Made anew: an access token is good for an hour or so, and a connection lives for days.
        var connections = new Connections(_account, _edge, _clock, Renew);
        var client = new ImapClient(new LastWords());
        try
        {
            await connections.OpenAsync(client, server, cancel);
        }
        catch
        {
            client.Dispose();
            throw;
        }

        client.Inbox.CountChanged += (_, _) => Wake();
        _client = client;
        _stillOpen = null;
        return client;
    }

    private void Renew(MailSecret.OAuth secret)
    {
        _account = _account with { Secret = secret };
        Renewed?.Invoke(secret);
    }

    private void Wake()
    {
        _news = true;
        _wake?.Cancel();
    }

    private void Drop()
    {
        _client?.Dispose();
        _client = null;
    }

    private WatchTrouble TroubleOf(Exception fault)
    {
        MailFault words =
            fault is ConnectionException connection ? connection.Fault
            : _account.ImapServer is { } server ? MailFault.Of(fault, server, _account, null)
            : new MailFault(fault.Message, Retry.WhenPutRight);
        return new WatchTrouble(words.Sentence, words.Retry, _clock.GetUtcNow() + Pause(words.Retry));
    }

    private TimeSpan Pause(Retry retry) => WatchPauses.After(++_failures, retry, Random.Shared.NextDouble());

    private async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> command, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(_edge.ToAnswer);
        return await command(patience.Token);
    }
}
