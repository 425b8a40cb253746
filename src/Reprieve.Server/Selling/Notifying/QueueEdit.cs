using Reprieve.Amazon;
using Reprieve.Amazon.Notifications;
using Reprieve.Storage;

namespace Reprieve.Server.Selling.Notifying;

/// <summary>What somebody says of the queue of a connection; an empty secret keeps the one that is known.</summary>
/// <param name="KeyId">The id of the AWS access key.</param>
/// <param name="KeySecret">Its secret.</param>
/// <param name="Queue">The ARN or URL of a queue that is there; empty where Reprieve is to make one, or keeps the one that it made.</param>
/// <param name="Replace">Types of notification whose subscription to another place is given up for this queue.</param>
public sealed record QueueEdit(
    string KeyId,
    string? KeySecret = null,
    string? Queue = null,
    IReadOnlyList<string>? Replace = null
)
{
    private const int LongestField = 400;

    /// <summary>The queue as it is kept, not set up yet.</summary>
    /// <param name="known">The one that is known; null for none.</param>
    /// <exception cref="AmazonException">Something is missing or cannot be meant; in words.</exception>
    public QueueConnection Of(QueueConnection? known)
    {
        if (new[] { KeyId, KeySecret, Queue }.Any(one => one?.Length > LongestField))
        {
            throw new AmazonException(Say.Get("notify_too_long"));
        }

        string id = KeyId.Trim();
        if (id.Length == 0 || !id.All(char.IsAsciiLetterOrDigit))
        {
            throw new AmazonException(Say.Get("notify_no_key"));
        }

        string? secret = string.IsNullOrWhiteSpace(KeySecret) ? null : KeySecret.Trim();
        secret ??= known?.KeyId == id ? known.KeySecret : null;
        return new QueueConnection
        {
            KeyId = id,
            KeySecret = secret ?? throw new AmazonException(Say.Get("notify_no_secret")),
            Arn = string.IsNullOrWhiteSpace(Queue) ? known?.Arn : QueueAddress.Parse(Queue).Arn,
            Own = Owned(known),
        };
    }

    /// <summary>What may be shown again.</summary>
    public QueueEdit WithoutSecret() => this with { KeySecret = null };

    /// <summary>The id of the key alone.</summary>
    public override string ToString() => $"{nameof(QueueEdit)} {KeyId}";

    private IReadOnlyList<OwnSubscription> Owned(QueueConnection? known) =>
        [
            .. known?.Own ?? [],
            .. (known?.SetUp?.Types ?? [])
                .Where(one => one.Elsewhere is not null && Replace?.Contains(one.Type) == true)
                .Select(one => new OwnSubscription(one.Type, one.Elsewhere!)),
        ];
}
