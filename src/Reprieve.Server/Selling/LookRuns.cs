using System.Collections.Concurrent;

namespace Reprieve.Server.Selling;

/// <summary>The looks that are under way: one of a kind for each connection.</summary>
internal sealed class LookRuns
{
    private readonly ConcurrentDictionary<(Guid Connection, LookKind Kind), Run> _runs = new();

    /// <summary>Ends with the last of those that run now.</summary>
    public Task EndAsync() => Task.WhenAll(_runs.Values.Select(run => run.Work));

    public bool Has(Guid connection, LookKind kind) => _runs.ContainsKey((connection, kind));

    /// <summary>Begins one on another thread, so it is known before it can end.</summary>
    public void Begin(Guid connection, LookKind kind, Func<CancellationToken, Task> look, CancellationToken stop)
    {
        var ends = new CancellationTokenSource();
        _runs[(connection, kind)] = new Run(
            Task.Run(
                async () =>
                {
                    using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, ends.Token);
                    await look(either.Token);
                },
                CancellationToken.None
            ),
            ends
        );
    }

    public void Ended(Guid connection, LookKind kind) => _runs.TryRemove((connection, kind), out _);

    /// <summary>Stops those of a connection, and waits for their end.</summary>
    public async Task StopAsync(Guid connection)
    {
        Run[] all = [.. _runs.Where(run => run.Key.Connection == connection).Select(run => run.Value)];
        foreach (Run run in all)
        {
            await run.Stop.CancelAsync();
        }

        await Task.WhenAll(all.Select(run => run.Work));
    }

    private sealed record Run(Task Work, CancellationTokenSource Stop);
}
