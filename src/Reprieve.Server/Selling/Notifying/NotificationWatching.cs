using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reprieve.Amazon.Notifications;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Selling.Notifying;

/// <summary>Empties the queue of each connection that has one, as long as the program runs.</summary>
internal sealed partial class NotificationWatching(
    Workbench workbench,
    AmazonEnd amazon,
    NotificationSigns signs,
    StandingAlerts alerts,
    TimeProvider clock,
    ILogger<NotificationWatching> log
) : BackgroundService
{
    /// <summary>After a fault on our own side: a disk that is full, say.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, QueueRun> _running = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationToken _stop;

    /// <summary>Told of each look into a queue.</summary>
    public Action<StoredConnection, QueueStanding>? Looked { get; set; }

    /// <summary>How it stands with the queue of a connection; null where none is watched.</summary>
    public QueueStanding? StandingOf(Guid connection) => _running.GetValueOrDefault(connection)?.Standing;

    /// <summary>Waits until each queue was emptied once.</summary>
    /// <returns>Whether every one could be.</returns>
    public async Task<bool> OnceAsync(CancellationToken cancel)
    {
        await _begun.Task.WaitAsync(cancel);
        bool[] good = await Task.WhenAll(_running.Values.Select(run => run.First)).WaitAsync(cancel);
        return good.All(one => one);
    }

    /// <summary>Begins to watch the queues that there are now, ends what is gone, and begins anew what was changed.</summary>
    public async Task RefreshAsync()
    {
        if (amazon.Edge is null || _stop.IsCancellationRequested)
        {
            return;
        }

        await _turn.WaitAsync();
        try
        {
            IReadOnlyList<StoredConnection> wanted =
            [
                .. (await workbench.Connections.AllAsync(CancellationToken.None)).Where(one =>
                    one.Queue?.Arn is not null
                ),
            ];
            foreach ((Guid id, QueueRun run) in _running.ToArray())
            {
                if (!wanted.Any(one => one.Id == id && run.Serves(one)))
                {
                    _running.TryRemove(id, out _);
                    await run.EndAsync();
                }
            }

            foreach (StoredConnection connection in wanted.Where(one => !_running.ContainsKey(one.Id)))
            {
                var run = new QueueRun(connection, _stop);
                _running[connection.Id] = run;
                run.Begin(stop => WatchAsync(run, stop));
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
            await Task.WhenAll(_running.Values.Select(run => run.EndAsync()));
        }
    }

    /// <summary>Watches one queue until it is stopped, whatever happens on the way.</summary>
    private async Task WatchAsync(QueueRun run, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await TurnsAsync(run, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                Failed(fault, run.Connection.Id);
                Seen(run, run.Standing.Told(DeskFaults.Sentence(fault) ?? fault.Message, true, clock.GetUtcNow()));
                await Task.WhenAny(Task.Delay(Pause, clock, stop));
            }
        }
    }

    private async Task TurnsAsync(QueueRun run, CancellationToken stop)
    {
        QueueConnection has = run.Connection.Queue!;
        using NotificationBook book = workbench.Connections.NotificationsOf(run.Connection);
        using QueueClient queue = amazon.Edge!.OpenQueue(has.Address!, has.Key);
        var watcher = new NotificationWatcher(queue, book, signs.Of(run.Connection), clock);
        while (true)
        {
            NotificationResult result = await watcher.TickAsync(stop);
            Seen(run, run.Standing.After(result, book.SetAside(), clock.GetUtcNow()));
            await watcher.WaitAsync(stop);
        }
    }

    private void Seen(QueueRun run, QueueStanding standing)
    {
        run.Seen(standing);
        alerts.Troubled(run.Connection, standing, clock.GetUtcNow());
        Looked?.Invoke(run.Connection, standing);
    }

    [LoggerMessage(1, LogLevel.Error, "The notifications of connection {Id} could not be taken")]
    private partial void Failed(Exception fault, Guid id);
}
