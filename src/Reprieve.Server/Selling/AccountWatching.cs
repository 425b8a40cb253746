using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reprieve.Amazon;
using Reprieve.Practices.Reports;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Selling;

/// <summary>Looks at the account behind each connection once a day, and when somebody asks for it.</summary>
internal sealed partial class AccountWatching(
    Workbench workbench,
    AmazonEnd amazon,
    AccountLook look,
    StandingAlerts alerts,
    TimeProvider clock,
    ILogger<AccountWatching> log
) : BackgroundService
{
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    /// <summary>After trouble that may pass by itself.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Guid, LookState> _states = new();
    private readonly ConcurrentDictionary<Guid, Task> _running = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Told of each look at an account, with why it saw nothing; null when it did.</summary>
    public Action<StoredConnection, string?>? Looked { get; set; }

    /// <summary>How it stands with a connection; null where it was not come to yet.</summary>
    public LookState? StateOf(Guid connection) => _states.GetValueOrDefault(connection);

    /// <summary>Looks at an account as soon as can be.</summary>
    public void LookNow(StoredConnection connection)
    {
        _states[connection.Id] = new LookState(connection, clock.GetUtcNow());
        Wake();
    }

    /// <summary>Looks whether a connection came, changed or went.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>Looks at every account whose time it is, to the end.</summary>
    /// <returns>Whether all could be looked at.</returns>
    public async Task<bool> OnceAsync(CancellationToken cancel)
    {
        await BeginAsync(cancel);
        await Task.WhenAll(_running.Values).WaitAsync(cancel);
        return _states.Values.All(state => state.Trouble is null);
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
        if (amazon.Edge is null)
        {
            return;
        }

        await using ITimer timer = clock.CreateTimer(_ => Wake(), null, Every, Every);
        Wake();
        try
        {
            while (await _wake.Reader.WaitToReadAsync(stoppingToken))
            {
                _wake.Reader.TryRead(out _);
                await TryBeginAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(_running.Values);
        }
    }

    private async Task TryBeginAsync(CancellationToken stop)
    {
        try
        {
            await BeginAsync(stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Failed(fault);
        }
    }

    private async Task BeginAsync(CancellationToken stop)
    {
        if (amazon.Edge is null)
        {
            return;
        }

        await _turn.WaitAsync(stop);
        try
        {
            await workbench.Connections.ForgetRemovedAsync(stop);
            IReadOnlyList<StoredConnection> all = await workbench.Connections.AllAsync(stop);
            foreach (Guid gone in _states.Keys.Except(all.Select(one => one.Id)))
            {
                _states.TryRemove(gone, out _);
            }

            foreach (StoredConnection connection in all)
            {
                if (await DueAsync(connection, stop) <= clock.GetUtcNow() && !_running.ContainsKey(connection.Id))
                {
                    // The work itself begins on another thread, so it is known before it can end.
                    _running[connection.Id] = Task.Run(() => LookAsync(connection, stop), CancellationToken.None);
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>When a connection has its turn; at once where it is new, or was changed.</summary>
    private async Task<DateTimeOffset> DueAsync(StoredConnection connection, CancellationToken stop)
    {
        if (StateOf(connection.Id) is { } known && IsSame(known.Connection, connection))
        {
            return known.Next;
        }

        DateTimeOffset? last =
            _states.ContainsKey(connection.Id) || workbench.LookWishes.Find(connection.Id) is not null
                ? null
                : await workbench.Snapshots.LastAsync(connection.Id, stop);
        DateTimeOffset next = last + Daily ?? clock.GetUtcNow();
        _states[connection.Id] = new LookState(connection, next);
        return next;
    }

    private static bool IsSame(StoredConnection one, StoredConnection other) =>
        one.Opening == other.Opening && one.Stores.SequenceEqual(other.Stores);

    private async Task LookAsync(StoredConnection connection, CancellationToken stop)
    {
        LookState before = _states[connection.Id];
        _states[connection.Id] = before with { IsLooking = true };
        try
        {
            string? wish = workbench.LookWishes.Find(connection.Id);
            string? nothing = await look.RunAsync(connection, stop);
            workbench.LookWishes.Done(connection.Id, wish);
            Ended(before, nothing, passes: true, Daily);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The next start goes on with it.
        }
        catch (AmazonException fault)
        {
            Ended(before, fault.Message, fault.Passes, fault.Passes ? Soon : Daily);
        }
        catch (Exception fault)
        {
            if (fault is not ReportException)
            {
                Failed(fault);
            }

            Ended(before, DeskFaults.Sentence(fault) ?? fault.Message, passes: true, Soon);
        }
        finally
        {
            _running.TryRemove(connection.Id, out _);
            // It may have been asked for anew meanwhile.
            Wake();
        }
    }

    private void Ended(LookState before, string? trouble, bool passes, TimeSpan pause)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var after = new LookState(
            before.Connection,
            now + pause,
            Trouble: trouble,
            TroubleSince: trouble is null ? null : before.TroubleSince ?? now,
            Passes: passes
        );
        // One that was asked for anew or changed meanwhile keeps its turn.
        _states.TryUpdate(before.Connection.Id, after, before with { IsLooking = true });
        alerts.Troubled(after, now);
        Looked?.Invoke(before.Connection, trouble);
    }

    [LoggerMessage(1, LogLevel.Error, "An account at Amazon could not be looked at")]
    private partial void Failed(Exception fault);
}
