namespace Reprieve.AmazonStandIn;

/// <summary>
/// A clock that stands still while there is work and jumps to the next timer when there is none, so that hours of waiting
/// pass in milliseconds and always in the same order. <see cref="Run(Func{Task})"/> runs everything on the caller's thread.
/// </summary>
/// <remarks>
/// Work that leaves the thread (file access of the system, `ConfigureAwait(false)`) is waited for as far as it can be seen;
/// <see cref="Excursions"/> counts it. A test that must be repeatable asserts that there was none; one that must talk to a
/// socket holds the clock meanwhile (<see cref="Hold"/>).
/// </remarks>
public sealed class SimulatedTime(DateTimeOffset start) : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Pump _pump = new();
    private readonly PriorityQueue<SimulatedTimer, (long At, long Number)> _timers = new();
    private long _elapsed;
    private long _numbers;
    private int _held;

    /// <summary>Time that has passed on this clock.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(Interlocked.Read(ref _elapsed));

    /// <summary>How often work of a run was seen on another thread.</summary>
    public int Excursions => _pump.Excursions;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => start + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        SimulatedTimer timer = new(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Runs the work to its end on this thread.</summary>
    /// <exception cref="DeadEndException">The work waits for something that is neither ready nor a timer.</exception>
    public void Run(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Run(async () =>
        {
            await work();
            return true;
        });
    }

    /// <inheritdoc cref="Run(Func{Task})"/>
    public T Run<T>(Func<Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        using IDisposable _ = _pump.Enter();
        Task<T> task = work();
        while (!task.IsCompleted)
        {
            if (_pump.RunOne() || _pump.Settling() || (Volatile.Read(ref _held) == 0 && FireNext(long.MaxValue)))
            {
                continue;
            }

            if (!_pump.WaitForWork(Volatile.Read(ref _held) == 0 ? Patience : Timeout.InfiniteTimeSpan))
            {
                throw new DeadEndException(GetUtcNow());
            }
        }

        return task.GetAwaiter().GetResult();
    }

    /// <summary>Lets time pass without a run: every timer due by then fires, in order.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        long until = Elapsed.Ticks + by.Ticks;
        while (FireNext(until)) { }
        Interlocked.Exchange(ref _elapsed, until);
    }

    /// <summary>Keeps the clock from jumping until it is disposed of: for work that waits for the real world.</summary>
    public IDisposable Hold()
    {
        Interlocked.Increment(ref _held);
        return new Held(this);
    }

    internal void Schedule(SimulatedTimer timer, TimeSpan due)
    {
        lock (_timers)
        {
            _timers.Remove(timer, out _, out _);
            if (due != Timeout.InfiniteTimeSpan)
            {
                _timers.Enqueue(timer, (Elapsed.Ticks + due.Ticks, ++_numbers));
            }
        }

        _pump.Wake();
    }

    private bool FireNext(long until)
    {
        SimulatedTimer? timer;
        lock (_timers)
        {
            if (!_timers.TryPeek(out timer, out (long At, long Number) due) || due.At > until)
            {
                return false;
            }

            _timers.Dequeue();
            Interlocked.Exchange(ref _elapsed, Math.Max(Elapsed.Ticks, due.At));
        }

        Pump.RunBare(timer.Fire);
        return true;
    }

    private sealed class Held(SimulatedTime time) : IDisposable
    {
        private int _gone;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _gone, 1) == 0)
            {
                Interlocked.Decrement(ref time._held);
                time._pump.Wake();
            }
        }
    }
}
