using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reprieve.Amazon;
using Reprieve.Cases;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Selling;

/// <summary>
/// Brings what step 2 needs from Amazon into cases: hours where Amazon is slow, over restarts, and put into the case as it comes.
/// </summary>
internal sealed partial class CasePulls(
    Workbench workbench,
    AmazonEnd amazon,
    CaseDesk desk,
    ClientShelf clients,
    TimeProvider clock,
    ILogger<CasePulls> log
) : BackgroundService
{
    /// <summary>How often what came is put into the case while more is coming.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(10);

    /// <summary>After trouble that may pass by itself.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <summary>So often it is tried again; after that a person says when.</summary>
    private const int MostTries = 20;

    private readonly ConcurrentDictionary<CaseId, Running> _running = new();
    private CancellationToken _stop;

    /// <summary>What a case may get.</summary>
    public async Task<PullView> ViewAsync(CaseId id, CancellationToken cancel)
    {
        (bool found, Guid? account) = await workbench.Cases.AccountOfAsync(id, cancel);
        IReadOnlyList<StoredConnection> connections = found
            ? [.. (await workbench.Connections.OfAsync(clients.All.Of(account)?.Id, cancel)).Where(one => !one.ByHand)]
            : [];
        return new PullView(connections, _running.GetValueOrDefault(id)?.State, amazon.Edge is null);
    }

    /// <summary>Begins to bring what a case needs; where that is under way it goes on.</summary>
    /// <param name="store">The store that it is for; null for that of the notice, or all of the connection.</param>
    /// <returns>Why not, in words; null when it begins.</returns>
    public async Task<string?> BeginAsync(
        CaseId id,
        Guid connection,
        string? store,
        string who,
        CancellationToken cancel
    )
    {
        PullView view = await ViewAsync(id, cancel);
        if (view.IsOffline)
        {
            return Say.Get("Selling_offline");
        }

        if (view.Connections.FirstOrDefault(one => one.Id == connection) is not { } known)
        {
            return Say.Get("Selling_gone");
        }

        if (view.Pull?.IsRunning != true)
        {
            store ??= (await workbench.Cases.FindAsync(id, cancel))?.Summary.Marketplace;
            Begin(known, PullFolderOfCase.Begin(workbench.Connections.FolderOf(known.Id), id, who, store));
        }

        return null;
    }

    /// <summary>Stops bringing things into a case; what is there stays.</summary>
    public async Task StopAsync(CaseId id)
    {
        if (_running.TryRemove(id, out Running? running))
        {
            await running.EndAsync();
            running.Place.Remove();
        }
    }

    /// <summary>Stops whatever comes by a connection that is being forgotten.</summary>
    public async Task ForgetAsync(Guid connection)
    {
        foreach ((CaseId id, Running running) in _running.ToArray())
        {
            if (running.State.Connection.Id == connection)
            {
                await StopAsync(id);
            }
        }
    }

    /// <summary>Waits until what is coming into a case has come.</summary>
    internal Task EndedAsync(CaseId id) => _running.GetValueOrDefault(id)?.Work ?? Task.CompletedTask;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _stop = stoppingToken;
        if (amazon.Edge is null)
        {
            return;
        }

        try
        {
            foreach (StoredConnection connection in await workbench.Connections.AllAsync(stoppingToken))
            {
                foreach (PullFolderOfCase place in PullFolderOfCase.In(workbench.Connections.FolderOf(connection.Id)))
                {
                    Begin(connection, place);
                }
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, clock, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(_running.Values.Select(running => running.EndAsync()));
        }
    }

    private void Begin(StoredConnection connection, PullFolderOfCase place)
    {
        var running = new Running(connection, place, _stop);
        if (_running.TryGetValue(place.Case, out Running? before) && before.State.IsRunning)
        {
            return;
        }

        _running[place.Case] = running;
        running.Begin(stop => RunAsync(running, stop));
    }

    private async Task RunAsync(Running running, CancellationToken stop)
    {
        IReadOnlyList<string> troubles = [];
        try
        {
            for (int tries = 1; !running.Place.IsBrought; tries++)
            {
                PullResult result = await BringAsync(running, stop);
                troubles = [.. result.Troubles.Select(trouble => $"{trouble.Part}: {trouble.Sentence}")];
                if (!result.Troubles.Any(trouble => trouble.Passes) || tries >= MostTries)
                {
                    running.Place.Brought();
                    break;
                }

                running.State = running.State with { Notes = result.Notes, Troubles = troubles };
                await PutAsync(running, stop);
                await Task.Delay(Pause, clock, stop);
            }

            await PutAsync(running, stop);
            running.Place.Remove();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return;
        }
        catch (Exception fault)
        {
            if (fault is not (AmazonException or StorageException))
            {
                Failed(fault);
            }

            // Somebody has to put something right, and presses the button then.
            troubles = [fault.Message];
            running.Place.Remove();
        }

        running.State = running.State with { IsRunning = false, Troubles = troubles };
    }

    private async Task<PullResult> BringAsync(Running running, CancellationToken stop)
    {
        StoredConnection connection = running.State.Connection;
        IReadOnlyList<string>? stores =
            running.Place.Store is { } store ? [store]
            : connection.Stores.Count > 0 ? connection.Stores
            : null;
        using AccountPull pull = await AccountPull.OpenAsync(
            amazon.Edge!.Open(connection.Opening),
            running.Place.Files,
            stores,
            new PullWish(connection.SellerId),
            stop
        );
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task<PullResult> bringing = pull.RunAsync(running, stop);
        try
        {
            while (await Task.WhenAny(bringing, Task.Delay(Between, clock, ended.Token)) != bringing)
            {
                await PutAsync(running, stop);
            }
        }
        finally
        {
            await ended.CancelAsync();
        }

        PullResult result = await bringing;
        running.State = running.State with { Notes = result.Notes };
        return result;
    }

    /// <summary>Puts what came into the case, and takes the case through its steps.</summary>
    private async Task PutAsync(Running running, CancellationToken stop)
    {
        bool any = false;
        foreach ((string path, FileInfo file) in running.Place.Whole())
        {
            (long, DateTime) form = (file.Length, file.LastWriteTimeUtc);
            if (running.Put.TryGetValue(path, out (long, DateTime) known) && known == form)
            {
                continue;
            }

            await using FileStream content = file.OpenRead();
            await workbench.Cases.PutFileAsync(running.Place.Case, path, content, running.Place.Who, stop);
            running.Put[path] = form;
            any = true;
        }

        if (any)
        {
            running.State = running.State with { Files = running.Put.Count };
            await desk.SettledAsync(running.Place.Case, running.Place.Who);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "What a case needs could not be brought from Amazon")]
    private partial void Failed(Exception fault);

    /// <summary>What is coming into a case.</summary>
    private sealed class Running(StoredConnection connection, PullFolderOfCase place, CancellationToken all)
        : IProgress<PullProgress>
    {
        private readonly CancellationTokenSource _ending = CancellationTokenSource.CreateLinkedTokenSource(all);

        public PullFolderOfCase Place => place;

        /// <summary>The files that are in the case, as they were put in.</summary>
        public Dictionary<string, (long Length, DateTime Written)> Put { get; } = new(StringComparer.Ordinal);

        public PullOfCase State { get; set; } = new(connection, true, null, 0, [], []);

        public Task Work { get; private set; } = Task.CompletedTask;

        public void Report(PullProgress value) => State = State with { Progress = value };

        public void Begin(Func<CancellationToken, Task> work) => Work = Task.Run(() => work(_ending.Token), all);

        public async Task EndAsync()
        {
            await _ending.CancelAsync();
            await Task.WhenAny(Work);
        }
    }
}
