using Reprieve.Alerts.Messages;
using Reprieve.Knowledge;

namespace Reprieve.Alerts.Sending;

/// <summary>An alert as subject and text.</summary>
internal static class AlertMails
{
    public static AlertMail Of(IReadOnlyList<Alert> alerts, AlertChannel channel, AlertService service)
    {
        AlertMessage message = AlertMessage.Of(alerts, channel.Language, service, sign => sign);
        string? link = message.Link is { } address ? $"{message.LinkWord}: {address}" : null;
        return new AlertMail(
            channel.Address.UserInfo + "@" + channel.Address.Host,
            message.Title,
            (message with { Title = "" }).Lines(link) + "\n",
            channel.Language
        );
    }
}
