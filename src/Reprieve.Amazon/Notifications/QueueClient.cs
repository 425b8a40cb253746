using Amazon.SQS.Model;

namespace Reprieve.Amazon.Notifications;

/// <summary>A message as it was received.</summary>
/// <param name="Receipt">By which it is deleted or hidden; another at each reception.</param>
/// <param name="Body">What it says; anything.</param>
internal sealed record QueueMessage(string Receipt, string Body);

/// <summary>What one reception brought.</summary>
/// <param name="Messages">At most ten, in no order.</param>
/// <param name="HiddenUntil">From then on they may be received again.</param>
internal sealed record QueueBatch(IReadOnlyList<QueueMessage> Messages, DateTimeOffset HiddenUntil);

/// <summary>A standard queue of SQS in the seller's own AWS account. Open it with <see cref="AmazonEdge.OpenQueue"/>.</summary>
public sealed class QueueClient : IDisposable
{
    private const int MostMessages = 10;

    private readonly QueueEdge _edge;
    private readonly TimeProvider _clock;

    /// <summary>A queue; nothing is asked yet.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="key">
    /// Who asks; it needs <c>sqs:ReceiveMessage</c>, <c>sqs:DeleteMessage</c>, <c>sqs:ChangeMessageVisibility</c>.
    /// </param>
    /// <param name="clock">The time for how long an answer may take.</param>
    /// <param name="handler">What carries requests; null for the network.</param>
    internal QueueClient(QueueAddress address, AwsKey key, TimeProvider clock, HttpMessageHandler? handler)
    {
        Address = address;
        _clock = clock;
        _edge = new QueueEdge(address.Region, key, clock, handler);
    }

    /// <summary>Where it is.</summary>
    public QueueAddress Address { get; }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _edge.Dispose();

    /// <summary>Receives up to ten messages.</summary>
    /// <param name="wait">How long to wait for the first; whole seconds up to 20.</param>
    /// <param name="hidden">How long nobody else receives them.</param>
    /// <exception cref="QueueException">It cannot be asked.</exception>
    internal async Task<QueueBatch> ReceiveAsync(TimeSpan wait, TimeSpan hidden, CancellationToken cancel)
    {
        ReceiveMessageResponse given = await _edge.AskAsync(
            (client, token) =>
                client.ReceiveMessageAsync(
                    new ReceiveMessageRequest
                    {
                        QueueUrl = Address.Url,
                        MaxNumberOfMessages = MostMessages,
                        WaitTimeSeconds = (int)wait.TotalSeconds,
                        VisibilityTimeout = (int)hidden.TotalSeconds,
                    },
                    token
                ),
            wait,
            cancel
        );
        return new QueueBatch(
            [.. (given.Messages ?? []).Select(message => new QueueMessage(message.ReceiptHandle, message.Body ?? ""))],
            _clock.GetUtcNow() + hidden
        );
    }

    /// <summary>Deletes a message.</summary>
    /// <exception cref="QueueException">It cannot be asked.</exception>
    internal Task DeleteAsync(QueueMessage message, CancellationToken cancel) =>
        _edge.AskAsync(
            (client, token) => client.DeleteMessageAsync(Address.Url, message.Receipt, token),
            TimeSpan.Zero,
            cancel
        );

    /// <summary>Lets a message be received again after a time from now, at the soonest.</summary>
    /// <exception cref="QueueException">It cannot be asked.</exception>
    internal Task HideAsync(QueueMessage message, TimeSpan after, CancellationToken cancel) =>
        _edge.AskAsync(
            (client, token) =>
                client.ChangeMessageVisibilityAsync(Address.Url, message.Receipt, (int)after.TotalSeconds, token),
            TimeSpan.Zero,
            cancel
        );
}
