using Reprieve.Amazon.Calls;
using Reprieve.Amazon.Operations;
using Reprieve.Knowledge;

namespace Reprieve.Amazon.Notifications;

/// <summary>One go at the subscriptions of an account: look, make what is not there, and look again when an answer is lost.</summary>
internal sealed class SubscriptionRun(
    AmazonAccount account,
    QueueAddress queue,
    IReadOnlyList<OwnSubscription> own,
    CancellationToken cancel
)
{
    private const int MostTries = 4;

    /// <summary>How long Amazon may take to show what it made; not published, so generous.</summary>
    private static readonly TimeSpan ShownWithin = TimeSpan.FromMinutes(1);

    /// <summary>Subscribes to the types of one way.</summary>
    public async Task<IReadOnlyList<SubscriptionOutcome>> SubscribeAsync(
        NotificationWorkflow way,
        IReadOnlyList<NotificationType> types
    )
    {
        Destination destination;
        try
        {
            destination = await DestinationAsync(DestinationTarget.Of(queue, way));
        }
        catch (AmazonException refused) when (IsRefusal(refused))
        {
            return [.. types.Select(type => new SubscriptionOutcome.Refused(type.Type, refused.Message))];
        }

        List<SubscriptionOutcome> outcomes = [];
        foreach (NotificationType type in types)
        {
            outcomes.Add(await SubscribeAsync(type, destination));
        }

        return outcomes;
    }

    /// <summary>Subscriptions to Reprieve's destinations that nobody wrote down.</summary>
    public async Task<IReadOnlyList<OwnSubscription>> UnwrittenAsync(IReadOnlyList<NotificationType> types)
    {
        string[] names =
        [
            .. Enum.GetValues<NotificationWorkflow>().Select(way => DestinationTarget.Of(queue, way).Name),
        ];
        HashSet<string> ours =
        [
            .. (await Subscriptions.DestinationsAsync(account, cancel))
                .Where(one => names.Contains(one.Name))
                .Select(one => one.DestinationId!),
        ];
        List<OwnSubscription> found = [];
        foreach (NotificationType type in ours.Count > 0 ? types : [])
        {
            try
            {
                Subscription? there = await Subscriptions.FindAsync(account, type, cancel);
                if (there?.DestinationId is { } id && ours.Contains(id))
                {
                    found.Add(new OwnSubscription(type.Type, there.SubscriptionId!));
                }
            }
            catch (AmazonException closed) when (!closed.Passes)
            {
                // The authorization was withdrawn, or the role, and with it the right to look.
            }
        }

        return [.. found.Except(own)];
    }

    /// <summary>Ends subscriptions.</summary>
    /// <returns>Those that Amazon does not let end.</returns>
    public async Task<IReadOnlyList<SubscriptionOutcome.Refused>> EndAsync(IEnumerable<OwnSubscription> subscriptions)
    {
        List<SubscriptionOutcome.Refused> left = [];
        foreach (OwnSubscription one in subscriptions)
        {
            try
            {
                await Subscriptions.DeleteAsync(account, one.Type, one.Id, cancel);
            }
            catch (AmazonException refused) when (IsRefusal(refused))
            {
                left.Add(new SubscriptionOutcome.Refused(one.Type, refused.Message));
            }
        }

        return left;
    }

    private async Task<Destination> DestinationAsync(DestinationTarget target) =>
        await LookOrMakeAsync(
            async () =>
                (await Subscriptions.DestinationsAsync(account, cancel))
                    .Where(target.IsThatOf)
                    .MinBy(one => one.DestinationId, StringComparer.Ordinal),
            () =>
                Subscriptions.CreateDestinationAsync(
                    account,
                    new DestinationOrder(target.Name, target.Resource),
                    cancel
                )
        );

    private async Task<SubscriptionOutcome> SubscribeAsync(NotificationType type, Destination destination)
    {
        try
        {
            SubscriptionOutcome outcome = await LookOrMakeAsync<SubscriptionOutcome>(
                () => StandingAsync(type, destination),
                async () =>
                    Subscribed(
                        type,
                        await Subscriptions.CreateAsync(account, type, destination.DestinationId!, cancel),
                        destination
                    )
            );
            if (outcome is SubscriptionOutcome.Subscribed now)
            {
                // Those of another form of the type would bring each event twice.
                await EndAsync(own.Where(one => one.Type == type.Type && one.Id != now.Id));
            }

            return outcome;
        }
        catch (AmazonException refused) when (IsRefusal(refused))
        {
            return new SubscriptionOutcome.Refused(type.Type, refused.Message);
        }
    }

    /// <summary>What there is of a type; null for nothing, also where one of ours went elsewhere and was ended.</summary>
    private async Task<SubscriptionOutcome?> StandingAsync(NotificationType type, Destination destination)
    {
        if (await Subscriptions.FindAsync(account, type, cancel) is not { } there)
        {
            return null;
        }

        if (there.DestinationId == destination.DestinationId)
        {
            return Subscribed(type, there, destination);
        }

        if (own.Any(one => one.Type == type.Type && one.Id == there.SubscriptionId))
        {
            await Subscriptions.DeleteAsync(account, type.Type, there.SubscriptionId!, cancel);
            return null;
        }

        Destination? other = (await Subscriptions.DestinationsAsync(account, cancel)).FirstOrDefault(one =>
            one.DestinationId == there.DestinationId
        );
        string place = other is null ? there.DestinationId ?? "?" : DestinationTarget.Words(other);
        return new SubscriptionOutcome.Elsewhere(
            type.Type,
            there.SubscriptionId!,
            Say.Texts.Get("Subscription_Elsewhere", type.Type, Cut.Of(place))
        );
    }

    private static SubscriptionOutcome.Subscribed Subscribed(
        NotificationType type,
        Subscription subscription,
        Destination destination
    ) =>
        new(
            type.Type,
            subscription.SubscriptionId!,
            destination.Resource?.EventBridge is { Name: { Length: > 0 } source } ? source : null
        );

    private async Task<T> LookOrMakeAsync<T>(Func<Task<T?>> look, Func<Task<T>> make)
        where T : class
    {
        for (int tries = 1; ; tries++)
        {
            if (await look() is { } there)
            {
                return there;
            }

            try
            {
                return await make();
            }
            catch (UncertainCallException lost) when (tries == MostTries)
            {
                throw new AmazonException(lost.Message, lost) { Passes = true };
            }
            catch (Exception fault) when (fault is UncertainCallException || (IsConflict(fault) && tries < MostTries))
            {
                await Task.Delay(ShownWithin, account.Edge.Time, cancel);
            }
        }
    }

    /// <summary>There is one already, though it does not show yet.</summary>
    private static bool IsConflict(Exception fault) => fault is AmazonException { Status: 409 };

    /// <summary>Amazon's answer to this very thing, as opposed to one that it did not give, or to the whole account.</summary>
    private static bool IsRefusal(AmazonException fault) => fault.Status is >= 400 and < 500;
}
