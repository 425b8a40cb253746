using Reprieve.Amazon.Notifications;
using Reprieve.Storage;

namespace Reprieve.Server.Selling.Notifying;

/// <summary>
/// Does what a notification asks for: to look. What it says is never believed, for it may be old; what is looked at instead is
/// looked at from time to time anyway, so a lost one is made up for.
/// </summary>
internal sealed class NotificationSigns(
    Workbench workbench,
    AmazonEnd amazon,
    AccountWatching accounts,
    ListingAlerts listings
)
{
    /// <summary>Amazon's word for orders that it ships itself: they are never the seller's to be late with.</summary>
    private const string ByAmazon = "AFN";

    /// <summary>Takes what comes by the queue of a connection.</summary>
    public INotificationTaker Of(StoredConnection connection) => new Taker(this, connection);

    private async Task TakeAsync(StoredConnection by, Notification told, CancellationToken cancel)
    {
        StoredConnection whose = await WhoseAsync(by, told, cancel);
        switch (told.Payload)
        {
            case NotificationPayload.AccountStatusChanged:
                workbench.LookWishes.Add(whose.Id);
                accounts.LookNow(whose);
                break;
            case NotificationPayload.ReportFinished report:
                amazon.Edge!.ReportFinished(report.ReportId);
                break;
            case NotificationPayload.OrderChanged { Fulfillment: not ByAmazon }:
                accounts.OrdersChanged(whose);
                break;
            case NotificationPayload.ListingIssuesChanged issues:
                await listings.LookAsync(whose, issues.Listing, told, cancel);
                break;
            case NotificationPayload.ListingStatusChanged status:
                await listings.LookAsync(whose, status.Listing, told, cancel);
                break;
        }
    }

    /// <summary>
    /// Of which account it tells: by its subscription, else by the seller that it names, else that of the queue. Several accounts
    /// of an application share the event bus, so what is another's may come here.
    /// </summary>
    private async Task<StoredConnection> WhoseAsync(StoredConnection by, Notification told, CancellationToken cancel)
    {
        IReadOnlyList<StoredConnection> all = await workbench.Connections.AllAsync(cancel);
        string? seller = told.Payload switch
        {
            NotificationPayload.ListingIssuesChanged issues => issues.Listing.SellerId,
            NotificationPayload.ListingStatusChanged status => status.Listing.SellerId,
            NotificationPayload.OrderChanged order => order.SellerId,
            _ => null,
        };
        return all.FirstOrDefault(one => one.Queue?.Own.Any(own => own.Id == told.SubscriptionId) == true)
            ?? all.FirstOrDefault(one => seller is not null && one.SellerId == seller)
            ?? all.FirstOrDefault(one => one.Id == by.Id)
            ?? by;
    }

    private sealed class Taker(NotificationSigns signs, StoredConnection connection) : INotificationTaker
    {
        public Task TakeAsync(Notification notification, CancellationToken cancel) =>
            signs.TakeAsync(connection, notification, cancel);
    }
}
