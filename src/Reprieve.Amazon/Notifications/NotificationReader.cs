using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Reprieve.Amazon.Notifications;

/// <summary>What the body of a message is; exactly one of both is there.</summary>
/// <param name="Notification">The notification.</param>
/// <param name="Fault">Why it is none, in the screen's language.</param>
public sealed record NotificationReading(Notification? Notification, string? Fault);

/// <summary>
/// Reads a notification out of a message body, as Amazon puts it into a queue or as EventBridge or SNS wrap it. Amazon writes
/// the names of fields in two ways (<c>eventTime</c>, <c>EventTime</c>), so case does not count.
/// </summary>
public static class NotificationReader
{
    /// <summary>Bytes in UTF-8 that a body may have: what a message of SQS could hold for most of its time.</summary>
    public const int MostBytes = 256 * 1024;

    private const int Deepest = 32;
    private const int MostWrappings = 3;

    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    /// <summary>Reads a body. Takes any text; never throws.</summary>
    public static NotificationReading Read(string body)
    {
        try
        {
            return Unwrapped(Parsed(body), 0) is { } envelope
                ? new NotificationReading(Of(envelope), null)
                : new NotificationReading(null, Say.Texts.Get("Notice_No_Notification"));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The second is thrown where an escape in a text is half a character.
            return new NotificationReading(null, Say.Texts.Get("Notice_No_Json"));
        }
        catch (TooLongException)
        {
            return new NotificationReading(null, Say.Texts.Get("Notice_Too_Long", MostBytes / 1024));
        }
    }

    /// <summary>A hash of a body, 32 hexadecimal digits: what is no notification is known by it.</summary>
    internal static string Hash(string body) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))[..32];

    private static JsonElement Parsed(string text)
    {
        if (text.Length > MostBytes)
        {
            throw new TooLongException();
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        return bytes.Length > MostBytes
            ? throw new TooLongException()
            : JsonElement.Parse(bytes, new JsonDocumentOptions { MaxDepth = Deepest });
    }

    /// <summary>The envelope: what names a type; EventBridge has it under "detail", SNS as a text under "Message".</summary>
    private static JsonElement? Unwrapped(JsonElement at, int wrappings)
    {
        if (at.ValueKind is not JsonValueKind.Object || wrappings > MostWrappings)
        {
            return null;
        }

        return !string.IsNullOrWhiteSpace(Text(at, "notificationType")) ? at
            : Field(at, "detail") is { ValueKind: JsonValueKind.Object } detail ? Unwrapped(detail, wrappings + 1)
            : Text(at, "Message") is { } message && message.TrimStart().StartsWith('{')
                ? Unwrapped(Parsed(message), wrappings + 1)
            : null;
    }

    private static Notification Of(JsonElement envelope)
    {
        JsonElement metadata = Child(envelope, "notificationMetadata");
        string type = Text(envelope, "notificationType")!;
        return new Notification
        {
            Id = Text(metadata, "notificationId") is { Length: > 0 } id ? id : Hash(envelope.GetRawText()),
            Type = type,
            PayloadVersion = Text(envelope, "payloadVersion"),
            EventTime = Time(envelope, "eventTime"),
            PublishTime = Time(metadata, "publishTime"),
            SubscriptionId = Text(metadata, "subscriptionId"),
            ApplicationId = Text(metadata, "applicationId"),
            Payload = PayloadOf(type, Child(envelope, "payload")) ?? new NotificationPayload.Other(),
        };
    }

    private static NotificationPayload? PayloadOf(string type, JsonElement payload) =>
        type.ToUpperInvariant() switch
        {
            "ACCOUNT_STATUS_CHANGED" => AccountStatus(Child(payload, "accountStatusChangeNotification")),
            "LISTINGS_ITEM_ISSUES_CHANGE" when ListingOf(payload) is { } listing =>
                new NotificationPayload.ListingIssuesChanged(
                    listing,
                    List(payload, "severities"),
                    List(payload, "enforcementActions")
                ),
            // Amazon's schema has the second name, its examples the first.
            "LISTINGS_ITEM_STATUS_CHANGE" or "LISTINGS_ITEM_STATUS_CHANGED" when ListingOf(payload) is { } listing =>
                new NotificationPayload.ListingStatusChanged(listing, List(payload, "status")),
            "ORDER_CHANGE" => Order(Child(payload, "orderChangeNotification")),
            "REPORT_PROCESSING_FINISHED" => Report(Child(payload, "reportProcessingFinishedNotification")),
            _ => null,
        };

    private static NotificationPayload? AccountStatus(JsonElement told) =>
        Text(told, "currentAccountStatus") is { Length: > 0 } current
            ? new NotificationPayload.AccountStatusChanged(Text(told, "previousAccountStatus"), current)
            : null;

    private static NotifiedListing? ListingOf(JsonElement payload)
    {
        var listing = new NotifiedListing(
            Text(payload, "sellerId"),
            Text(payload, "marketplaceId"),
            Text(payload, "asin"),
            Text(payload, "sku")
        );
        return listing is { Asin: null, Sku: null } ? null : listing;
    }

    private static NotificationPayload? Order(JsonElement told)
    {
        if (Text(told, "amazonOrderId") is not { Length: > 0 } id)
        {
            return null;
        }

        JsonElement summary = Child(told, "summary");
        return new NotificationPayload.OrderChanged
        {
            OrderId = id,
            SellerId = Text(told, "sellerId"),
            MarketplaceId = Text(summary, "marketplaceId"),
            Change = Text(told, "orderChangeType"),
            ChangedAt = Time(Child(told, "orderChangeTrigger"), "timeOfOrderChange"),
            Status = Text(summary, "orderStatus"),
            Fulfillment = Text(summary, "fulfillmentType"),
            ShipBy = Time(summary, "latestShipDate"),
            DeliverBy = Time(summary, "latestDeliveryDate"),
        };
    }

    private static NotificationPayload? Report(JsonElement told) =>
        Text(told, "reportId") is { Length: > 0 } id
            ? new NotificationPayload.ReportFinished(
                id,
                Text(told, "sellerId"),
                Text(told, "reportType"),
                Text(told, "processingStatus"),
                Text(told, "reportDocumentId")
            )
            : null;

    /// <summary>A field whatever the case of its name; the first that has a value.</summary>
    private static JsonElement? Field(JsonElement at, string name)
    {
        if (at.ValueKind is JsonValueKind.Object)
        {
            foreach (JsonProperty one in at.EnumerateObject())
            {
                if (
                    one.Value.ValueKind is not JsonValueKind.Null
                    && one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
                )
                {
                    return one.Value;
                }
            }
        }

        return null;
    }

    private static JsonElement Child(JsonElement at, string name) => Field(at, name) ?? default;

    /// <summary>A text; a number as it is written, for ids are written either way.</summary>
    private static string? Text(JsonElement at, string name) =>
        Field(at, name) switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            _ => null,
        };

    private static DateTimeOffset? Time(JsonElement at, string name) =>
        DateTimeOffset.TryParseExact(
            Text(at, name),
            Times,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTimeOffset time
        )
            ? time
            : null;

    /// <summary>The texts of a list; a text alone is a list of one.</summary>
    private static IReadOnlyList<string> List(JsonElement at, string name) =>
        Field(at, name) switch
        {
            { ValueKind: JsonValueKind.Array } list =>
            [
                .. list.EnumerateArray()
                    .Where(one => one.ValueKind is JsonValueKind.String)
                    .Select(one => one.GetString()!),
            ],
            { ValueKind: JsonValueKind.String } text => [text.GetString()!],
            _ => [],
        };

    private sealed class TooLongException : Exception;
}
