namespace Reprieve.AmazonStandIn;

/// <summary>A timer of <see cref="SimulatedTime"/>; it fires in the execution context it was made in, as the system's do.</summary>
internal sealed class SimulatedTimer(SimulatedTime time, Action callback) : ITimer
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private bool _disposed;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_disposed)
        {
            return false;
        }

        _period = period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : period;
        time.Schedule(this, dueTime);
        return true;
    }

    public void Fire()
    {
        if (_disposed)
        {
            return;
        }

        if (_period != Timeout.InfiniteTimeSpan)
        {
            time.Schedule(this, _period);
        }

        if (_context is null)
        {
            callback();
        }
        else
        {
            ExecutionContext.Run(_context, static run => ((Action)run!)(), callback);
        }
    }

    public void Dispose()
    {
        _disposed = true;
        time.Schedule(this, Timeout.InfiniteTimeSpan);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
