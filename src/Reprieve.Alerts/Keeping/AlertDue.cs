using Reprieve.Alerts.Channels;
using Reprieve.Alerts.Messages;
using Reprieve.Knowledge;

namespace Reprieve.Alerts.Keeping;

/// <summary>What is to be sent to a channel at a moment, and what of it in one message.</summary>
internal static class AlertDue
{
    /// <summary>After so many failures an alert goes alone.</summary>
    public const int Alone = 3;

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
    /// The messages: urgent alerts first, each by itself, as are few others; many, and all of a digest, come together. What
    /// failed often goes alone, so that one that a service cannot take holds up no other.
    /// </summary>
    public static IEnumerable<IReadOnlyList<KeptAlert>> Messages(
        IReadOnlyList<KeptAlert> due,
        AlertChannel channel,
        AlertService service
    )
    {
        ILookup<Way, KeptAlert> ways = due.ToLookup(kept =>
            kept.Deliveries.First(one => one.Channel == channel.Id).Tries >= Alone ? Way.Alone
            : kept.Alert.Urgent ? Way.Urgent
            : Way.Calm
        );
        return Chunks(ways[Way.Urgent], service, together: false)
            .Concat(Chunks(ways[Way.Calm], service, together: channel.DigestAt is not null))
            .Concat(ways[Way.Alone].Chunk(1));
    }

    private static IEnumerable<KeptAlert[]> Chunks(IEnumerable<KeptAlert> alerts, AlertService service, bool together)
    {
        KeptAlert[] all = [.. alerts];
        return all.Chunk(together || all.Length > AlertMessage.MostSingle ? AlertMessage.Most(service) : 1);
    }

    private enum Way
    {
        Urgent,
        Calm,
        Alone,
    }
}
