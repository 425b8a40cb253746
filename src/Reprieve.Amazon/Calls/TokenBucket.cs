namespace Reprieve.Amazon.Calls;

/// <summary>
/// How often one application may call one operation for one account: a bucket of calls that fills again at a steady rate. Those
/// who wait get theirs in the order in which they came.
/// </summary>
/// <remarks>
/// A bucket of several calls is used up to the last but one. Calls do not arrive at Amazon at the distances at which they left, and
/// the one that is kept back takes that up, so that 429 stays the exception.
/// </remarks>
internal sealed class TokenBucket(double rate, int burst, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly double _most = burst > 1 ? burst - 1 : 1;
    private double _rate = rate;
    private double _calls = burst > 1 ? burst - 1 : 1;
    private DateTimeOffset _at = time.GetUtcNow();

    /// <summary>Calls a second that are added.</summary>
    public double Rate
    {
        get
        {
            lock (_lock)
            {
                return _rate;
            }
        }
    }

    /// <summary>Waits until a call may be made, and counts it.</summary>
    public async Task TakeAsync(CancellationToken cancel)
    {
        TimeSpan wait = Reserve();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancel);
        }
    }

    /// <summary>Takes the rate that an answer named.</summary>
    public void Learn(double rate)
    {
        lock (_lock)
        {
            Fill();
            _rate = rate;
        }
    }

    /// <summary>Amazon said that there were too many: nothing is left, whatever was thought.</summary>
    public void Empty()
    {
        lock (_lock)
        {
            Fill();
            _calls = Math.Min(_calls, 0);
        }
    }

    /// <summary>Counts a call, below zero if need be, and tells how long it has to wait for its turn.</summary>
    private TimeSpan Reserve()
    {
        lock (_lock)
        {
            Fill();
            _calls--;
            // Rounded up to whole milliseconds: a timer that rings early would be a call too many.
            return _calls >= 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(-_calls / _rate * 1000));
        }
    }

    private void Fill()
    {
        DateTimeOffset now = time.GetUtcNow();
        // A clock that is set back adds nothing.
        double passed = Math.Max(0, (now - _at).TotalSeconds);
        _calls = Math.Min(_most, _calls + (passed * _rate));
        _at = now;
    }
}
