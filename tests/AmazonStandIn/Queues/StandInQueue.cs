using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Reprieve.AmazonStandIn;

/// <summary>One standard queue, by the rules of SQS: at least once, in any order, hidden for a time once received.</summary>
internal sealed class StandInQueue(string url, string arn, TimeProvider clock, Random dice)
{
    private readonly List<Held> _messages = [];
    private int _receipts;

    public string Url => url;

    public string Arn => arn;

    /// <summary>Attributes as they were set, with the defaults of SQS.</summary>
    public Dictionary<string, string> Attributes { get; } =
        new()
        {
            ["QueueArn"] = arn,
            ["VisibilityTimeout"] = "30",
            ["MessageRetentionPeriod"] = "345600",
            ["ReceiveMessageWaitTimeSeconds"] = "0",
        };

    /// <summary>Bodies that the queue still has, hidden ones too.</summary>
    public IReadOnlyList<string> Bodies
    {
        get
        {
            Expire();
            return [.. _messages.Select(message => message.Body)];
        }
    }

    public void Add(string body, TimeSpan delay)
    {
        DateTimeOffset now = clock.GetUtcNow();
        _messages.Add(new Held(Guid(dice), body, now) { VisibleAt = now + delay });
    }

    /// <summary>What can be received now; it is hidden afterwards, but for what the faults deliver twice.</summary>
    public JsonArray Receive(int most, TimeSpan hiddenFor, QueueFaults faults)
    {
        Expire();
        DateTimeOffset now = clock.GetUtcNow();
        Held[] visible = [.. _messages.Where(message => message.VisibleAt <= now)];
        dice.Shuffle(visible);
        var given = new JsonArray();
        foreach (Held message in visible.Take(most))
        {
            message.Receipt = $"receipt-{message.Id}-{++_receipts}";
            message.Received++;
            message.FirstReceived ??= now;
            message.VisibleAt = dice.NextDouble() < faults.DeliveredTwice ? now : now + hiddenFor;
            given.Add(Told(message));
        }

        return given;
    }

    /// <summary>Deletes what a receipt stands for. An old receipt is accepted and deletes nothing.</summary>
    public void Delete(string receipt, QueueFaults faults)
    {
        if (Of(receipt) is { } message && dice.NextDouble() >= faults.Undeleted)
        {
            _messages.Remove(message);
        }
    }

    /// <summary>Hides a message for a time from now on; false where the receipt is old or nothing is hidden.</summary>
    public bool Hide(string receipt, TimeSpan time)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (Of(receipt) is not { } message || message.VisibleAt <= now)
        {
            return false;
        }

        message.VisibleAt = now + time;
        return true;
    }

    /// <summary>Tells the attributes that are asked for.</summary>
    public JsonObject Tell(JsonObject asked)
    {
        string[] names = [.. Texts(asked["AttributeNames"])];
        return new JsonObject
        {
            [nameof(Attributes)] = new JsonObject(
                Attributes
                    .Where(one => names.Contains("All") || names.Contains(one.Key))
                    .Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))
            ),
        };
    }

    /// <summary>Sets attributes.</summary>
    public JsonObject? Set(JsonObject asked)
    {
        foreach ((string name, JsonNode? value) in asked[nameof(Attributes)]?.AsObject() ?? [])
        {
            Attributes[name] = (string)value!;
        }

        return null;
    }

    /// <summary>Whether its policy lets an AWS account do something.</summary>
    public bool Lets(string account, string action) =>
        Attributes.GetValueOrDefault("Policy") is { } policy
        && JsonNode.Parse(policy)!["Statement"]!
            .AsArray()
            .Any(one =>
                (string?)one!["Effect"] == "Allow"
                && (string?)one["Resource"] == arn
                && Texts(one["Principal"]?["AWS"]).Any(who => who == account || who == $"arn:aws:iam::{account}:root")
                && Texts(one["Action"]).Contains(action, StringComparer.OrdinalIgnoreCase)
            );

    /// <summary>The texts of a list, or the one that stands for it.</summary>
    internal static IEnumerable<string> Texts(JsonNode? node) =>
        node switch
        {
            JsonArray list => list.Select(one => (string)one!),
            JsonValue one => [(string)one!],
            _ => [],
        };

    private Held? Of(string receipt) => _messages.FirstOrDefault(message => message.Receipt == receipt);

    private void Expire()
    {
        double seconds = double.Parse(Attributes["MessageRetentionPeriod"], CultureInfo.InvariantCulture);
        _messages.RemoveAll(message => clock.GetUtcNow() - message.Sent > TimeSpan.FromSeconds(seconds));
    }

    private static JsonObject Told(Held message) =>
        new()
        {
            ["MessageId"] = message.Id,
            ["ReceiptHandle"] = message.Receipt,
            ["Body"] = message.Body,
#pragma warning disable CA5351 // The checksum that SQS tells, which clients hold against the body.
            ["MD5OfBody"] = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(message.Body))),
#pragma warning restore CA5351
            [nameof(Attributes)] = new JsonObject
            {
                ["SentTimestamp"] = message.Sent.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
                ["ApproximateReceiveCount"] = message.Received.ToString(CultureInfo.InvariantCulture),
                ["ApproximateFirstReceiveTimestamp"] = message
                    .FirstReceived!.Value.ToUnixTimeMilliseconds()
                    .ToString(CultureInfo.InvariantCulture),
            },
        };

    private static string Guid(Random dice)
    {
        byte[] bytes = new byte[16];
        dice.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    private sealed class Held(string id, string body, DateTimeOffset sent)
    {
        public string Id => id;

        public string Body => body;

        public DateTimeOffset Sent => sent;

        public DateTimeOffset VisibleAt { get; set; }

        public DateTimeOffset? FirstReceived { get; set; }

        public int Received { get; set; }

        public string? Receipt { get; set; }
    }
}
