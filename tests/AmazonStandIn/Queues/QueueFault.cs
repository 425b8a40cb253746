namespace Reprieve.AmazonStandIn;

/// <summary>What goes wrong with one request to a queue; a closed set.</summary>
public abstract record QueueFault
{
    private QueueFault() { }

    /// <summary>The line is cut before anything happened.</summary>
    public sealed record CutBefore : QueueFault;

    /// <summary>It happened, and the line is cut before the answer.</summary>
    public sealed record CutAfter : QueueFault;

    /// <summary>The answer comes late.</summary>
    /// <param name="By">How late.</param>
    public sealed record Slow(TimeSpan By) : QueueFault;

    /// <summary>The service refuses, and nothing happened.</summary>
    /// <param name="Status">HTTP status.</param>
    /// <param name="Code">The error's name.</param>
    /// <param name="Message">Its words.</param>
    public sealed record Refused(int Status, string Code, string Message) : QueueFault;

    /// <summary>A fault of the service itself.</summary>
    public static QueueFault ServerError { get; } = new Refused(500, "InternalFailure", "Try again.");

    /// <summary>Too many requests.</summary>
    public static QueueFault Throttle { get; } = new Refused(400, "RequestThrottled", "Rate exceeded");
}

/// <summary>How often what goes wrong, as a share of requests or messages from 0 to 1, drawn by the stand-in's seed.</summary>
public sealed record QueueFaults
{
    /// <summary>Requests that end in a fault of the service.</summary>
    public double ServerError { get; init; }

    /// <summary>Requests that are throttled.</summary>
    public double Throttled { get; init; }

    /// <summary>Requests that are cut before their effect.</summary>
    public double CutBefore { get; init; }

    /// <summary>Requests that are cut after their effect.</summary>
    public double CutAfter { get; init; }

    /// <summary>Requests that are answered up to <see cref="Longest"/> late.</summary>
    public double Slow { get; init; }

    /// <summary>How late an answer or a message is at most.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Messages that are published twice, each with an id of its own.</summary>
    public double PublishedTwice { get; init; }

    /// <summary>Messages that never come to the queue.</summary>
    public double Lost { get; init; }

    /// <summary>Messages that come up to <see cref="Longest"/> late.</summary>
    public double Delayed { get; init; }

    /// <summary>Receptions after which the message stays visible, so that it comes again at once.</summary>
    public double DeliveredTwice { get; init; }

    /// <summary>Deletions that the queue forgets: the message comes once more.</summary>
    public double Undeleted { get; init; }

    internal QueueFault? Draw(Random dice)
    {
        double thrown = dice.NextDouble();
        return Below(ServerError) ? QueueFault.ServerError
            : Below(Throttled) ? QueueFault.Throttle
            : Below(CutBefore) ? new QueueFault.CutBefore()
            : Below(CutAfter) ? new QueueFault.CutAfter()
            : Below(Slow) ? new QueueFault.Slow(Longest * dice.NextDouble())
            : null;

        bool Below(double share) => (thrown -= share) < 0;
    }
}
