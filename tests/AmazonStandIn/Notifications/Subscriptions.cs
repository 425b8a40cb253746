using System.Text.Json;

namespace Reprieve.AmazonStandIn;

/// <summary>Where notifications of an application go: a queue, or an event bus.</summary>
public sealed record NotificationDestination(
    string Id,
    string ClientId,
    string Name,
    string? QueueArn,
    string? BusAccount,
    string? BusRegion
)
{
    internal bool SameResource(NotificationDestination other) =>
        (QueueArn, BusAccount, BusRegion) == (other.QueueArn, other.BusAccount, other.BusRegion);

    internal object ToJson() =>
        new
        {
            name = Name,
            destinationId = Id,
            resource = new
            {
                sqs = QueueArn is null ? null : new { arn = QueueArn },
                eventBridge = BusAccount is null
                    ? null
                    : new
                    {
                        name = $"aws.partner/sellingpartnerapi.amazon.com/{BusAccount}/{ClientId}",
                        region = BusRegion,
                        accountId = BusAccount,
                    },
            },
        };
}

/// <summary>What an account sends to a destination.</summary>
public sealed record NotificationSubscription(
    string Id,
    string ClientId,
    string SellerId,
    string NotificationType,
    string PayloadVersion,
    string DestinationId,
    JsonElement? Directive
)
{
    internal object ToJson() =>
        new
        {
            subscriptionId = Id,
            payloadVersion = PayloadVersion,
            destinationId = DestinationId,
            processingDirective = Directive,
        };
}
