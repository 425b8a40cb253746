using System.Globalization;
using System.Text.RegularExpressions;
using Amazon.SQS.Model;

namespace Reprieve.Amazon.Notifications;

/// <summary>Sets up the queue into which Amazon puts notifications, or says how to do it by hand.</summary>
public static partial class QueueSetUp
{
    private const string Policy = "Policy";

    /// <summary>What the queue is like; the longest time that SQS keeps messages, so that a machine may be off for days.</summary>
    private static readonly Dictionary<string, string> Attributes = new(StringComparer.Ordinal)
    {
        ["MessageRetentionPeriod"] = TimeSpan.FromDays(14).TotalSeconds.ToString("0", CultureInfo.InvariantCulture),
        ["VisibilityTimeout"] = NotificationWatcher.Hidden.TotalSeconds.ToString("0", CultureInfo.InvariantCulture),
        ["ReceiveMessageWaitTimeSeconds"] = "20",
    };

    /// <summary>
    /// Makes a standard queue, or takes the one of that name, and lets Amazon send to it. Doing it again changes nothing.
    /// </summary>
    /// <param name="region">The AWS region.</param>
    /// <param name="name">The queue's name: letters, digits, hyphens, underscores.</param>
    /// <param name="key">
    /// Who asks; it needs <c>sqs:CreateQueue</c>, <c>sqs:GetQueueUrl</c>, <c>sqs:GetQueueAttributes</c>,
    /// <c>sqs:SetQueueAttributes</c>.
    /// </param>
    /// <param name="principal">The AWS account from which Amazon sends, twelve digits.</param>
    /// <param name="clock">The time for how long an answer may take.</param>
    /// <param name="handler">What carries requests; null for the network.</param>
    /// <returns>Its address; <see cref="QueueAddress.Arn"/> is what Amazon is told.</returns>
    /// <exception cref="AmazonException">It cannot be set up: why, and what to do.</exception>
    internal static async Task<QueueAddress> MakeAsync(
        string region,
        string name,
        AwsKey key,
        string principal,
        TimeProvider clock,
        HttpMessageHandler? handler,
        CancellationToken cancel
    )
    {
        if (!QueueAddress.IsRegion(region) || !NameForm().IsMatch(name))
        {
            throw new AmazonException(Say.Texts.Get("Queue_Name"));
        }

        using var edge = new QueueEdge(region, key, clock, handler);
        try
        {
            string url = await FindOrCreateAsync(edge, name, cancel);
            GetQueueAttributesResponse has = await edge.AskAsync(
                (client, token) => client.GetQueueAttributesAsync(url, ["QueueArn", Policy], token),
                TimeSpan.Zero,
                cancel
            );
            QueueAddress address = QueueAddress.Parse(has.QueueARN);
            string policy = QueuePolicy.ForAmazon(address, principal, has.Attributes.GetValueOrDefault(Policy));
            var wanted = new Dictionary<string, string>(Attributes, StringComparer.Ordinal) { [Policy] = policy };
            await edge.AskAsync(
                (client, token) => client.SetQueueAttributesAsync(url, wanted, token),
                TimeSpan.Zero,
                cancel
            );
            return address;
        }
        catch (QueueException fault)
        {
            throw new AmazonException(fault.Message, fault);
        }
    }

    /// <summary>How to get a key by which Reprieve makes the queue itself, a step each.</summary>
    /// <param name="region">The AWS region.</param>
    /// <param name="name">The queue's name.</param>
    public static IReadOnlyList<HandStep> ByReprieve(string region, string name) =>
        [
            new(Say.Texts.Get("Queue_Step_User"), QueuePolicy.ForMaking(region, name)),
            new(Say.Texts.Get("Queue_Step_Key")),
        ];

    /// <summary>The same by hand in the AWS console, a step each.</summary>
    /// <param name="queue">The queue as it will be.</param>
    /// <param name="principal">The AWS account from which Amazon sends, twelve digits.</param>
    public static IReadOnlyList<HandStep> ByHand(QueueAddress queue, string principal) =>
        [
            new(Say.Texts.Get("Queue_Step_Create", queue.Region, queue.Name)),
            new(Say.Texts.Get("Queue_Step_Keep")),
            new(Say.Texts.Get("Queue_Step_Policy"), QueuePolicy.ForAmazon(queue, principal)),
            new(Say.Texts.Get("Queue_Step_User"), QueuePolicy.ForReprieve(queue)),
            new(Say.Texts.Get("Queue_Step_Key")),
            new(Say.Texts.Get("Queue_Step_Arn", queue.Arn)),
        ];

    /// <summary>To create a queue that is there with other attributes is refused, so it is looked for first.</summary>
    private static async Task<string> FindOrCreateAsync(QueueEdge edge, string name, CancellationToken cancel)
    {
        string? found = await edge.AskAsync(
            async (client, token) =>
            {
                try
                {
                    return (await client.GetQueueUrlAsync(name, token)).QueueUrl;
                }
                catch (QueueDoesNotExistException)
                {
                    return null;
                }
            },
            TimeSpan.Zero,
            cancel
        );
        return found
            ?? (
                await edge.AskAsync(
                    (client, token) =>
                        client.CreateQueueAsync(
                            new CreateQueueRequest { QueueName = name, Attributes = new(Attributes) },
                            token
                        ),
                    TimeSpan.Zero,
                    cancel
                )
            ).QueueUrl;
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,80}$", RegexOptions.NonBacktracking)]
    private static partial Regex NameForm();
}
