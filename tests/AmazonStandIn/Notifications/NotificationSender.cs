using System.Globalization;
using System.Text.Json;

namespace Reprieve.AmazonStandIn;

/// <summary>
/// Sends notifications where they were subscribed to: into the queue of their destination, or, where that is an event bus, into the
/// queue to which a rule of the seller's would bring them.
/// </summary>
/// <param name="amazon">Where subscriptions are.</param>
/// <param name="queues">Where queues are.</param>
/// <param name="clock">The time of what happens.</param>
public sealed class NotificationSender(StandIn amazon, QueueStandIn queues, TimeProvider clock)
{
    private int _sent;

    /// <summary>The account's status changed.</summary>
    /// <returns>How many subscriptions heard of it.</returns>
    public int StatusChanged(string seller, string before, string now) =>
        Send(
            seller,
            "ACCOUNT_STATUS_CHANGED",
            new { accountStatusChangeNotification = new { previousAccountStatus = before, currentAccountStatus = now } }
        );

    /// <summary>The issues of a listing changed.</summary>
    /// <inheritdoc cref="StatusChanged"/>
    public int IssuesChanged(string seller, SellerListing listing) =>
        Send(
            seller,
            "LISTINGS_ITEM_ISSUES_CHANGE",
            new
            {
                SellerId = seller,
                listing.MarketplaceId,
                listing.Asin,
                listing.Sku,
                Severities = listing.Issues.Select(issue => issue.Severity).Distinct(StringComparer.Ordinal),
                EnforcementActions = listing.Issues.SelectMany(issue => issue.Actions).Distinct(StringComparer.Ordinal),
            }
        );

    /// <summary>An order changed that the seller ships.</summary>
    /// <inheritdoc cref="StatusChanged"/>
    public int OrderChanged(string seller, string order) =>
        Send(
            seller,
            "ORDER_CHANGE",
            new
            {
                OrderChangeNotification = new
                {
                    SellerId = seller,
                    AmazonOrderId = order,
                    OrderChangeType = "OrderStatusChange",
                    Summary = new { OrderStatus = "Unshipped", FulfillmentType = "MFN" },
                },
            }
        );

    /// <summary>A report is ready.</summary>
    /// <inheritdoc cref="StatusChanged"/>
    public int ReportFinished(string seller, string report, string type) =>
        Send(
            seller,
            "REPORT_PROCESSING_FINISHED",
            new
            {
                reportProcessingFinishedNotification = new
                {
                    sellerId = seller,
                    reportId = report,
                    reportType = type,
                    processingStatus = "DONE",
                },
            }
        );

    private int Send(string seller, string type, object payload)
    {
        NotificationSubscription[] listening =
        [
            .. amazon.Subscriptions.Where(one => one.SellerId == seller && one.NotificationType == type),
        ];
        foreach (NotificationSubscription subscription in listening)
        {
            NotificationDestination there = amazon.Destinations.Single(one => one.Id == subscription.DestinationId);
            string body = Body(subscription, payload);
            if (there.QueueArn is { } arn)
            {
                queues.PublishTo(arn, body);
            }
            else
            {
                string queue = amazon
                    .Destinations.First(one => one.QueueArn is not null && one.ClientId == there.ClientId)
                    .QueueArn!;
                queues.PublishTo(queue, OverBus(type, body));
            }
        }

        return listening.Length;
    }

    private string Body(NotificationSubscription subscription, object payload)
    {
        string now = Iso8601.Write(clock.GetUtcNow());
        return JsonSerializer.Serialize(
            new
            {
                notificationVersion = "1.0",
                notificationType = subscription.NotificationType,
                payloadVersion = subscription.PayloadVersion,
                eventTime = now,
                payload,
                notificationMetadata = new
                {
                    applicationId = "amzn1.sellerapps.app.invented",
                    subscriptionId = subscription.Id,
                    publishTime = now,
                    notificationId = "sent-" + (++_sent).ToString(CultureInfo.InvariantCulture),
                },
            }
        );
    }

    private static string OverBus(string type, string body) =>
        $$"""
            {"version":"0","id":"event-1","detail-type":"{{type}}","source":"aws.partner/sellingpartnerapi.amazon.com","detail":{{body}}}
            """;
}
