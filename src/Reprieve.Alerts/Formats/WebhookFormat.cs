using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Reprieve.Knowledge;

namespace Reprieve.Alerts.Formats;

/// <summary>
/// Our own webhook (docs/alerts.md): the alerts as data, and over time and body an HMAC-SHA256 that proves who sent them.
/// The receiver tells a second sending by the event.
/// </summary>
internal sealed class WebhookFormat : IAlertFormat
{
    private const int Version = 1;

    public AlertRequest Make(
        IReadOnlyList<Alert> alerts,
        AlertChannel channel,
        AlertService service,
        DateTimeOffset now
    )
    {
        string body = JsonSerializer.Serialize(
            new WebhookBody(Version, [.. alerts.Select(alert => WebhookAlert.Of(alert, channel.Language))]),
            AlertJson.Plain.WebhookBody
        );
        string time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] mac = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(channel.Secret!),
            Encoding.UTF8.GetBytes(time + "." + body)
        );
        return new AlertRequest(channel.Address, body)
        {
            Headers = [("Reprieve-Timestamp", time), ("Reprieve-Signature", "sha256=" + Convert.ToHexStringLower(mac))],
        };
    }

    /// <summary>The status alone counts.</summary>
    public ServiceAnswer Read(string body) => new(Taken: true, null, ServiceAnswer.Short(body));
}

/// <summary>The body of the webhook.</summary>
internal sealed record WebhookBody(int Version, IReadOnlyList<WebhookAlert> Alerts);

/// <summary>An alert in it, its words as they are.</summary>
internal sealed record WebhookAlert(
    string Event,
    DateTimeOffset At,
    bool Urgent,
    string Title,
    string Text,
    string Do,
    Uri? Link
)
{
    public static WebhookAlert Of(Alert alert, string language)
    {
        AlertText words = alert.In(language);
        return new WebhookAlert(
            alert.Event,
            alert.At.ToUniversalTime(),
            alert.Urgent,
            words.Title,
            words.Text,
            words.Do,
            alert.Link
        );
    }
}
