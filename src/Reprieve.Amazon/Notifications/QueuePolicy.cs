using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reprieve.Amazon.Notifications;

/// <summary>Who may do what with a queue, in the JSON of AWS.</summary>
public static class QueuePolicy
{
    private const string Version = "2012-10-17";
    private const string Sid = "AmazonSendsNotifications";

    private static readonly string[] Taking =
    [
        "sqs:ReceiveMessage",
        "sqs:DeleteMessage",
        "sqs:ChangeMessageVisibility",
    ];

    private static readonly string[] Making =
    [
        "sqs:CreateQueue",
        "sqs:GetQueueUrl",
        "sqs:GetQueueAttributes",
        "sqs:SetQueueAttributes",
    ];

    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonDocumentOptions Bounds = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>The policy of the queue, which lets Amazon send. What other programs have in it stays.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="principal">The AWS account from which Amazon sends, twelve digits; a fact of Amazon's.</param>
    /// <param name="existing">The policy that the queue has; null for none.</param>
    /// <exception cref="AmazonException">The existing one cannot be read.</exception>
    public static string ForAmazon(QueueAddress queue, string principal, string? existing = null)
    {
        JsonObject policy = Read(existing);
        JsonArray statements = policy["Statement"] switch
        {
            JsonArray list => list,
            JsonObject one => [one.DeepClone()],
            _ => [],
        };
        statements.RemoveAll(one => one is JsonObject && one["Sid"] is JsonValue sid && sid.ToString() == Sid);
        statements.Add(
            (JsonNode)
                new JsonObject
                {
                    ["Sid"] = Sid,
                    ["Effect"] = "Allow",
                    ["Principal"] = new JsonObject { ["AWS"] = principal },
                    ["Action"] = new JsonArray("sqs:SendMessage", "sqs:GetQueueAttributes"),
                    ["Resource"] = queue.Arn,
                }
        );
        policy["Statement"] = statements.DeepClone();
        return policy.ToJsonString(Form);
    }

    /// <summary>The policy of the user whose key Reprieve is given: what taking notifications needs, and nothing else.</summary>
    /// <param name="queue">The queue.</param>
    public static string ForReprieve(QueueAddress queue) => Allow(queue.Arn, Taking);

    /// <summary>The same of a user whose key also makes the queue: of this name alone, in whichever AWS account.</summary>
    /// <param name="region">The AWS region.</param>
    /// <param name="name">The queue's name.</param>
    public static string ForMaking(string region, string name) =>
        Allow(QueueAddress.ArnOf(region, "*", name), [.. Making, .. Taking]);

    private static string Allow(string queue, IReadOnlyList<string> actions) =>
        new JsonObject
        {
            ["Version"] = Version,
            ["Statement"] = new JsonArray(
                new JsonObject
                {
                    ["Effect"] = "Allow",
                    ["Action"] = new JsonArray([.. actions.Select(action => JsonValue.Create(action))]),
                    ["Resource"] = queue,
                }
            ),
        }.ToJsonString(Form);

    private static JsonObject Read(string? existing)
    {
        if (string.IsNullOrWhiteSpace(existing))
        {
            return new JsonObject { ["Version"] = Version };
        }

        try
        {
            return JsonNode.Parse(existing, null, Bounds) as JsonObject
                ?? throw new AmazonException(Say.Texts.Get("Queue_Policy"));
        }
        catch (JsonException fault)
        {
            throw new AmazonException(Say.Texts.Get("Queue_Policy"), fault);
        }
    }
}
