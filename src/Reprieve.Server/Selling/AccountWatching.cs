using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reprieve.Amazon;
using Reprieve.Practices.Reports;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Selling;

/// <summary>
/// Looks at the account behind each connection: at its report once a day, at its orders that are to be shipped every three hours, and at
/// both when somebody asks for it. The two do not wait for each other.
/// </summary>
internal sealed partial class AccountWatching(
    Workbench workbench,
    AmazonEnd amazon,
    AccountLook look,
    OrdersLook orders,
    StandingAlerts alerts,
    TimeProvider clock,
    ILogger<AccountWatching> log
) : BackgroundService
{
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    /// <summary>Between two looks at orders.</summary>
    private static readonly TimeSpan Often = TimeSpan.FromHours(3);

    /// <summary>So long after a look at orders they are not looked at again, however often it is said that they changed.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(15);

    /// <summary>After trouble that may pass by itself.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    private readonly LookStates _states = new();
    private readonly LookRuns _runs = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Told when an account was looked at, with why something was not seen; null when all was.</summary>
    public Action<StoredConnection, string?>? Looked { get; set; }

    /// <summary>How it stands with a connection; null where it was not come to yet.</summary>
    public LookState? StateOf(Guid connection) => _states.Of(connection);

    /// <summary>Looks at an account as soon as can be, at all of it.</summary>
    public void LookNow(StoredConnection connection)
    {
        DateTimeOffset now = clock.GetUtcNow();
        LookState? asked = _states.Change(
            connection,
            state =>
                state with
                {
                    Standing = state.Standing with { Next = now },
                    Orders = state.Orders with { Next = now },
                }
        );
        if (asked is null)
        {
            _states.Set(new LookState(connection, new LookPart(now), new LookPart(now)));
        }

        Wake();
    }

    /// <summary>
    /// Looks at the orders of an account soon, because they changed; not more than once in a quarter of an hour, however often it is said.
    /// </summary>
    public void OrdersChanged(StoredConnection connection)
    {
        DateTimeOffset now = clock.GetUtcNow();
        _states.Change(
            connection,
            state =>
            {
                DateTimeOffset allowed = state.Orders.Began + Least is { } until && until > now ? until : now;
                return state.Orders.Next <= allowed
                    ? state
                    : state with
                    {
                        Orders = state.Orders with { Next = allowed },
                    };
            }
        );
        Wake();
    }

    /// <summary>Ends looking by a connection that goes, and waits until it has ended: nothing is written for it afterwards.</summary>
    public Task ForgetAsync(Guid connection) => _runs.StopAsync(connection);

    /// <summary>Looks whether a connection came, changed or went.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>Looks at every account whose time it is, to the end.</summary>
    /// <returns>Whether all could be looked at.</returns>
    public async Task<bool> OnceAsync(CancellationToken cancel)
    {
        await BeginAsync(cancel);
        await _runs.EndAsync().WaitAsync(cancel);
        return _states.All.All(state => state.Trouble is null);
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
                timer.Change(Pause(), Every);
            }
        }
        catch (OperationCanceledException)
        {
            await _runs.EndAsync();
        }
    }

    /// <summary>Until the next turn. What runs tells its end by itself.</summary>
    private TimeSpan Pause()
    {
        DateTimeOffset now = clock.GetUtcNow();
        return _states
            .All.SelectMany(state => new[] { state.Standing, state.Orders })
            .Where(part => !part.IsLooking)
            .Select(part => part.Next - now)
            .OfType<TimeSpan>()
            .Append(Every)
            .Select(left => left < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : left)
            .Min();
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
            _states.Keep(all.Select(one => one.Id));
            foreach (StoredConnection connection in all)
            {
                await KnowAsync(connection, stop);
                foreach (LookKind kind in Enum.GetValues<LookKind>())
                {
                    Begin(connection, kind, stop);
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Gives a connection its turns: at once where it is new, or was changed; its orders after each start.</summary>
    private async Task KnowAsync(StoredConnection connection, CancellationToken stop)
    {
        if (_states.Knows(connection))
        {
            return;
        }

        bool asked = workbench.LookWishes.Find(connection.Id) is not null;
        DateTimeOffset? last =
            asked || _states.Of(connection.Id) is not null
                ? null
                : await workbench.Snapshots.LastAsync(connection.Id, stop);
        DateTimeOffset now = clock.GetUtcNow();
        _states.Set(new LookState(connection, new LookPart(last + Daily ?? now), new LookPart(now)));
    }

    private void Begin(StoredConnection connection, LookKind kind, CancellationToken stop)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (
            !_runs.Has(connection.Id, kind)
            && _states.Of(connection.Id)?.Of(kind).Next <= now
            && _states.Change(connection, state => state.With(kind, state.Of(kind).Begin(now))) is not null
        )
        {
            _runs.Begin(connection.Id, kind, ends => LookAsync(connection, kind, ends), stop);
        }
    }

    private async Task LookAsync(StoredConnection connection, LookKind kind, CancellationToken stop)
    {
        try
        {
            string? nothing =
                kind is LookKind.Orders ? await OrdersAsync(connection, stop) : await StandingAsync(connection, stop);
            Ended(connection, kind, nothing, passes: true, kind is LookKind.Orders ? Often : Daily);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The next start goes on with it, or the connection went.
        }
        catch (AmazonException fault)
        {
            Ended(connection, kind, fault.Message, fault.Passes, fault.Passes ? Soon : Daily);
        }
        catch (Exception fault)
        {
            if (fault is not ReportException)
            {
                Failed(fault);
            }

            Ended(connection, kind, DeskFaults.Sentence(fault) ?? fault.Message, passes: true, Soon);
        }
        finally
        {
            _runs.Ended(connection.Id, kind);
            Wake();
        }
    }

    private async Task<string?> StandingAsync(StoredConnection connection, CancellationToken stop)
    {
        string? wish = workbench.LookWishes.Find(connection.Id);
        string? nothing = await look.RunAsync(connection, stop);
        workbench.LookWishes.Done(connection.Id, wish);
        return nothing;
    }

    private async Task<string?> OrdersAsync(StoredConnection connection, CancellationToken stop)
    {
        UnshippedList open = await orders.RunAsync(connection, stop);
        _states.Change(connection, state => state with { Open = open });
        return null;
    }

    private void Ended(StoredConnection connection, LookKind kind, string? trouble, bool passes, TimeSpan pause)
    {
        DateTimeOffset now = clock.GetUtcNow();
        LookState? after = _states.Change(
            connection,
            state => state.With(kind, state.Of(kind).End(now, trouble, passes, pause))
        );
        if (after is null)
        {
            return;
        }

        alerts.Troubled(after, now);
        if (!after.IsLooking)
        {
            Looked?.Invoke(connection, after.Trouble);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "An account at Amazon could not be looked at")]
    private partial void Failed(Exception fault);
}
