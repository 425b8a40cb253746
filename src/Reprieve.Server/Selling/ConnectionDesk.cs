using Reprieve.Amazon;
using Reprieve.Practices.Standing;
using Reprieve.Server.Desk;
using Reprieve.Server.Selling.Notifying;
using Reprieve.Storage;

namespace Reprieve.Server.Selling;

/// <summary>The connections to Amazon of a client, or of whoever works without clients (null).</summary>
internal sealed class ConnectionDesk(
    Workbench workbench,
    CaseDesk desk,
    AmazonEnd amazon,
    AccountWatching watching,
    CasePulls pulls,
    QueueDesk queues,
    TimeProvider clock
) : IDisposable
{
    /// <summary>
    /// How long somebody waits for a trial. It takes seconds; longer only where Amazon does not answer, or was asked too often
    /// before.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Whether Amazon may not be asked.</summary>
    public bool IsOffline => amazon.Edge is null;

    /// <summary>By name.</summary>
    /// <exception cref="StorageException">They cannot be opened.</exception>
    public Task<IReadOnlyList<StoredConnection>> OfAsync(Guid? client, CancellationToken cancel) =>
        workbench.Connections.OfAsync(client, cancel);

    /// <summary>Keeps a connection; one of the same name gives way. It is not tried.</summary>
    /// <exception cref="AmazonException">It is none; in words.</exception>
    public async Task<StoredConnection> SaveAsync(Guid? client, ConnectionEdit edit, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            StoredConnection? known = (await OfAsync(client, cancel)).FirstOrDefault(one =>
                one.Name.Equals(edit.Name.Trim(), StringComparison.OrdinalIgnoreCase)
            );
            StoredConnection connection = edit.Of(client, known, desk.Knowledge, clock);
            if (known?.Queue is not null && connection.Queue is null)
            {
                await queues.EndAsync(client, known.Id, cancel);
            }

            await workbench.Connections.SaveAsync(connection, cancel);
            Forget(known);
            return connection;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Forgets a connection with its secrets, on the disk and in memory; what Amazon sends for it is ended before.
    /// </summary>
    /// <returns>What Amazon still sends, and why that could not be ended; in words.</returns>
    public async Task<IReadOnlyList<string>> RemoveAsync(Guid? client, Guid connection, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            StoredConnection? known = (await OfAsync(client, cancel)).FirstOrDefault(one => one.Id == connection);
            // First of all, for what Amazon tells would begin a look again.
            IReadOnlyList<string> left = await queues.EndAsync(client, connection, cancel);
            if (known is not null)
            {
                await pulls.ForgetAsync(connection);
                await watching.ForgetAsync(connection);
            }

            await workbench.Connections.RemoveAsync(client, connection, cancel);
            Forget(known);
            watching.Wake();
            return left;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Asks Amazon what the connection gives and keeps that with it; nothing is made or changed there. Where Amazon may not be
    /// asked it says so and keeps nothing.
    /// </summary>
    /// <returns>Null when there is no such connection.</returns>
    public async Task<ConnectionTrial?> TestAsync(Guid? client, Guid connection, CancellationToken cancel)
    {
        if ((await OfAsync(client, cancel)).FirstOrDefault(one => one.Id == connection && !one.ByHand) is not { } known)
        {
            return null;
        }

        if (amazon.Edge is not { } edge)
        {
            return Trouble(Say.Get("Selling_offline"));
        }

        ConnectionTrial trial = await TryAsync(edge, known, cancel);
        await workbench.Connections.KeepTrialAsync(known, trial, cancel);
        if (trial.Good)
        {
            watching.Wake();
        }

        return trial;
    }

    /// <summary>How the account behind a connection stands, as it was seen last; null when there is no such connection.</summary>
    /// <exception cref="StorageException">It cannot be opened.</exception>
    public async Task<StandingView?> StandingAsync(Guid? client, Guid connection, CancellationToken cancel)
    {
        if ((await OfAsync(client, cancel)).FirstOrDefault(one => one.Id == connection) is not { } known)
        {
            return null;
        }

        DateTimeOffset now = clock.GetUtcNow();
        IReadOnlyList<AccountSnapshot> seen = await workbench.Snapshots.OfAsync(
            connection,
            now - AccountLook.Memory,
            cancel
        );
        return StandingView.Of(known, watching.StateOf(connection), seen, desk.Knowledge, now);
    }

    /// <summary>The figures for which the account of a connection may have a limit of its own.</summary>
    public IReadOnlyList<LimitChoice> ChoicesOf(StoredConnection connection) =>
        LimitChoice.Of(
            connection.Stores is [string first, ..]
                ? first
                : desk.Knowledge.AmazonRegions.First(region => region.Code == connection.Region).Marketplaces[0],
            desk.Knowledge
        );

    /// <summary>Keeps limits of the account's own.</summary>
    /// <param name="limits">What they are, by what may have one.</param>
    /// <returns>Whether there is such a connection.</returns>
    /// <exception cref="AmazonException">One cannot be meant; in words.</exception>
    public async Task<bool> LimitAsync(
        Guid? client,
        Guid connection,
        Func<IReadOnlyList<LimitChoice>, IReadOnlyDictionary<string, double>> limits,
        CancellationToken cancel
    )
    {
        if ((await OfAsync(client, cancel)).FirstOrDefault(one => one.Id == connection) is not { } known)
        {
            return false;
        }

        await workbench.Connections.KeepLimitsAsync(known, limits(ChoicesOf(known)), cancel);
        return true;
    }

    /// <summary>Has an account looked at as soon as can be.</summary>
    /// <returns>Why not, in words; null when it will be.</returns>
    public async Task<string?> LookAsync(Guid? client, Guid connection, CancellationToken cancel)
    {
        if (IsOffline)
        {
            return Say.Get("Selling_offline");
        }

        if ((await OfAsync(client, cancel)).FirstOrDefault(one => one.Id == connection) is not { } known)
        {
            return Say.Get("Selling_gone");
        }

        if (known.ByHand)
        {
            return Say.Get("Hand_no_look");
        }

        watching.LookNow(known);
        return null;
    }

    public void Dispose() => _turn.Dispose();

    private async Task<ConnectionTrial> TryAsync(AmazonEdge edge, StoredConnection known, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            AmazonAccount account = edge.Open(known.Opening);
            ConnectionFinding found = await ConnectionTest.RunAsync(account, known.SellerId, either.Token);
            return new ConnectionTrial(clock.GetUtcNow(), found.Stores, found.Rights);
        }
        catch (AmazonException fault)
        {
            return Trouble(fault.Message);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Trouble(Say.Get("Selling_slow"));
        }
    }

    private ConnectionTrial Trouble(string sentence) => new(clock.GetUtcNow(), [], [], sentence);

    private void Forget(StoredConnection? known)
    {
        if (known is not null)
        {
            amazon.Edge?.Close(known.Opening);
        }
    }
}
