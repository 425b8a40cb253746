namespace Reprieve.Amazon.Notifications;

/// <summary>A subscription that is Reprieve's own: what tells whose account a notification speaks of that names no seller.</summary>
/// <param name="Type">Amazon's type of notification.</param>
/// <param name="Id">Amazon's id, which comes back as <see cref="Notification.SubscriptionId"/>.</param>
public sealed record OwnSubscription(string Type, string Id);

/// <summary>What became of a type of notification when it was set up; a closed set.</summary>
/// <param name="Type">Amazon's type of notification.</param>
public abstract record SubscriptionOutcome(string Type)
{
    /// <summary>Amazon sends it.</summary>
    /// <param name="Type">Amazon's type of notification.</param>
    /// <param name="Id">Amazon's id of the subscription; to be kept.</param>
    /// <param name="EventSource">
    /// The event source that Amazon made, for which <see cref="SubscriptionSetUp.StepsByHand"/> are left to do before anything
    /// arrives; null where it comes straight into the queue.
    /// </param>
    public sealed record Subscribed(string Type, string Id, string? EventSource) : SubscriptionOutcome(Type);

    /// <summary>Amazon refuses it.</summary>
    /// <param name="Type">Amazon's type of notification.</param>
    /// <param name="Sentence">Why, the role that it needs where that is known, and what to do; in the screen's language.</param>
    public sealed record Refused(string Type, string Sentence) : SubscriptionOutcome(Type);

    /// <summary>It goes to a place that is not ours, and was left there.</summary>
    /// <param name="Type">Amazon's type of notification.</param>
    /// <param name="Id">Amazon's id of that subscription.</param>
    /// <param name="Sentence">Where it goes and what to do, in the screen's language.</param>
    public sealed record Elsewhere(string Type, string Id, string Sentence) : SubscriptionOutcome(Type);
}
