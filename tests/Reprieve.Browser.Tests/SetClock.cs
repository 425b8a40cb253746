namespace Reprieve.Browser.Tests;

/// <summary>A clock that was set to a day and goes on from there; its timers are real.</summary>
internal sealed class SetClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>While the limit of the sample notices has not passed.</summary>
    public static readonly DateTimeOffset Autumn = new(2026, 10, 2, 17, 0, 0, TimeSpan.Zero);

    private readonly long _begun = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_begun);
}
