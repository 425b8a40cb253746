using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Reprieve.Alerts.Messages;
using Reprieve.Knowledge;

namespace Reprieve.Alerts.Formats;

/// <summary>
/// A custom robot of Feishu or Lark: a post, in which text, links and mentions are parts of their own, so that text stays
/// text. The signature has time and secret as its key, over nothing.
/// </summary>
internal sealed class FeishuFormat : IAlertFormat
{
    public AlertRequest Make(
        IReadOnlyList<Alert> alerts,
        AlertChannel channel,
        AlertService service,
        DateTimeOffset now
    )
    {
        AlertMessage message = AlertMessage.Of(alerts, channel.Language, service, AlertFormats.WithoutTags);
        var lines = new JsonArray();
        foreach (string part in new[] { message.Text, message.Do }.Where(part => part.Length > 0))
        {
            lines.Add(new JsonArray(new JsonObject { ["tag"] = "text", ["text"] = part }));
        }

        if (message.Link is { } link)
        {
            lines.Add(
                new JsonArray(
                    new JsonObject
                    {
                        ["tag"] = "a",
                        ["text"] = message.LinkWord,
                        ["href"] = link,
                    }
                )
            );
        }

        string language = channel.Language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh_cn" : "en_us";
        JsonObject body = Signed(channel.Secret, now);
        body["msg_type"] = "post";
        body["content"] = new JsonObject
        {
            ["post"] = new JsonObject
            {
                [language] = new JsonObject { ["title"] = message.Title, ["content"] = lines },
            },
        };
        return new AlertRequest(channel.Address, AlertJson.Literal(body.ToJsonString(AlertJson.Plain.Options)));
    }

    public ServiceAnswer Read(string body) => ServiceAnswer.OfRobot(body, "code", "msg");

    private static JsonObject Signed(string? secret, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return [];
        }

        string time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(time + "\n" + secret), Array.Empty<byte>());
        return new JsonObject { ["timestamp"] = time, ["sign"] = Convert.ToBase64String(mac) };
    }
}
