using System.Text.Json.Nodes;
using Reprieve.Alerts.Messages;
using Reprieve.Knowledge;

namespace Reprieve.Alerts.Formats;

/// <summary>
/// A robot in a group of WeCom: plain text, because its Markdown has no way to escape; mentions are tags in the text. It
/// has no signature: whoever has the address may write.
/// </summary>
internal sealed class WeComFormat : IAlertFormat
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
        };
        return new AlertRequest(channel.Address, AlertJson.Literal(body.ToJsonString(AlertJson.Plain.Options)));
    }

    public ServiceAnswer Read(string body) => ServiceAnswer.OfRobot(body, "errcode", "errmsg");
}
