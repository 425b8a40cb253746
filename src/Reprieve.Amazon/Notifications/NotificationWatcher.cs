namespace Reprieve.Amazon.Notifications;

/// <summary>
/// Empties the queue into which Amazon puts notifications for one selling account, and hands each over once. Call
/// <see cref="TickAsync"/> and <see cref="WaitAsync"/> in turns, never both at once.
/// </summary>
public sealed class NotificationWatcher
{
    /// <summary>How long a message stays hidden from the next reception, unless more time is asked for.</summary>
    internal static readonly TimeSpan Hidden = TimeSpan.FromMinutes(2);

    /// <summary>The longest that SQS lets a reception wait.</summary>
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(20);

    /// <summary>Any wait makes SQS ask all of its servers, which a reception without does not.</summary>
    private static readonly TimeSpan ShortPoll = TimeSpan.FromSeconds(1);

    private const int MostBatches = 10;

    private readonly QueueClient _queue;
    private readonly NotificationBook _book;
    private readonly INotificationTaker _taker;
    private readonly TimeProvider _clock;
    private readonly Random _dice;
    private NotificationTrouble? _trouble;
    private QueueBatch? _waiting;
    private int _failures;

    /// <summary>A watcher of a queue; it asks it at the first tick.</summary>
    /// <param name="queue">The queue; the caller's to dispose of, after the watcher.</param>
    /// <param name="book">What is remembered of it; the caller's to dispose of, after the watcher.</param>
    /// <param name="taker">Where notifications go.</param>
    /// <param name="clock">The time for pauses.</param>
    public NotificationWatcher(QueueClient queue, NotificationBook book, INotificationTaker taker, TimeProvider clock)
        : this(queue, book, taker, clock, Random.Shared) { }

    internal NotificationWatcher(
        QueueClient queue,
        NotificationBook book,
        INotificationTaker taker,
        TimeProvider clock,
        Random dice
    )
    {
        _queue = queue;
        _book = book;
        _taker = taker;
        _clock = clock;
        _dice = dice;
    }

    /// <summary>
    /// Takes what is in the queue, at most a hundred messages. While a pause after trouble lasts, it says the same trouble again
    /// and leaves the queue alone.
    /// </summary>
    /// <returns>What it brought; faults of queue, network, book and taker are in it in words.</returns>
    /// <exception cref="OperationCanceledException">It was stopped; what was handed over is written down.</exception>
    public async Task<NotificationResult> TickAsync(CancellationToken cancel)
    {
        if (_trouble is { } lasting && _clock.GetUtcNow() < lasting.NotBefore)
        {
            return new NotificationResult(0, 0, [], lasting);
        }

        var tally = new NotificationTally();
        try
        {
            for (int batches = 0; batches < MostBatches; batches++)
            {
                if (await NextAsync(cancel) is not { Messages.Count: > 0 } batch)
                {
                    break;
                }

                await new NotificationRound(_queue, _book, _taker, _clock, batch, tally).RunAsync(cancel);
            }

            _failures = 0;
            _trouble = null;
        }
        catch (Exception fault) when (fault is QueueException or AmazonException or TakerException)
        {
            cancel.ThrowIfCancellationRequested();
            _trouble = TroubleOf(fault);
        }

        return new NotificationResult(tally.Taken, tally.Again, tally.SetAside, _trouble);
    }

    /// <summary>Waits until a tick is due: a message came, twenty seconds without one are over, or the pause after trouble is.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task WaitAsync(CancellationToken cancel)
    {
        if (_trouble is { } lasting && lasting.NotBefore - _clock.GetUtcNow() is var rest && rest > TimeSpan.Zero)
        {
            // A delay is of whole milliseconds, and must not end before its time.
            await Task.Delay(rest + TimeSpan.FromMilliseconds(1), _clock, cancel);
            return;
        }

        try
        {
            _waiting = await _queue.ReceiveAsync(LongPoll, Hidden, cancel);
        }
        catch (QueueException fault)
        {
            cancel.ThrowIfCancellationRequested();
            _trouble = TroubleOf(fault);
        }
    }

    /// <summary>What the wait brought, unless it is about to come back to the queue by itself; else what is there now.</summary>
    private async Task<QueueBatch?> NextAsync(CancellationToken cancel)
    {
        QueueBatch? waiting = _waiting;
        _waiting = null;
        return waiting is { Messages.Count: > 0 } && _clock.GetUtcNow() < waiting.HiddenUntil - (Hidden / 2)
            ? waiting
            : await _queue.ReceiveAsync(ShortPoll, Hidden, cancel);
    }

    private NotificationTrouble TroubleOf(Exception fault)
    {
        bool needsPerson = fault is QueueException { NeedsPerson: true };
        TimeSpan pause = NotificationPauses.After(++_failures, needsPerson, _dice.NextDouble());
        return new NotificationTrouble(
            fault.Message,
            needsPerson,
            _clock.GetUtcNow() + pause,
            (fault as TakerException)?.InnerException
        );
    }
}

/// <summary>What a look brought so far.</summary>
internal sealed class NotificationTally
{
    public int Taken { get; set; }

    public int Again { get; set; }

    public List<SetAsideMessage> SetAside { get; } = [];
}

/// <summary>The taker refused a notification, which is no fault of the queue.</summary>
internal sealed class TakerException(Exception cause) : Exception(Say.Texts.Get("Notice_Taker", cause.Message), cause);
