using Reprieve.Amazon.Notifications;
using Reprieve.Knowledge;
using Reprieve.Storage;

namespace Reprieve.Server.Selling.Notifying;

/// <summary>What is known of the notifications of a connection, for its page and for programs.</summary>
/// <param name="Standing">How it stands with the queue; null where it is not watched.</param>
/// <param name="Types">What Reprieve has a use for.</param>
public sealed record QueueView(
    StoredConnection Connection,
    QueueStanding? Standing,
    IReadOnlyList<NotificationType> Types
)
{
    /// <summary>The queue that Reprieve makes for a connection.</summary>
    public static string NameOf(StoredConnection connection) => $"reprieve-{connection.Id:N}";

    /// <summary>What the last set-up came to, for each type in the order of knowledge; null where it did not come so far.</summary>
    public IEnumerable<(NotificationType Type, StoredSubscription? Outcome)> Lines =>
        Types.Select(type =>
            (type, Connection.Queue?.SetUp?.Types.FirstOrDefault(outcome => outcome.Type == type.Type))
        );

    /// <summary>
    /// What is left to do in the AWS console, a step each; each once, though several types need it.
    /// </summary>
    public IReadOnlyList<HandStep> StepsByHand =>
        Connection.Queue is { Address: { } queue, SetUp: { } setUp }
            ?
            [
                .. setUp
                    .Types.Select(one => one.EventSource)
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal)
                    .SelectMany(source => SubscriptionSetUp.StepsByHand(queue, source)),
            ]
            : [];
}
