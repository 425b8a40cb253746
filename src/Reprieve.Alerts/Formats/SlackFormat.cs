using System.Text.Json;
using System.Text.Json.Serialization;
using Reprieve.Alerts.Messages;
using Reprieve.Knowledge;

namespace Reprieve.Alerts.Formats;

/// <summary>
/// Slack's incoming webhook: text in which <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> are control characters; the answer to a
/// message that was taken is the word ok.
/// </summary>
internal sealed class SlackFormat : IAlertFormat
{
    public AlertRequest Make(
        IReadOnlyList<Alert> alerts,
        AlertChannel channel,
        AlertService service,
        DateTimeOffset now
    )
    {
        AlertMessage message = AlertMessage.Of(alerts, channel.Language, service, Escaped);
        string? link = message.Link is { } address ? $"<{Escaped(address)}|{Escaped(message.LinkWord)}>" : null;
        var body = new SlackBody(message.Lines(link), Mrkdwn: false, UnfurlLinks: false, UnfurlMedia: false);
        return new AlertRequest(
            channel.Address,
            AlertJson.Literal(JsonSerializer.Serialize(body, AlertJson.Plain.SlackBody))
        );
    }

    public ServiceAnswer Read(string body)
    {
        string word = ServiceAnswer.Short(body);
        return new ServiceAnswer(word.Equals("ok", StringComparison.OrdinalIgnoreCase), word, word, MayBeTaken: true);
    }

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}

/// <summary>The body for Slack: without its marks for bold and the like, and without previews of links.</summary>
internal sealed record SlackBody(
    string Text,
    bool Mrkdwn,
    [property: JsonPropertyName("unfurl_links")] bool UnfurlLinks,
    [property: JsonPropertyName("unfurl_media")] bool UnfurlMedia
);
