namespace Reprieve.AmazonStandIn;

/// <summary>Work waits for something that no timer and no other work will ever bring.</summary>
public sealed class DeadEndException(DateTimeOffset at)
    : InvalidOperationException(
        FormattableString.Invariant(
            $"At {at:u} of simulated time the work waits for something that is neither ready nor a timer. Either it waits for itself, or for the real world; what waits for the real world holds the clock (SimulatedTime.Hold)."
        )
    )
{
    /// <summary>Simulated time at which nothing went on any more (UTC).</summary>
    public DateTimeOffset At { get; } = at;
}
