using Reprieve.Alerts.Messages;
using Reprieve.Knowledge;

namespace Reprieve.Alerts.Keeping;

/// <summary>What an alert must be to be taken, and the bounds within which it is kept.</summary>
internal static class AlertIntake
{
    private const int MostEvent = 500;
    private const int MostLink = 300;
    private const int MostTextBytes = 10_000;

    /// <summary>Refuses an alert that would lead astray.</summary>
    /// <exception cref="AlertException">What is wrong with it.</exception>
    public static void Check(Alert alert)
    {
        string? wrong =
            string.IsNullOrWhiteSpace(alert.Event) || alert.Event.Length > MostEvent
                ? Say.Texts.Get("Bad_Event", MostEvent)
            : !alert.Texts.ContainsKey(LocalizedText.Fallback) ? Say.Texts.Get("No_English")
            : alert.Link is { } link && (!AlertChannel.IsSafe(link) || link.AbsoluteUri.Length > MostLink)
                ? Say.Texts.Get("Bad_Link", MostLink)
            : null;
        if (wrong is not null)
        {
            throw new AlertException(wrong);
        }
    }

    /// <summary>The alert with texts of a bounded length, and not later than now, so that it will be forgotten.</summary>
    public static Alert Bounded(Alert alert, DateTimeOffset now) =>
        alert with
        {
            At = alert.At < now ? alert.At : now,
            Texts = alert.Texts.ToDictionary(
                pair => pair.Key,
                pair => new AlertText(Short(pair.Value.Title), Short(pair.Value.Text), Short(pair.Value.Do)),
                StringComparer.Ordinal
            ),
        };

    private static string Short(string text) => Cut.To(text, MostTextBytes, sign => sign);
}
