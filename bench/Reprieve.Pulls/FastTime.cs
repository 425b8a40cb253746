namespace Reprieve.Pulls;

/// <summary>A clock that runs faster than others, the same in every process: waits of Amazon's limits are over soon.</summary>
/// <param name="start">When both clocks showed the same, UTC.</param>
internal sealed class FastTime(DateTimeOffset start) : TimeProvider
{
    private const int Faster = 60;

    public DateTimeOffset Start => start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => start + ((System.GetUtcNow() - start) * Faster);

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shorter(dueTime), Shorter(period));

    /// <summary>Rounded up: a timer that rings early would be a call too many.</summary>
    private static TimeSpan Shorter(TimeSpan time) =>
        time > TimeSpan.Zero ? TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / Faster)) : time;
}
