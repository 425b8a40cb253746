using Reprieve.Knowledge;

namespace Reprieve.Amazon.Notifications;

/// <summary>
/// Has Amazon send an account's notifications into a queue, and ends that again. Doing it again changes nothing: what is there
/// is looked for before anything is made, also after an answer was lost or the program ended.
/// </summary>
public static class SubscriptionSetUp
{
    /// <summary>What Reprieve has a use for.</summary>
    public static IReadOnlyList<NotificationType> Types(KnowledgeBase knowledge) =>
        knowledge.AmazonOperations.First(one => one.Code == "createSubscription").Notifications;

    /// <summary>
    /// Makes the destinations and subscriptions that are missing and leaves what is there. A subscription that goes elsewhere is
    /// replaced if it is one of <paramref name="own"/>, and otherwise left; what happens between its end and the new one is not
    /// told, so whoever replaces pulls afterwards.
    /// </summary>
    /// <param name="account">The account whose notifications are wanted.</param>
    /// <param name="queue">The queue, of Reprieve's own, as <see cref="QueueSetUp"/> made it.</param>
    /// <param name="types">What is wanted, of <see cref="Types"/>.</param>
    /// <param name="own">
    /// The account's subscriptions that an earlier run reported, and those that a person gave up for it. Where another one now
    /// stands for their type they are ended.
    /// </param>
    /// <param name="cancel">Ends it; the next run goes on.</param>
    /// <returns>What became of each type, in the order of <paramref name="types"/>.</returns>
    /// <exception cref="AmazonException">
    /// The account cannot be opened, the queue is in a region to which Amazon does not send, or Amazon could not be asked in many
    /// tries (<see cref="AmazonException.Passes"/>): then doing it again goes on.
    /// </exception>
    public static async Task<IReadOnlyList<SubscriptionOutcome>> RunAsync(
        AmazonAccount account,
        QueueAddress queue,
        IReadOnlyList<NotificationType> types,
        IReadOnlyList<OwnSubscription> own,
        CancellationToken cancel
    )
    {
        if (!queue.Arn.StartsWith("arn:aws:", StringComparison.Ordinal))
        {
            throw new AmazonException(Say.Texts.Get("Subscription_Region", queue.Region, account.Region.AwsRegion));
        }

        var run = new SubscriptionRun(account, queue, own, cancel);
        Dictionary<string, SubscriptionOutcome> outcomes = new(StringComparer.Ordinal);
        foreach (IGrouping<NotificationWorkflow, NotificationType> way in types.GroupBy(type => type.Workflow))
        {
            foreach (SubscriptionOutcome outcome in await run.SubscribeAsync(way.Key, [.. way]))
            {
                outcomes[outcome.Type] = outcome;
            }
        }

        return [.. types.Select(type => outcomes[type.Type])];
    }

    /// <summary>
    /// What is left to do in the AWS console before what goes over EventBridge arrives, a step each.
    /// </summary>
    /// <param name="queue">The queue.</param>
    /// <param name="source">As the outcome told it.</param>
    public static IReadOnlyList<HandStep> StepsByHand(QueueAddress queue, string source) =>
        [
            new(Say.Texts.Get("Bus_Step_Source", queue.Region), source),
            new(Say.Texts.Get("Bus_Step_Rule", queue.Arn), $$"""{"source": ["{{source}}"]}"""),
        ];

    /// <summary>
    /// Ends Reprieve's subscriptions of an account: those that are known, and those that go to Reprieve's destinations though
    /// nobody wrote them down. What is gone is no fault. The destinations stay, for other accounts of the application may use
    /// them, and nothing is sent without a subscription.
    /// </summary>
    /// <param name="account">The account; known subscriptions end also when its authorization was withdrawn.</param>
    /// <param name="queue">The queue into which they go.</param>
    /// <param name="types">The types among which those nobody wrote down are looked for.</param>
    /// <param name="own">The subscriptions that were reported.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>What could not be ended, and why; empty when all is ended.</returns>
    /// <exception cref="AmazonException">Amazon could not be asked, or the application is no longer known; nothing more is tried.</exception>
    public static async Task<IReadOnlyList<SubscriptionOutcome.Refused>> UndoAsync(
        AmazonAccount account,
        QueueAddress queue,
        IReadOnlyList<NotificationType> types,
        IReadOnlyList<OwnSubscription> own,
        CancellationToken cancel
    )
    {
        var run = new SubscriptionRun(account, queue, own, cancel);
        IReadOnlyList<SubscriptionOutcome.Refused> left = await run.EndAsync(own);
        return [.. left, .. await run.EndAsync(await run.UnwrittenAsync(types))];
    }
}
