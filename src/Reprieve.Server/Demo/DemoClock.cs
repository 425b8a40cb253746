namespace Reprieve.Server.Demo;

/// <summary>A clock that goes as another does, from a moment of its own on, and can jump forward.</summary>
internal sealed class DemoClock(TimeProvider real, DateTimeOffset start) : TimeProvider
{
    private long _ahead = (start - real.GetUtcNow()).Ticks;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => real.TimestampFrequency;

    /// <summary>Jumps to a moment; one that has passed changes nothing.</summary>
    public void GoTo(DateTimeOffset moment)
    {
        TimeSpan missing = moment - GetUtcNow();
        if (missing > TimeSpan.Zero)
        {
            Interlocked.Add(ref _ahead, missing.Ticks);
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _ahead));

    /// <inheritdoc/>
    public override long GetTimestamp() => real.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);
}
