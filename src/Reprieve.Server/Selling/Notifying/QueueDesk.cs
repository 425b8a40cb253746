using Reprieve.Amazon;
using Reprieve.Amazon.Notifications;
using Reprieve.Knowledge;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Selling.Notifying;

/// <summary>Has Amazon tell what happens at an account, and ends that.</summary>
internal sealed class QueueDesk(
    Workbench workbench,
    AmazonEnd amazon,
    CaseDesk desk,
    NotificationWatching watching,
    TimeProvider clock
)
{
    /// <summary>Nobody waits longer at a page; what is not done then goes on when it is set up again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>What Reprieve has a use for.</summary>
    public IReadOnlyList<NotificationType> Types => SubscriptionSetUp.Types(desk.Knowledge);

    /// <summary>What is known of the notifications of a connection; null when there is no such connection.</summary>
    /// <exception cref="StorageException">It cannot be opened.</exception>
    public async Task<QueueView?> ViewAsync(Guid? client, Guid connection, CancellationToken cancel) =>
        await FindAsync(client, connection, cancel) is { } known
            ? new QueueView(known, watching.StandingOf(connection), Types)
            : null;

    /// <summary>Keeps the queue of a connection, makes it where it is to be made, and has Amazon send into it.</summary>
    /// <returns>What came of it; null when there is no such connection.</returns>
    /// <exception cref="AmazonException">What was said cannot be meant, or the queue is another connection's; nothing is kept.</exception>
    public async Task<QueueView?> SetUpAsync(Guid? client, Guid connection, QueueEdit edit, CancellationToken cancel)
    {
        if (await FindAsync(client, connection, cancel) is not { } known)
        {
            return null;
        }

        QueueConnection queue = edit.Of(known.Queue);
        await CheckFreeAsync(connection, queue, cancel);
        if (amazon.Edge is not { } edge)
        {
            throw new AmazonException(Say.Get("Selling_offline"));
        }

        await RunAsync(edge, known, queue, cancel);
        await watching.RefreshAsync();
        return await ViewAsync(client, connection, cancel);
    }

    /// <summary>Ends what Amazon sends, and forgets the queue with its key. The queue itself stays in the AWS account.</summary>
    /// <returns>What Amazon still sends, and why that could not be ended; in words.</returns>
    public async Task<IReadOnlyList<string>> EndAsync(Guid? client, Guid connection, CancellationToken cancel)
    {
        if (await FindAsync(client, connection, cancel) is not { Queue: { } queue } known)
        {
            return [];
        }

        IReadOnlyList<string> left = await UndoAsync(known, queue, cancel);
        await workbench.Connections.KeepQueueAsync(known, null, cancel);
        await watching.RefreshAsync();
        return left;
    }

    private async Task<StoredConnection?> FindAsync(Guid? client, Guid connection, CancellationToken cancel) =>
        (await workbench.Connections.OfAsync(client, cancel)).FirstOrDefault(one =>
            one.Id == connection && !one.ByHand
        );

    /// <summary>Two that empty one queue would take each other's notifications.</summary>
    private async Task CheckFreeAsync(Guid connection, QueueConnection queue, CancellationToken cancel)
    {
        StoredConnection? other = (await workbench.Connections.AllAsync(cancel)).FirstOrDefault(one =>
            one.Id != connection && queue.Arn is { } arn && one.Queue?.Arn == arn
        );
        if (other is not null)
        {
            throw new AmazonException(Say.Get("notify_taken", other.Name));
        }
    }

    private async Task RunAsync(
        AmazonEdge edge,
        StoredConnection connection,
        QueueConnection queue,
        CancellationToken cancel
    )
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        string? trouble = null;
        IReadOnlyList<SubscriptionOutcome> outcomes = [];
        try
        {
            queue = await MadeAsync(edge, connection, queue, either.Token);
            outcomes = await SubscriptionSetUp.RunAsync(
                edge.Open(connection.Opening),
                queue.Address!,
                Types,
                queue.Own,
                either.Token
            );
        }
        catch (AmazonException fault)
        {
            trouble = fault.Message;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            trouble = Say.Get("notify_slow");
        }

        await workbench.Connections.KeepQueueAsync(
            connection,
            queue.After(outcomes, clock.GetUtcNow(), trouble),
            cancel
        );
    }

    private async Task<QueueConnection> MadeAsync(
        AmazonEdge edge,
        StoredConnection connection,
        QueueConnection queue,
        CancellationToken cancel
    )
    {
        if (queue.Arn is not null)
        {
            return queue;
        }

        QueueAddress made = await edge.MakeQueueAsync(
            RegionOf(connection),
            QueueView.NameOf(connection),
            queue.Key,
            cancel
        );
        return queue with { Arn = made.Arn };
    }

    private async Task<IReadOnlyList<string>> UndoAsync(
        StoredConnection connection,
        QueueConnection queue,
        CancellationToken cancel
    )
    {
        if (queue.Address is not { } address)
        {
            return [];
        }

        if (amazon.Edge is not { } edge)
        {
            return [Say.Get("notify_left", Say.Get("Selling_offline"))];
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            IReadOnlyList<SubscriptionOutcome.Refused> left = await SubscriptionSetUp.UndoAsync(
                edge.Open(connection.Opening),
                address,
                Types,
                queue.Own,
                either.Token
            );
            return [.. left.Select(one => Say.Get("notify_left_type", one.Type, one.Sentence))];
        }
        catch (AmazonException fault)
        {
            return [Say.Get("notify_left", fault.Message)];
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return [Say.Get("notify_left", Say.Get("notify_slow"))];
        }
    }

    private AmazonRegion RegionOf(StoredConnection connection) =>
        desk.Knowledge.AmazonRegions.First(one => one.Code == connection.Region);
}
