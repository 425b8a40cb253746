using System.Text.Json;
using Reprieve.Knowledge;

namespace Reprieve.Alerts.Formats;

/// <summary>How one service is spoken to: the exact request, and what its answer says.</summary>
internal interface IAlertFormat
{
    /// <summary>The request that brings alerts to a channel at this moment.</summary>
    AlertRequest Make(IReadOnlyList<Alert> alerts, AlertChannel channel, AlertService service, DateTimeOffset now);

    /// <summary>What the service's answer to a request says that did not fail on the way.</summary>
    ServiceAnswer Read(string body);
}

/// <summary>A request, always POST with JSON in UTF-8.</summary>
internal sealed record AlertRequest(Uri Address, string Body)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
}

/// <summary>What a service answered.</summary>
/// <param name="Taken">Whether it says in its own way that it took the message.</param>
/// <param name="Code">Its code, null where the answer is not of its form.</param>
/// <param name="Says">Its words.</param>
/// <param name="MayBeTaken">Whether an answer that is not understood may come from one that took it.</param>
internal sealed record ServiceAnswer(bool Taken, string? Code, string Says, bool MayBeTaken = false)
{
    private const int MostWords = 200;

    /// <summary>The answer of a robot: an object with a code, which is 0 when it took the message.</summary>
    public static ServiceAnswer OfRobot(string body, string codeName, string wordsName)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(body);
            if (
                json.RootElement.ValueKind is JsonValueKind.Object
                && json.RootElement.TryGetProperty(codeName, out JsonElement code)
                && code.ValueKind is JsonValueKind.Number
            )
            {
                string says =
                    json.RootElement.TryGetProperty(wordsName, out JsonElement words)
                    && words.ValueKind is JsonValueKind.String
                        ? words.GetString()!
                        : "";
                return new ServiceAnswer(code.GetRawText() == "0", code.GetRawText(), Short(says));
            }
        }
        catch (JsonException)
        {
            // A page of some server in between: none of the service's own answers.
        }

        return new ServiceAnswer(false, null, Short(body));
    }

    /// <summary>The beginning of foreign words, in one line that cannot act.</summary>
    public static string Short(string words)
    {
        string line = Messages.InertText.Line(words.Length > 4 * MostWords ? words[..(4 * MostWords)] : words);
        return Messages.Cut.To(line, MostWords, sign => sign);
    }
}

/// <summary>The format of each kind that is spoken to by HTTP.</summary>
internal static class AlertFormats
{
    public static IAlertFormat Of(AlertKind kind) =>
        kind switch
        {
            AlertKind.Webhook => new WebhookFormat(),
            AlertKind.Slack => new SlackFormat(),
            AlertKind.Feishu => new FeishuFormat(),
            AlertKind.DingTalk => new DingTalkFormat(),
            AlertKind.WeCom => new WeComFormat(),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not spoken to by HTTP"),
        };

    /// <summary>
    /// For robots whose documents name no way to escape: they know tags and mentions by angle brackets, which are replaced
    /// by full-width ones.
    /// </summary>
    public static string WithoutTags(string text) => text.Replace('<', '＜').Replace('>', '＞');
}
