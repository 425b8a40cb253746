using Reprieve.Amazon.Notifications;

namespace Reprieve.AmazonFaults;

/// <summary>Keeps what it is handed, as on a disk that outlives crashes, and counts what it is handed again.</summary>
/// <param name="clock">The time it takes.</param>
/// <param name="dice">Decides when it is slow or fails.</param>
/// <param name="fails">How often it fails, from 0 to 1.</param>
internal sealed class KeepingTaker(TimeProvider clock, Random dice, double fails) : INotificationTaker
{
    private readonly HashSet<string> _known = [];

    /// <summary>Ids of what was kept, in the order in which it came.</summary>
    public List<string> Kept { get; } = [];

    /// <summary>How often it was handed what it had.</summary>
    public int Again { get; private set; }

    /// <summary>The process it runs in.</summary>
    public Crash? Crash { get; set; }

    public async Task TakeAsync(Notification notification, CancellationToken cancel)
    {
        Crash?.Point();
        if (dice.NextDouble() < 0.05)
        {
            await Task.Delay(TimeSpan.FromMinutes(10 * dice.NextDouble()), clock, cancel);
        }

        if (notification.Type == SeedMessages.Refused || dice.NextDouble() < fails)
        {
            throw new InvalidOperationException("This one cannot be used.");
        }

        if (_known.Add(notification.Id))
        {
            Kept.Add(notification.Id);
        }
        else
        {
            Again++;
        }

        Crash?.Point();
    }
}
