using Reprieve.Alerts.Channels;
using Reprieve.Alerts.Messages;
using Reprieve.Knowledge;

namespace Reprieve.Alerts.Keeping;

/// <summary>What is to be sent to a channel at a moment, and what of it in one message.</summary>
internal static class AlertDue
{
    /// <summary>The alerts that are due, those first that were tried least, then the oldest.</summary>
    public static IReadOnlyList<KeptAlert> Of(IEnumerable<KeptAlert> alerts, AlertChannel channel, DateTimeOffset now)
    {
        bool quiet = AlertHours.QuietUntil(channel, now) is not null;
        return
        [
            .. alerts
                .Select(kept => (kept, To: kept.Deliveries.FirstOrDefault(one => one.Channel == channel.Id)))
                .Where(one =>
                    one.To is { State: AlertState.Waiting } to && (to.NotBefore is not { } wait || wait <= now)
                )
                .Where(one => one.kept.Alert.Urgent || (!quiet && AlertHours.Digest(channel, one.kept.KeptAt) <= now))
                .OrderBy(one => one.To!.Tries)
                .ThenBy(one => one.kept.Alert.At)
                .ThenBy(one => one.kept.Alert.Event, StringComparer.Ordinal)
                .Select(one => one.kept),
        ];
    }

    /// <summary>
    /// The messages: urgent alerts first and each by itself, as are few others; many others, and all of a digest, come
    /// together.
    /// </summary>
    public static IEnumerable<IReadOnlyList<KeptAlert>> Messages(
        IReadOnlyList<KeptAlert> due,
        AlertChannel channel,
        AlertService service
    )
    {
        KeptAlert[] urgent = [.. due.Where(kept => kept.Alert.Urgent)];
        KeptAlert[] others = [.. due.Where(kept => !kept.Alert.Urgent)];
        int single = AlertMessage.MostSingle;
        bool together = channel.DigestAt is not null || others.Length > single;
        return Chunks(urgent, urgent.Length > single ? AlertMessage.Most(service) : 1)
            .Concat(Chunks(others, together ? AlertMessage.Most(service) : 1));
    }

    private static IEnumerable<IReadOnlyList<KeptAlert>> Chunks(KeptAlert[] alerts, int size) => alerts.Chunk(size);
}
