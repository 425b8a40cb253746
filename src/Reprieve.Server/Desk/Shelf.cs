namespace Reprieve.Server.Desk;

/// <summary>What is few and asked for by every page, kept in memory: one change at a time, read anew after each.</summary>
internal abstract class Shelf : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Reads it from the store.</summary>
    public abstract Task LoadAsync(CancellationToken cancel = default);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <param name="change">Gives why nothing was changed; null when it was.</param>
    protected async Task<string?> InTurnAsync(Func<Task<string?>> change)
    {
        await _turn.WaitAsync();
        try
        {
            string? problem = await change();
            await LoadAsync();
            return problem;
        }
        finally
        {
            _turn.Release();
        }
    }
}
