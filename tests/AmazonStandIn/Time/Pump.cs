namespace Reprieve.AmazonStandIn;

/// <summary>Runs what is ready on one thread, first come first served, and notices what strays to another one.</summary>
internal sealed class Pump : SynchronizationContext
{
    private static int Warm;

    private readonly Queue<(SendOrPostCallback Work, object? State)> _ready = new();
    private readonly AsyncLocal<Pump?> _mark;
    private int _thread = -1;
    private int _abroad;
    private int _excursions;

    public Pump() => _mark = new(Strayed);

    public int Excursions => Volatile.Read(ref _excursions);

    public override SynchronizationContext CreateCopy() => this;

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_ready)
        {
            _ready.Enqueue((d, state));
            Monitor.PulseAll(_ready);
        }
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new NotSupportedException("Nothing outside may wait for the thread of simulated time.");
        }

        d(state);
    }

    /// <summary>This thread is the pump's until the answer is disposed of.</summary>
    public IDisposable Enter()
    {
        int here = Environment.CurrentManagedThreadId;
        if (Interlocked.CompareExchange(ref _thread, here, -1) != -1)
        {
            throw new InvalidOperationException("Simulated time runs one piece of work at a time.");
        }

        Visit visit = new(this, Current);
        _mark.Value = this;
        if (Interlocked.Exchange(ref Warm, 1) == 0)
        {
            // The first stray is noticed late while the runtime still compiles what notices it.
            Task.Run(static () => { }).GetAwaiter().GetResult();
            SpinWait.SpinUntil(() => Volatile.Read(ref _abroad) == 0);
            _excursions = 0;
        }

        SetSynchronizationContext(this);
        return visit;
    }

    public bool RunOne()
    {
        (SendOrPostCallback Work, object? State) next;
        lock (_ready)
        {
            if (!_ready.TryDequeue(out next))
            {
                return false;
            }
        }

        SetSynchronizationContext(this);
        next.Work(next.State);
        return true;
    }

    /// <summary>
    /// Runs a timer without a context: continuations inside the framework then run here, while those of our code, which
    /// remember the context, are posted to it.
    /// </summary>
    public static void RunBare(Action work)
    {
        SynchronizationContext? before = Current;
        SetSynchronizationContext(null);
        try
        {
            work();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>
    /// Whether work of this run is on another thread, or may be about to be; lets it go on. Between being taken from the
    /// queue and being seen here work is invisible for an instant, so one look is not enough.
    /// </summary>
    public bool Settling()
    {
        for (int look = 0; look < 10; look++)
        {
            if (Volatile.Read(ref _abroad) != 0 || ThreadPool.PendingWorkItemCount != 0)
            {
                Thread.Yield();
                return true;
            }

            Thread.SpinWait(50);
        }

        return HasReady();
    }

    private bool HasReady()
    {
        lock (_ready)
        {
            return _ready.Count > 0;
        }
    }

    /// <summary>Waits in real time until there is something to look at; false where nothing came.</summary>
    public bool WaitForWork(TimeSpan patience)
    {
        lock (_ready)
        {
            return _ready.Count > 0 || Monitor.Wait(_ready, patience);
        }
    }

    public void Wake()
    {
        lock (_ready)
        {
            Monitor.PulseAll(_ready);
        }
    }

    /// <summary>Called by the runtime when a thread takes up or lays down work that began in a run.</summary>
    private void Strayed(AsyncLocalValueChangedArgs<Pump?> change)
    {
        if (!change.ThreadContextChanged || Environment.CurrentManagedThreadId == Volatile.Read(ref _thread))
        {
            return;
        }

        if (change.CurrentValue is not null && change.PreviousValue is null)
        {
            Interlocked.Increment(ref _abroad);
            Interlocked.Increment(ref _excursions);
        }
        else if (change.CurrentValue is null && change.PreviousValue is not null)
        {
            Interlocked.Decrement(ref _abroad);
        }
    }

    private sealed class Visit(Pump pump, SynchronizationContext? before) : IDisposable
    {
        public void Dispose()
        {
            pump._mark.Value = null;
            SetSynchronizationContext(before);
            Volatile.Write(ref pump._thread, -1);
        }
    }
}
