using Reprieve.Amazon.Operations;
using Reprieve.Knowledge;

namespace Reprieve.Amazon.Notifications;

/// <summary>The place to which notifications of one way are to go.</summary>
/// <param name="Name">What Reprieve calls it; by the queue, for Amazon takes a name once.</param>
/// <param name="Resource">The queue, or the event bus of the queue's account and region.</param>
internal sealed record DestinationTarget(string Name, DestinationResource Resource)
{
    public static DestinationTarget Of(QueueAddress queue, NotificationWorkflow workflow)
    {
        string prefix = $"reprieve-{queue.Account}-{queue.Region}";
        return workflow is NotificationWorkflow.Queue
            ? new($"{prefix}-{queue.Name}", new DestinationResource(new SqsResource(queue.Arn), null))
            : new(prefix, new DestinationResource(null, new EventBridgeResource(queue.Account, queue.Region)));
    }

    /// <summary>Whether a destination goes there, whoever made it.</summary>
    public bool IsThatOf(Destination there) =>
        Resource.Sqs is { } queue
            ? there.Resource?.Sqs?.Arn == queue.Arn
            : there.Resource?.EventBridge is { } bus
                && (bus.AccountId, bus.Region) == (Resource.EventBridge?.AccountId, Resource.EventBridge?.Region);

    /// <summary>A destination for people.</summary>
    public static string Words(Destination there) =>
        there.Resource switch
        {
            { Sqs.Arn: { Length: > 0 } arn } => $"{there.Name} ({arn})",
            { EventBridge: { } bus } => $"{there.Name} (EventBridge, {bus.AccountId}, {bus.Region})",
            _ => there.Name ?? there.DestinationId ?? "?",
        };
}
