using System.Text.Json.Serialization;
using Reprieve.Amazon.Notifications;

namespace Reprieve.Storage;

/// <summary>
/// The queue in the seller's own AWS account into which Amazon puts what happens at an account, and what was subscribed to. No
/// form of it is ever printed.
/// </summary>
public sealed record QueueConnection
{
    /// <summary>The id of the AWS access key.</summary>
    public required string KeyId { get; init; }

    /// <summary>The secret of that key.</summary>
    public required string KeySecret { get; init; }

    /// <summary>The queue's ARN; null while Reprieve has not made the queue yet.</summary>
    public string? Arn { get; init; }

    /// <summary>Subscriptions that are Reprieve's own, and those that a person gave up for it.</summary>
    public IReadOnlyList<OwnSubscription> Own { get; init; } = [];

    /// <summary>What became of the last set-up; null when there was none since it was changed.</summary>
    public StoredSetUp? SetUp { get; init; }

    /// <summary>By what it is opened.</summary>
    [JsonIgnore]
    public AwsKey Key => new(KeyId, KeySecret);

    /// <summary>Where it is; null while it is not made.</summary>
    [JsonIgnore]
    public QueueAddress? Address => Arn is null ? null : QueueAddress.Parse(Arn);

    /// <summary>The queue after a set-up.</summary>
    /// <param name="outcomes">What became of each type; none where it did not come so far.</param>
    /// <param name="trouble">Why it did not come to its end; null when it did.</param>
    public QueueConnection After(
        IReadOnlyList<SubscriptionOutcome> outcomes,
        DateTimeOffset now,
        string? trouble = null
    )
    {
        OwnSubscription[] made =
        [
            .. outcomes.OfType<SubscriptionOutcome.Subscribed>().Select(one => new OwnSubscription(one.Type, one.Id)),
        ];
        return this with
        {
            Own = [.. Own.Where(old => made.All(one => one.Type != old.Type)), .. made],
            SetUp = new StoredSetUp(now, [.. outcomes.Select(StoredSubscription.Of)], trouble),
        };
    }

    /// <summary>The ARN alone.</summary>
    public override string ToString() => $"{nameof(QueueConnection)} {Arn}";
}

/// <summary>What a set-up of notifications came to.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Types">What became of each type of notification; empty where it did not come so far.</param>
/// <param name="Trouble">Why it did not come to its end, in the language of whoever set it up; null when it did.</param>
public sealed record StoredSetUp(DateTimeOffset At, IReadOnlyList<StoredSubscription> Types, string? Trouble = null);

/// <summary>What became of a type of notification.</summary>
/// <param name="Type">Amazon's name of it.</param>
/// <param name="Problem">Why it does not come, in the language of whoever set it up; null when Amazon sends it.</param>
/// <param name="Elsewhere">The id of the subscription by which it goes to another place; null where it does not.</param>
/// <param name="EventSource">The event source whose steps by hand are left to do; null where there are none.</param>
public sealed record StoredSubscription(
    string Type,
    string? Problem = null,
    string? Elsewhere = null,
    string? EventSource = null
)
{
    internal static StoredSubscription Of(SubscriptionOutcome outcome) =>
        outcome switch
        {
            SubscriptionOutcome.Subscribed comes => new(comes.Type, EventSource: comes.EventSource),
            SubscriptionOutcome.Elsewhere other => new(other.Type, other.Sentence, other.Id),
            SubscriptionOutcome.Refused refused => new(refused.Type, refused.Sentence),
            _ => throw new InvalidOperationException($"No such outcome: {outcome.GetType().Name}"),
        };
}
