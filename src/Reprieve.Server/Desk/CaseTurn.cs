namespace Reprieve.Server.Desk;

/// <summary>
/// Whose turn it is with a case that lies open: one thing at a time happens to it, what takes long can be stopped, and it
/// is put away only while nobody has to do with it.
/// </summary>
internal sealed class CaseTurn : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _state = new();
    private CancellationTokenSource? _running;
    private int _inside;
    private bool _closed;
    private int? _stopped;
    private int _revision;

    /// <summary>The revision at which reading was stopped; null when it was not, or goes on again.</summary>
    public int? Stopped
    {
        get
        {
            lock (_state)
            {
                return _stopped;
            }
        }
    }

    /// <summary>Whether the case was put away.</summary>
    public bool IsClosed
    {
        get
        {
            lock (_state)
            {
                return _closed;
            }
        }
    }

    /// <summary>Keeps the case open until <see cref="Leave"/>; false when it has been put away.</summary>
    public bool TryEnter()
    {
        lock (_state)
        {
            _inside += _closed ? 0 : 1;
            return !_closed;
        }
    }

    public void Leave()
    {
        lock (_state)
        {
            _inside--;
        }
    }

    /// <summary>Puts the case away for good; false while somebody has to do with it.</summary>
    public bool TryClose()
    {
        lock (_state)
        {
            _closed |= _inside == 0;
            return _closed;
        }
    }

    /// <summary>Does something when its turn comes; the token is for <see cref="Stop"/> and for the end.</summary>
    public async Task<T> TakeAsync<T>(Func<CancellationToken, Task<T>> work)
    {
        await _turn.WaitAsync(_closing.Token);
        using var running = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
        try
        {
            lock (_state)
            {
                _inside++;
                _running = running;
            }

            return await work(running.Token);
        }
        finally
        {
            lock (_state)
            {
                _inside--;
                _running = null;
            }

            _turn.Release();
        }
    }

    /// <summary>Says at which revision the case is that is worked on now.</summary>
    public void At(int revision)
    {
        lock (_state)
        {
            _revision = revision;
        }
    }

    /// <summary>Stops what is going on; the case is not read again at this revision until <see cref="GoOn"/>.</summary>
    public void Stop()
    {
        lock (_state)
        {
            if (_running is { } running)
            {
                _stopped = _revision;
                running.Cancel();
            }
        }
    }

    public void GoOn()
    {
        lock (_state)
        {
            _stopped = null;
        }
    }

    /// <summary>Ends what is going on, and waits until it has.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_state)
        {
            _closed = true;
        }

        await _closing.CancelAsync();
        await _turn.WaitAsync();
    }
}
