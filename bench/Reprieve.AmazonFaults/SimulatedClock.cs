namespace Reprieve.AmazonFaults;

/// <summary>
/// A clock that stands while there is work and jumps to the next moment at which something is due. It sets no synchronisation
/// context, as the stand-in's own simulated time does: under one, AWS's client would go on in other threads.
/// </summary>
internal sealed class SimulatedClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<(Alarm Alarm, int Setting), (DateTimeOffset, int)> _due = new();
    private DateTimeOffset _now = start;
    private int _count;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan)
        {
            throw new NotSupportedException("Nothing here repeats by itself.");
        }

        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Does something at a moment.</summary>
    public void At(DateTimeOffset moment, Action deed) =>
        new Alarm(this, deed).Change(moment - _now, Timeout.InfiniteTimeSpan);

    /// <summary>Lets time pass until a task is done, all of it in this thread, so that each run goes the same way.</summary>
    public async Task RunAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            if (!Jump())
            {
                throw new InvalidOperationException("The task waits for something that no clock brings.");
            }
        }

        await task;
    }

    private bool Jump()
    {
        Alarm? alarm = null;
        lock (_lock)
        {
            while (
                alarm is null && _due.TryDequeue(out (Alarm Alarm, int Setting) next, out (DateTimeOffset At, int) due)
            )
            {
                if (next.Alarm.Setting == next.Setting)
                {
                    alarm = next.Alarm;
                    _now = due.At > _now ? due.At : _now;
                }
            }
        }

        alarm?.Ring();
        return alarm is not null;
    }

    private sealed class Alarm(SimulatedClock clock, Action deed) : ITimer
    {
        public int Setting { get; private set; }

        public void Ring() => deed();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                Setting++;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    clock._due.Enqueue((this, Setting), (clock._now + dueTime, clock._count++));
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
