using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reprieve.Mail;
using Reprieve.Notices;
using Reprieve.Server.Desk;
using Reprieve.Server.Mailing;
using Reprieve.Storage;

namespace Reprieve.Server.Watching;

/// <summary>
/// Watches every mailbox that is to be watched, each by a watcher of its own, and has sorted what arrives. It adds nothing to
/// them but that they are called again and again.
/// </summary>
internal sealed partial class MailboxWatching(
    Workbench workbench,
    CaseDesk desk,
    MailEnds ends,
    MailReading reading,
    ArrivalRound round,
    ArrivalAlerts alerts,
    TimeProvider clock,
    ILogger<MailboxWatching> log
) : BackgroundService
{
    /// <summary>After a fault on our own side: a disk that is full, say.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, Running> _running = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationToken _stop;

    /// <summary>Told of each look into a mailbox.</summary>
    public Action<Mailbox, MailboxStanding>? Looked { get; set; }

    /// <summary>How it stands with a mailbox; null where it is not watched.</summary>
    public MailboxStanding? StandingOf(Guid mailbox) => _running.GetValueOrDefault(mailbox)?.Standing;

    /// <summary>Whether the network may be used at all.</summary>
    public bool IsOffline => ends.Watcher is null;

    /// <summary>Waits until each mailbox was looked into, and what it brought was sorted.</summary>
    /// <returns>Whether every one was gone through to its end.</returns>
    public async Task<bool> OnceAsync(CancellationToken cancel)
    {
        await _begun.Task.WaitAsync(cancel);
        bool[] good = await Task.WhenAll(_running.Values.Select(running => running.First)).WaitAsync(cancel);
        return good.All(one => one);
    }

    /// <summary>Begins to watch what is to be watched now, ends what is not, and begins anew what was changed.</summary>
    public async Task RefreshAsync()
    {
        if (ends.Watcher is null || _stop.IsCancellationRequested)
        {
            return;
        }

        await _turn.WaitAsync();
        try
        {
            IReadOnlyList<Mailbox> wanted = await workbench.Mailboxes.WatchedAsync(CancellationToken.None);
            foreach ((Guid id, Running running) in _running.ToArray())
            {
                if (!wanted.Any(mailbox => mailbox.Id == id && running.Serves(mailbox)))
                {
                    _running.TryRemove(id, out _);
                    await running.EndAsync();
                }
            }

            await workbench.Mailboxes.ForgetRemovedAsync(CancellationToken.None);
            foreach (Mailbox mailbox in wanted.Where(mailbox => !_running.ContainsKey(mailbox.Id)))
            {
                var running = new Running(mailbox, _stop);
                _running[mailbox.Id] = running;
                running.Begin(stop => WatchAsync(running, stop));
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _stop = stoppingToken;
        await RefreshAsync();
        _begun.TrySetResult();
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(_running.Values.Select(running => running.EndAsync()));
        }
    }

    /// <summary>Watches one mailbox until it is stopped, whatever happens on the way.</summary>
    private async Task WatchAsync(Running running, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                using WatchBook book = workbench.Mailboxes.BookOf(running.Mailbox);
                await using MailboxWatcher watcher = WatcherOf(running, book);
                await round.SortAsync(running.Mailbox.Client, stop);
                while (true)
                {
                    await TurnAsync(running, watcher, stop);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                Failed(fault, running.Mailbox.Id);
                running.Told(DeskFaults.Sentence(fault) ?? fault.Message, clock.GetUtcNow() + Pause);
                alerts.Troubled(running.Mailbox, running.Standing, clock.GetUtcNow());
                running.Seen(false);
                Looked?.Invoke(running.Mailbox, running.Standing);
                if (!await SleptAsync(stop))
                {
                    return;
                }
            }
        }
    }

    private async Task TurnAsync(Running running, MailboxWatcher watcher, CancellationToken stop)
    {
        WatchResult result = await watcher.TickAsync(stop);
        running.Standing = running.Standing.After(result, clock.GetUtcNow());
        alerts.Troubled(running.Mailbox, running.Standing, clock.GetUtcNow());
        if (result is { Trouble: null })
        {
            // Only when all of the mailbox was gone through: an answer is sorted after the notice that it answers.
            await round.SortAsync(running.Mailbox.Client, stop);
        }

        running.Seen(result.Trouble is null);
        Looked?.Invoke(running.Mailbox, running.Standing);
        await watcher.WaitAsync(stop);
    }

    private async Task<bool> SleptAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(Pause, clock, stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private MailboxWatcher WatcherOf(Running running, WatchBook book) =>
        ends.Watcher!(
            new WatchedMailbox(
                running.Mailbox.Account(desk.Knowledge),
                book,
                new ArrivalTaker(running.Mailbox, reading, workbench.Arrivals, clock),
                desk.Knowledge,
                new WatchOptions { MostBytes = MessageReader.MaxBytes },
                clock,
                renewed => Renew(running, renewed)
            )
        );

    /// <summary>The provider may have ended the old token: the new one is kept before anything else happens.</summary>
    private void Renew(Running running, MailSecret.OAuth renewed)
    {
        running.Mailbox = running.Mailbox with { RefreshToken = renewed.RefreshToken };
        workbench.Mailboxes.SaveAsync(running.Mailbox).GetAwaiter().GetResult();
    }

    [LoggerMessage(1, LogLevel.Error, "Mailbox {Id} could not be watched")]
    private partial void Failed(Exception fault, Guid id);

    /// <summary>A mailbox that is being watched.</summary>
    private sealed class Running(Mailbox mailbox, CancellationToken all)
    {
        private readonly CancellationTokenSource _ending = CancellationTokenSource.CreateLinkedTokenSource(all);
        private readonly TaskCompletionSource<bool> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Task _work = Task.CompletedTask;

        /// <summary>Whether the first look came to its end.</summary>
        public Task<bool> First => _first.Task;

        public Mailbox Mailbox { get; set; } = mailbox;

        public MailboxStanding Standing { get; set; } = new();

        /// <summary>Whether nothing that matters changed of the mailbox.</summary>
        public bool Serves(Mailbox now) => now == Mailbox;

        public void Begin(Func<CancellationToken, Task> work) => _work = Task.Run(() => work(_ending.Token), all);

        public void Told(string sentence, DateTimeOffset again) =>
            Standing = Standing.After(
                new WatchResult(0, [], new WatchTrouble(sentence, Retry.Later, again)),
                again - Pause
            );

        public void Seen(bool good) => _first.TrySetResult(good);

        public async Task EndAsync()
        {
            await _ending.CancelAsync();
            await Task.WhenAny(_work);
            _ending.Dispose();
        }
    }
}
