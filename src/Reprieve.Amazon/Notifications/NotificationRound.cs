namespace Reprieve.Amazon.Notifications;

/// <summary>
/// Goes through the messages of one reception: hands over, writes down, deletes, in this order, so that a crash at any point
/// loses nothing.
/// </summary>
internal sealed class NotificationRound(
    QueueClient queue,
    NotificationBook book,
    INotificationTaker taker,
    TimeProvider clock,
    QueueBatch batch,
    NotificationTally tally
)
{
    private readonly List<QueueMessage> _done = [];
    private DateTimeOffset _hiddenUntil = batch.HiddenUntil;

    /// <exception cref="TakerException">The taker refused one; what came before it is done, the rest is back in the queue.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            foreach (QueueMessage message in batch.Messages)
            {
                cancel.ThrowIfCancellationRequested();
                await KeepHiddenAsync(cancel);
                await OneAsync(message, cancel);
                _done.Add(message);
            }
        }
        catch (TakerException)
        {
            await FinishAsync(cancel);
            throw;
        }
        finally
        {
            book.Save();
        }

        await FinishAsync(cancel);
    }

    private async Task OneAsync(QueueMessage message, CancellationToken cancel)
    {
        NotificationReading read = NotificationReader.Read(message.Body);
        UInt128 identity = NotificationBook.IdentityOf(read.Notification?.Id ?? NotificationReader.Hash(message.Body));
        if (book.WasTaken(identity))
        {
            tally.Again++;
            return;
        }

        if (read.Notification is not { } notification)
        {
            PutAside(identity, read.Fault!, message);
            return;
        }

        try
        {
            await TakeAsync(notification, cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            Refusal refusal = book.Refuse(identity, clock.GetUtcNow());
            if (!refusal.IsFinal(clock.GetUtcNow()))
            {
                await LetGoAsync(message, NotificationPauses.OfMessage(refusal.Times), cancel);
                throw new TakerException(fault);
            }

            PutAside(identity, Say.Texts.Get("Notice_Refused", refusal.Times, fault.Message), message);
            return;
        }

        book.Take(identity, clock.GetUtcNow());
        tally.Taken++;
    }

    /// <summary>Hands over; as long as the taker works, the messages of this round stay hidden.</summary>
    private async Task TakeAsync(Notification notification, CancellationToken cancel)
    {
        Task taking = taker.TakeAsync(notification, cancel);
        while (true)
        {
            try
            {
                await taking.WaitAsync(NotificationWatcher.Hidden / 2, clock, CancellationToken.None);
                return;
            }
            catch (TimeoutException) when (!taking.IsCompleted)
            {
                await KeepHiddenAsync(CancellationToken.None);
            }
        }
    }

    /// <summary>Hides the messages of this round for longer, where their time is half over.</summary>
    private async Task KeepHiddenAsync(CancellationToken cancel)
    {
        if (clock.GetUtcNow() < _hiddenUntil - (NotificationWatcher.Hidden / 2))
        {
            return;
        }

        _hiddenUntil = clock.GetUtcNow() + NotificationWatcher.Hidden;
        foreach (QueueMessage message in batch.Messages)
        {
            await LetGoAsync(message, NotificationWatcher.Hidden, cancel);
        }
    }

    /// <summary>Deletes what is done, and gives the rest back at once. What was refused was given back before, for later.</summary>
    private async Task FinishAsync(CancellationToken cancel)
    {
        book.Save();
        foreach (QueueMessage message in _done)
        {
            await queue.DeleteAsync(message, cancel);
        }

        foreach (QueueMessage message in batch.Messages.Skip(_done.Count + 1))
        {
            await LetGoAsync(message, TimeSpan.Zero, cancel);
        }
    }

    /// <summary>Asks for a message to come again after a time. Where that fails it comes sooner or later all the same.</summary>
    private async Task LetGoAsync(QueueMessage message, TimeSpan after, CancellationToken cancel)
    {
        try
        {
            await queue.HideAsync(message, after, cancel);
        }
        catch (QueueException)
        {
            cancel.ThrowIfCancellationRequested();
        }
    }

    private void PutAside(UInt128 identity, string reason, QueueMessage message)
    {
        var aside = new SetAsideMessage(clock.GetUtcNow(), reason, message.Body);
        book.PutAside(identity, aside);
        tally.SetAside.Add(aside);
    }
}
