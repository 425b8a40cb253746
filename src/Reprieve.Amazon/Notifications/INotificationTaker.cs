namespace Reprieve.Amazon.Notifications;

/// <summary>Takes the notifications that a <see cref="NotificationWatcher"/> finds: what lies behind it is the caller's.</summary>
public interface INotificationTaker
{
    /// <summary>
    /// Takes a notification for good; when it returns, what it means must be kept durably, for the watcher then writes down that
    /// it was handed over and deletes it from the queue. A crash between the two hands it over again after the next start, so a
    /// taker knows notifications by <see cref="Notification.Id"/> and takes none twice.
    /// </summary>
    /// <remarks>
    /// Notifications come late, out of order, or never. One that tells a state (of an account, a listing, an order) is a reason
    /// to pull that state from Amazon, not the state: a taker must not believe the one that came last, nor rely on one coming.
    /// An exception leaves it in the queue, to be handed over again later. One that is refused again and again while others are
    /// taken is set aside, where a person sees it. For one that it will never be able to use a taker does not throw, but returns.
    /// </remarks>
    Task TakeAsync(Notification notification, CancellationToken cancel);
}
