using System.Text.Json.Serialization;
using Reprieve.Knowledge;

namespace Reprieve.Alerts;

/// <summary>An alert in the book, and where it stands with each channel.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="KeptAt">When it was put into the book.</param>
/// <param name="Deliveries">One for each channel there was at that time.</param>
public sealed record KeptAlert(Alert Alert, DateTimeOffset KeptAt, IReadOnlyList<AlertDelivery> Deliveries)
{
    internal KeptAlert With(AlertDelivery changed) =>
        this with
        {
            Deliveries = [.. Deliveries.Select(one => one.Channel == changed.Channel ? changed : one)],
        };
}

/// <summary>An alert's way to one channel.</summary>
/// <param name="Channel">The channel's <see cref="AlertChannel.Id"/>.</param>
/// <param name="State">Where it stands.</param>
/// <param name="At">Since when, or of the last try.</param>
/// <param name="Tries">How often it was tried in vain.</param>
/// <param name="NotBefore">When it may be tried again; null for at once.</param>
/// <param name="Words">What was said of the last try; null when nothing was.</param>
public sealed record AlertDelivery(
    string Channel,
    AlertState State,
    DateTimeOffset At,
    int Tries = 0,
    DateTimeOffset? NotBefore = null,
    string? Words = null
);

/// <summary>Where an alert stands with a channel.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<AlertState>))]
public enum AlertState
{
    /// <summary>Still to be sent.</summary>
    Waiting,

    /// <summary>The service took it.</summary>
    Sent,

    /// <summary>A person must change something; then <see cref="AlertBook.TryAgain"/>.</summary>
    Refused,
}

/// <summary>What became of an alert that was put into the book.</summary>
public enum AlertAdded
{
    /// <summary>It is on the disk, and will be sent.</summary>
    Taken,

    /// <summary>Its event is known; nothing was done.</summary>
    Known,

    /// <summary>It happened too long ago to alert anybody; nothing was done.</summary>
    TooOld,
}
