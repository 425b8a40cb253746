using System.Text.Json.Serialization;

namespace Reprieve.Knowledge;

/// <summary>
/// How often an operation of the Selling Partner API may be called (<c>knowledge/amazon-operations</c>), for one application and
/// one account; the code is Amazon's name of it. What Amazon's answers say of the rate goes before this.
/// </summary>
public sealed record AmazonOperation : KnowledgeEntry
{
    /// <summary>Calls a second that are added to the bucket.</summary>
    public required double Rate { get; init; }

    /// <summary>Calls that the bucket holds.</summary>
    public required int Burst { get; init; }

    /// <summary>The role that the application needs, as Seller Central calls it; null where it is not known or depends on the report.</summary>
    public LocalizedText? Role { get; init; }

    /// <summary>What it can subscribe to; of <c>createSubscription</c> alone.</summary>
    public IReadOnlyList<NotificationType> Notifications
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>A type of notification.</summary>
/// <param name="Type">Amazon's name of it.</param>
/// <param name="PayloadVersion">The form in which it is wanted; each form is subscribed to by itself.</param>
/// <param name="Workflow">On which way it comes.</param>
/// <param name="Use">What it is good for.</param>
/// <param name="Role">The role that the application needs; null where it is not known.</param>
public sealed record NotificationType(
    string Type,
    string PayloadVersion,
    NotificationWorkflow Workflow,
    LocalizedText Use,
    LocalizedText? Role = null
);

/// <summary>On which way Amazon sends a type of notification; it takes no other.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<NotificationWorkflow>))]
public enum NotificationWorkflow
{
    /// <summary>Straight into a queue of SQS.</summary>
    Queue,

    /// <summary>Over EventBridge, from where a rule of the seller's own brings it into the queue.</summary>
    EventBus,
}
