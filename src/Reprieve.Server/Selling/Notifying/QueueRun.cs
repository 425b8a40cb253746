using Reprieve.Storage;

namespace Reprieve.Server.Selling.Notifying;

/// <summary>A queue that is being watched.</summary>
internal sealed class QueueRun(StoredConnection connection, CancellationToken all)
{
    private readonly CancellationTokenSource _ending = CancellationTokenSource.CreateLinkedTokenSource(all);
    private readonly TaskCompletionSource<bool> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _work = Task.CompletedTask;

    /// <summary>The connection whose it is, as it was when the watch began.</summary>
    public StoredConnection Connection => connection;

    public QueueStanding Standing { get; private set; } = new();

    /// <summary>Whether the first look came to its end.</summary>
    public Task<bool> First => _first.Task;

    /// <summary>Whether nothing that matters changed of the connection.</summary>
    public bool Serves(StoredConnection now) =>
        now.Client == connection.Client
        && now.Queue?.Key == connection.Queue?.Key
        && now.Queue?.Arn == connection.Queue?.Arn;

    /// <summary>Begins, on another thread.</summary>
    public void Begin(Func<CancellationToken, Task> work) => _work = Task.Run(() => work(_ending.Token), all);

    /// <summary>A look came to its end.</summary>
    public void Seen(QueueStanding standing)
    {
        Standing = standing;
        _first.TrySetResult(standing.Trouble is null);
    }

    /// <summary>Ends it, and waits for that.</summary>
    public async Task EndAsync()
    {
        await _ending.CancelAsync();
        await Task.WhenAny(_work);
        _ending.Dispose();
    }
}
