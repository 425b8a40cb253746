namespace Reprieve.Amazon.Pulling;

/// <summary>Tells those who wait for what Amazon makes that it is made. A sign that nobody waits for is forgotten.</summary>
internal sealed class ReadySigns
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TaskCompletionSource> _awaited = new(StringComparer.Ordinal);

    /// <summary>Ends when something is told to be ready; see <see cref="Forget"/>.</summary>
    public Task Of(string id)
    {
        lock (_lock)
        {
            if (!_awaited.TryGetValue(id, out TaskCompletionSource? sign))
            {
                sign = new TaskCompletionSource();
                _awaited.Add(id, sign);
            }

            return sign.Task;
        }
    }

    /// <summary>What has this id is ready.</summary>
    public void Tell(string id)
    {
        TaskCompletionSource? sign;
        lock (_lock)
        {
            sign = _awaited.GetValueOrDefault(id);
        }

        // Outside the lock, for who waits may go on at once.
        sign?.TrySetResult();
    }

    /// <summary>Nobody waits for it any more.</summary>
    public void Forget(string id)
    {
        lock (_lock)
        {
            _awaited.Remove(id);
        }
    }
}
