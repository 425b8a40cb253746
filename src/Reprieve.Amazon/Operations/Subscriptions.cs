using Reprieve.Amazon.Calls;
using Reprieve.Knowledge;

namespace Reprieve.Amazon.Operations;

/// <summary>
/// The Notifications API, version 1. Destinations are the application's, and are asked for without an account; subscriptions are
/// an account's, and end without it as well.
/// </summary>
internal static class Subscriptions
{
    private const string Root = "/notifications/v1";
    private const string Scope = "sellingpartnerapi::notifications";

    /// <summary>All destinations of the application.</summary>
    public static async Task<IReadOnlyList<Destination>> DestinationsAsync(
        AmazonAccount account,
        CancellationToken cancel
    )
    {
        var call = new AmazonCall("getDestinations", HttpMethod.Get, Root + "/destinations") { Scope = Scope };
        DestinationList list = await account.SendAsync(call, AmazonJson.Default.DestinationList, cancel);
        return [.. (list.Payload ?? []).Where(one => one.DestinationId is { Length: > 0 })];
    }

    /// <summary>Makes a destination. Amazon refuses a second one for the same resource (409).</summary>
    /// <exception cref="UncertainCallException">The answer was lost.</exception>
    public static async Task<Destination> CreateDestinationAsync(
        AmazonAccount account,
        DestinationOrder order,
        CancellationToken cancel
    )
    {
        var call = new AmazonCall("createDestination", HttpMethod.Post, Root + "/destinations")
        {
            Body = AmazonCall.Json(order, AmazonJson.Default.DestinationOrder),
            Makes = true,
            Scope = Scope,
        };
        DestinationAnswer made = await account.SendAsync(call, AmazonJson.Default.DestinationAnswer, cancel);
        return made.Payload is { DestinationId.Length: > 0 } destination
            ? destination
            : throw Unread(call, "destinationId");
    }

    /// <summary>The account's subscription to a type in the wanted form; null where there is none.</summary>
    public static async Task<Subscription?> FindAsync(
        AmazonAccount account,
        NotificationType type,
        CancellationToken cancel
    )
    {
        var call = new AmazonCall("getSubscription", HttpMethod.Get, Of(type.Type))
        {
            Query = [("payloadVersion", type.PayloadVersion)],
            Role = type.Role,
        };
        try
        {
            SubscriptionAnswer there = await account.SendAsync(call, AmazonJson.Default.SubscriptionAnswer, cancel);
            return there.Payload is { SubscriptionId.Length: > 0 } subscription ? subscription : null;
        }
        catch (AmazonException none) when (none.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Subscribes to a type. Amazon refuses a second subscription to the same form of it (409).</summary>
    /// <exception cref="UncertainCallException">The answer was lost.</exception>
    public static async Task<Subscription> CreateAsync(
        AmazonAccount account,
        NotificationType type,
        string destinationId,
        CancellationToken cancel
    )
    {
        var order = new SubscriptionOrder(type.PayloadVersion, destinationId);
        var call = new AmazonCall("createSubscription", HttpMethod.Post, Of(type.Type))
        {
            Body = AmazonCall.Json(order, AmazonJson.Default.SubscriptionOrder),
            Makes = true,
            Role = type.Role,
        };
        SubscriptionAnswer made = await account.SendAsync(call, AmazonJson.Default.SubscriptionAnswer, cancel);
        return made.Payload is { SubscriptionId.Length: > 0 } subscription
            ? subscription
            : throw Unread(call, "subscriptionId");
    }

    /// <summary>Ends a subscription; one that is gone is no fault.</summary>
    public static async Task DeleteAsync(AmazonAccount account, string type, string id, CancellationToken cancel)
    {
        var call = new AmazonCall("deleteSubscriptionById", HttpMethod.Delete, $"{Of(type)}/{Uri.EscapeDataString(id)}")
        {
            Scope = Scope,
        };
        try
        {
            await account.SendAsync(call, cancel);
        }
        catch (AmazonException gone) when (gone.Status == 404)
        {
            // Also where the first answer was lost and it was asked again.
        }
    }

    private static string Of(string type) => $"{Root}/subscriptions/{Uri.EscapeDataString(type)}";

    private static UncertainCallException Unread(AmazonCall call, string field) =>
        new(Say.Texts.Get("Not_Understood", call.Operation, field), null);
}

/// <summary>A destination as it is asked for.</summary>
internal sealed record DestinationOrder(string Name, DestinationResource ResourceSpecification);

/// <summary>Where notifications of an application go.</summary>
internal sealed record Destination(string? DestinationId, string? Name, DestinationResource? Resource);

/// <summary>A queue or an event bus; one of the two.</summary>
internal sealed record DestinationResource(SqsResource? Sqs, EventBridgeResource? EventBridge);

/// <summary>A queue.</summary>
internal sealed record SqsResource(string? Arn);

/// <summary>An AWS account in a region.</summary>
/// <param name="Name">The partner event source that Amazon made there; null in a request.</param>
internal sealed record EventBridgeResource(string? AccountId, string? Region, string? Name = null);

internal sealed record DestinationAnswer(Destination? Payload);

internal sealed record DestinationList(IReadOnlyList<Destination>? Payload);

/// <summary>A subscription as it is asked for.</summary>
internal sealed record SubscriptionOrder(string PayloadVersion, string DestinationId);

/// <summary>What an account sends to a destination.</summary>
internal sealed record Subscription(string? SubscriptionId, string? PayloadVersion, string? DestinationId);

internal sealed record SubscriptionAnswer(Subscription? Payload);
