using Reprieve.Knowledge;

namespace Reprieve.Alerts.Keeping;

/// <summary>
/// How fast a channel is spoken to: not above its service's rate, and after a fault slower and slower, with a share of
/// chance, so that not all come back at once. Held in memory: after a restart the service is asked again.
/// </summary>
internal sealed class AlertPace(TimeProvider clock, Random chance)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Queue<DateTimeOffset> _sent = new();
    private int _faults;
    private DateTimeOffset _pausedUntil;

    /// <summary>Whether a message may go now.</summary>
    public bool MaySend(AlertService service)
    {
        DateTimeOffset now = clock.GetUtcNow();
        while (_sent.TryPeek(out DateTimeOffset first) && first <= now - Minute)
        {
            _sent.Dequeue();
        }

        return now >= _pausedUntil && _sent.Count < service.PerMinute;
    }

    /// <summary>A message goes.</summary>
    public void Goes() => _sent.Enqueue(clock.GetUtcNow());

    /// <summary>The service answered as it should.</summary>
    public void Worked() => _faults = 0;

    /// <summary>It did not: says when the message may be tried again.</summary>
    /// <param name="after">How long the service wants to be left alone, or null.</param>
    /// <param name="tries">How often this message was tried.</param>
    public DateTimeOffset Failed(TimeSpan? after, int tries)
    {
        _pausedUntil = In(++_faults, after);
        return In(tries, after);
    }

    private DateTimeOffset In(int faults, TimeSpan? after)
    {
        TimeSpan most = Shortest * Math.Pow(2, Math.Min(faults - 1, 10));
        most = most > Longest ? Longest : most;
        TimeSpan wait = most * (0.5 + chance.NextDouble() / 2);
        return clock.GetUtcNow() + (after is { } least && least > wait ? least : wait);
    }
}
