using System.Text.Json;

namespace Reprieve.Amazon.Tests.Notifications;

/// <summary>Invented notifications in the shapes that Amazon's have.</summary>
internal static class SomeNotifications
{
    public const string PostalCode = "99999";

    /// <summary>The types whose payload is read.</summary>
    public static readonly string[] Known =
    [
        "ACCOUNT_STATUS_CHANGED",
        "LISTINGS_ITEM_ISSUES_CHANGE",
        "LISTINGS_ITEM_STATUS_CHANGE",
        "ORDER_CHANGE",
        "REPORT_PROCESSING_FINISHED",
    ];

    public static string AccountStatus(string id, string before, string now) =>
        Small(
            id,
            "ACCOUNT_STATUS_CHANGED",
            "2021-01-01",
            $$$"""{"accountStatusChangeNotification":{"previousAccountStatus":"{{{before}}}","currentAccountStatus":"{{{now}}}"}}"""
        );

    public static string Report(string id, string report) =>
        Small(
            id,
            "REPORT_PROCESSING_FINISHED",
            "2020-09-04",
            $$$"""
            {"reportProcessingFinishedNotification":{"sellerId":"AEXAMPLE","reportId":"{{{report}}}",
             "reportType":"GET_V2_SELLER_PERFORMANCE_REPORT","processingStatus":"DONE","reportDocumentId":"doc-1"}}
            """
        );

    public static string ListingIssues(string id, string sku) =>
        Capitals(
            id,
            "LISTINGS_ITEM_ISSUES_CHANGE",
            $$"""
            {"SellerId":"AEXAMPLE","MarketplaceId":"ATVPDKIKX0DER","Asin":"B0EXAMPLE1","Sku":"{{sku}}",
             "Severities":["ERROR","SOMETHING_NEW"],"EnforcementActions":["LISTING_SUPPRESSED"],"SomethingNew":{"a":1} }
            """
        );

    public static string Order(string id, string order) =>
        Capitals(
            id,
            "ORDER_CHANGE",
            $$$"""
            {"OrderChangeNotification":{"NotificationLevel":"OrderLevel","SellerId":"AEXAMPLE","AmazonOrderId":"{{{order}}}",
             "OrderChangeType":"BuyerRequestedChange",
             "OrderChangeTrigger":{"TimeOfOrderChange":"2026-09-01T08:00:00.000Z","ChangeReason":"Buyer Requested Cancel"},
             "Summary":{"MarketplaceId":"ATVPDKIKX0DER","OrderStatus":"Unshipped","DestinationPostalCode":"{{{PostalCode}}}",
              "FulfillmentType":"MFN","LatestShipDate":"2026-09-03T06:59:59.000Z","LatestDeliveryDate":"2026-09-09T06:59:59.000Z"} } }
            """
        );

    public static string Capitals(string id, string type, string payload) =>
        $$"""
            {"NotificationVersion":"1.0","NotificationType":"{{type}}","PayloadVersion":"1.0",
             "EventTime":"2026-09-01T10:20:30.284Z","Payload":{{payload}},
             "NotificationMetadata":{"ApplicationId":"app-1","SubscriptionId":"sub-1",
              "PublishTime":"2026-09-01T10:23:00.000Z","NotificationId":"{{id}}"} }
            """;

    public static string InEventBridge(string body) =>
        $$"""
            {"version":"0","id":"e-1","detail-type":"X","source":"aws.partner/sellingpartnerapi.amazon.com","detail":{{body}}}
            """;

    public static string InSns(string body) =>
        $$"""{"Type":"Notification","MessageId":"m-1","Message":{{JsonSerializer.Serialize(body)}}}""";

    private static string Small(string id, string type, string version, string payload) =>
        $$"""
            {"notificationVersion":"1.0","notificationType":"{{type}}","payloadVersion":"{{version}}",
             "eventTime":"2026-09-01T10:20:30.284Z","payload":{{payload}},
             "notificationMetadata":{"applicationId":"app-1","subscriptionId":"sub-1",
              "publishTime":"2026-09-01T10:23:00.000Z","notificationId":"{{id}}"} }
            """;
}
