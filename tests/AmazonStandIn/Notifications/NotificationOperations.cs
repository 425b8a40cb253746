using System.Globalization;
using System.Text.Json;

namespace Reprieve.AmazonStandIn;

/// <summary>Notifications API v1. Destinations belong to an application, subscriptions to an account of it.</summary>
internal sealed class NotificationOperations
{
    private const string Root = "/notifications/v1";

    /// <summary>Whether a type goes over EventBridge alone (all others go into queues alone), and the role that it needs.</summary>
    private static readonly Dictionary<string, (bool OverBus, string? Role)> Types = new(StringComparer.Ordinal)
    {
        ["ACCOUNT_STATUS_CHANGED"] = (false, Roles.SellingPartnerInsights),
        ["LISTINGS_ITEM_ISSUES_CHANGE"] = (true, Roles.Listings),
        ["LISTINGS_ITEM_STATUS_CHANGE"] = (true, Roles.Listings),
        ["ORDER_CHANGE"] = (false, Roles.Orders),
        ["REPORT_PROCESSING_FINISHED"] = (false, null),
        ["DATA_KIOSK_QUERY_PROCESSING_FINISHED"] = (false, null),
    };

    private readonly List<NotificationDestination> _destinations = [];
    private readonly List<NotificationSubscription> _subscriptions = [];
    private int _numbers;

    public IReadOnlyList<NotificationDestination> Destinations => _destinations;

    public IReadOnlyList<NotificationSubscription> Subscriptions => _subscriptions;

    public IEnumerable<Operation> Operations =>
        [
            new("createDestination", "POST", $"{Root}/destinations", null, CreateDestination) { Grantless = true },
            new("getDestinations", "GET", $"{Root}/destinations", null, GetDestinations) { Grantless = true },
            new("getDestination", "GET", $"{Root}/destinations/{{id}}", null, GetDestination) { Grantless = true },
            new("deleteDestination", "DELETE", $"{Root}/destinations/{{id}}", null, DeleteDestination)
            {
                Grantless = true,
            },
            new("createSubscription", "POST", $"{Root}/subscriptions/{{type}}", null, Subscribe),
            new("getSubscription", "GET", $"{Root}/subscriptions/{{type}}", null, GetSubscription),
            new("getSubscriptionById", "GET", $"{Root}/subscriptions/{{type}}/{{id}}", null, GetById)
            {
                Grantless = true,
            },
            new("deleteSubscriptionById", "DELETE", $"{Root}/subscriptions/{{type}}/{{id}}", null, Unsubscribe)
            {
                Grantless = true,
            },
        ];

    private Answer CreateDestination(OperationCall call)
    {
        call.Query.Only();
        NotificationDestination wanted = NotificationBody.Destination(call, Id());
        if (_destinations.Exists(d => d.ClientId == call.ClientId && (d.Name == wanted.Name || d.SameResource(wanted))))
        {
            throw new Refusal(409, "Conflict", "A destination with this name or resource is already there.");
        }

        _destinations.Add(wanted);
        return Answer.Json(200, new { payload = wanted.ToJson() });
    }

    private Answer GetDestinations(OperationCall call)
    {
        call.Query.Only();
        return Answer.Json(
            200,
            new { payload = _destinations.Where(d => d.ClientId == call.ClientId).Select(d => d.ToJson()).ToArray() }
        );
    }

    private Answer GetDestination(OperationCall call)
    {
        call.Query.Only();
        return Answer.Json(200, new { payload = Destination(call, call.Path["id"]).ToJson() });
    }

    private Answer DeleteDestination(OperationCall call)
    {
        call.Query.Only();
        NotificationDestination destination = Destination(call, call.Path["id"]);
        if (_subscriptions.Exists(s => s.DestinationId == destination.Id))
        {
            throw new Refusal(409, "Conflict", "The destination still has subscriptions.");
        }

        _destinations.Remove(destination);
        return Answer.Json(200, new { });
    }

    private Answer Subscribe(OperationCall call)
    {
        call.Query.Only();
        string type = Type(call);
        (bool overBus, string? role) = Types[type];
        if (role is not null && !call.Account.Roles.Contains(role))
        {
            throw Refusal.Unauthorized();
        }

        NotificationSubscription wanted = NotificationBody.Subscription(call, type, Id());
        if (Destination(call, wanted.DestinationId).QueueArn is null != overBus)
        {
            throw Refusal.Invalid($"The destination is of a kind to which {type} does not go.");
        }

        if (Mine(call, type).Any(s => s.PayloadVersion == wanted.PayloadVersion))
        {
            throw new Refusal(409, "Conflict", $"There is a subscription to {type} already.");
        }

        _subscriptions.Add(wanted);
        return Answer.Json(200, new { payload = wanted.ToJson() });
    }

    private Answer GetSubscription(OperationCall call)
    {
        call.Query.Only("payloadVersion");
        string type = Type(call);
        string? version = call.Query.Text("payloadVersion");
        NotificationSubscription subscription =
            Mine(call, type)
                .Where(s => version is null || s.PayloadVersion == version)
                .MaxBy(s => s.PayloadVersion, StringComparer.Ordinal)
            ?? throw Refusal.Unknown($"There is no subscription to {type}.");
        return Answer.Json(200, new { payload = subscription.ToJson() });
    }

    private Answer GetById(OperationCall call)
    {
        call.Query.Only();
        return Answer.Json(200, new { payload = ById(call).ToJson() });
    }

    private Answer Unsubscribe(OperationCall call)
    {
        call.Query.Only();
        _subscriptions.Remove(ById(call));
        return Answer.Json(200, new { });
    }

    private IEnumerable<NotificationSubscription> Mine(OperationCall call, string type) =>
        _subscriptions.Where(s =>
            s.ClientId == call.ClientId && s.SellerId == call.Account.SellerId && s.NotificationType == type
        );

    private NotificationSubscription ById(OperationCall call) =>
        _subscriptions.Find(s =>
            s.ClientId == call.ClientId && s.NotificationType == Type(call) && s.Id == call.Path["id"]
        ) ?? throw Refusal.Unknown($"There is no subscription {call.Path["id"]}.");

    private NotificationDestination Destination(OperationCall call, string id) =>
        _destinations.Find(d => d.ClientId == call.ClientId && d.Id == id)
        ?? throw Refusal.Unknown($"There is no destination {id}.");

    private static string Type(OperationCall call) =>
        Types.ContainsKey(call.Path["type"])
            ? call.Path["type"]
            : throw Refusal.Invalid($"The notification type '{call.Path["type"]}' is not valid.");

    private string Id() => "00000000-0000-4000-8000-" + (++_numbers).ToString("x12", CultureInfo.InvariantCulture);
}

/// <summary>Reads the bodies of the Notifications API.</summary>
internal static class NotificationBody
{
    public static NotificationDestination Destination(OperationCall call, string id)
    {
        JsonElement body = call.Body();
        string name = Text(body, "name");
        JsonElement resource = Object(body, "resourceSpecification");
        if (resource.TryGetProperty("sqs", out JsonElement sqs))
        {
            string arn = Text(sqs, "arn");
            return arn.StartsWith("arn:aws:sqs:", StringComparison.Ordinal) && arn.Split(':').Length == 6
                ? new(id, call.ClientId, name, arn, null, null)
                : throw Refusal.Invalid("The ARN of the queue is not valid.");
        }

        JsonElement bridge = Object(resource, "eventBridge");
        return new(id, call.ClientId, name, null, Text(bridge, "accountId"), Text(bridge, "region"));
    }

    public static NotificationSubscription Subscription(OperationCall call, string type, string id)
    {
        JsonElement body = call.Body();
        JsonElement? directive = body.TryGetProperty("processingDirective", out JsonElement given)
            ? given.Clone()
            : null;
        return new(
            id,
            call.ClientId,
            call.Account.SellerId,
            type,
            Text(body, "payloadVersion"),
            Text(body, "destinationId"),
            directive
        );
    }

    private static JsonElement Object(JsonElement body, string name) =>
        body.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Object
            ? value
            : throw Refusal.Invalid($"Missing required field '{name}'.");

    private static string Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out JsonElement value) && value.GetString() is { Length: > 0 } text
            ? text
            : throw Refusal.Invalid($"Missing required field '{name}'.");
}
