using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Reprieve.Alerts.Messages;
using Reprieve.Knowledge;

namespace Reprieve.Alerts.Formats;

/// <summary>
/// A custom robot of DingTalk: plain text, because its Markdown has no way to escape; the signature, over time and secret,
/// stands in the query.
/// </summary>
internal sealed class DingTalkFormat : IAlertFormat
{
    public AlertRequest Make(
        IReadOnlyList<Alert> alerts,
        AlertChannel channel,
        AlertService service,
        DateTimeOffset now
    )
    {
        AlertMessage message = AlertMessage.Of(alerts, channel.Language, service, AlertFormats.WithoutTags);
        string? link = message.Link is { } address ? $"{message.LinkWord}: {address}" : null;
        var body = new JsonObject
        {
            ["msgtype"] = "text",
            ["text"] = new JsonObject { ["content"] = message.Lines(link) },
            ["at"] = new JsonObject { ["isAtAll"] = false },
        };
        return new AlertRequest(Signed(channel, now), AlertJson.Literal(body.ToJsonString(AlertJson.Plain.Options)));
    }

    public ServiceAnswer Read(string body) => ServiceAnswer.OfRobot(body, "errcode", "errmsg");

    private static Uri Signed(AlertChannel channel, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(channel.Secret))
        {
            return channel.Address;
        }

        string time = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        byte[] mac = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(channel.Secret),
            Encoding.UTF8.GetBytes(time + "\n" + channel.Secret)
        );
        string sign = Uri.EscapeDataString(Convert.ToBase64String(mac));
        string joint = channel.Address.Query.Length == 0 ? "?" : "&";
        return new Uri($"{channel.Address.GetLeftPart(UriPartial.Query)}{joint}timestamp={time}&sign={sign}");
    }
}
