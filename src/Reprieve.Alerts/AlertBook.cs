using Reprieve.Alerts.Keeping;
using Reprieve.Knowledge;

namespace Reprieve.Alerts;

/// <summary>
/// Alerts that last: each event once, each channel until it took it. What was added is on the disk, and no crash loses it.
/// Where nobody can know whether a service took a message (its answer was lost, or the process died before it was written
/// down), the message goes again: an alert may come twice, it may not fail to come.
/// </summary>
public sealed class AlertBook : IDisposable
{
    /// <summary>How long an alert and its event are kept; what happened earlier is not taken.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>How long a channel is tried before a person has to see to it.</summary>
    internal static readonly TimeSpan Tried = TimeSpan.FromDays(30);

    private readonly TimeProvider _clock;
    private readonly Random _chance;
    private readonly AlertFolder _folder;
    private readonly SemaphoreSlim _ticking = new(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, KeptAlert> _alerts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unwritten = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AlertPace> _paces = new(StringComparer.Ordinal);

    /// <summary>Opens the book in a folder, which is made where it is not there.</summary>
    /// <param name="seal">Encrypts what is kept; null where the folder is private enough.</param>
    /// <exception cref="AlertException">Another process has it open, or the folder cannot be used.</exception>
    public AlertBook(string folder, TimeProvider clock, AlertSeal? seal = null)
        : this(folder, clock, seal, null, Random.Shared) { }

    internal AlertBook(string folder, TimeProvider clock, AlertSeal? seal, Action<string>? at, Random chance)
    {
        _clock = clock;
        _chance = chance;
        _folder = new AlertFolder(folder, seal, at);
        (IReadOnlyList<KeptAlert> alerts, Faults) = _folder.Read();
        foreach (KeptAlert alert in alerts)
        {
            _alerts[alert.Alert.Event] = alert;
        }
    }

    /// <summary>Alerts on the disk that could not be read, in words; they are left as they are.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>Every alert, the newest first.</summary>
    public IReadOnlyList<KeptAlert> All()
    {
        lock (_gate)
        {
            return [.. _alerts.Values.OrderByDescending(kept => kept.Alert.At)];
        }
    }

    /// <summary>Takes an alert for all channels there are; one whose event is known changes nothing.</summary>
    /// <exception cref="AlertException">The alert has a fault, or the disk does not take it.</exception>
    public AlertAdded Add(Alert alert, IReadOnlyList<AlertChannel> channels)
    {
        AlertIntake.Check(alert);
        DateTimeOffset now = _clock.GetUtcNow();
        if (alert.At < now - Kept)
        {
            return AlertAdded.TooOld;
        }

        lock (_gate)
        {
            if (_alerts.ContainsKey(alert.Event))
            {
                return AlertAdded.Known;
            }

            var kept = new KeptAlert(
                AlertIntake.Bounded(alert, now),
                now,
                [
                    .. channels
                        .DistinctBy(channel => channel.Id)
                        .Select(channel => new AlertDelivery(channel.Id, AlertState.Waiting, now)),
                ]
            );
            _folder.Write(kept);
            _alerts[alert.Event] = kept;
            return AlertAdded.Taken;
        }
    }

    /// <summary>What a channel refused is sent once more, after a person changed something.</summary>
    /// <exception cref="AlertException">The disk does not take it.</exception>
    public void TryAgain(string channel)
    {
        lock (_gate)
        {
            _paces.Remove(channel);
            var waiting = new AlertDelivery(channel, AlertState.Waiting, _clock.GetUtcNow());
            Store([
                .. _alerts
                    .Values.Where(kept =>
                        kept.Deliveries.Any(one => one.Channel == channel && one.State is AlertState.Refused)
                    )
                    .Select(kept => kept.With(waiting)),
            ]);
        }
    }

    /// <summary>Does what is due: sends, gives up, forgets. To be called every few seconds, and after each new alert.</summary>
    /// <exception cref="AlertException">The disk does not take what became of a message; nothing is sent until it does.</exception>
    public async Task TickAsync(IReadOnlyList<AlertChannel> channels, AlertSender sender, CancellationToken cancel)
    {
        await _ticking.WaitAsync(cancel);
        try
        {
            Tidy();
            await Task.WhenAll(channels.DistinctBy(one => one.Id).Select(one => SendDueAsync(one, sender, cancel)));
        }
        finally
        {
            _ticking.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _folder.Dispose();
        _ticking.Dispose();
    }

    private async Task SendDueAsync(AlertChannel channel, AlertSender sender, CancellationToken cancel)
    {
        AlertService service = sender.ServiceOf(channel);
        (AlertPace pace, IReadOnlyList<IReadOnlyList<KeptAlert>> messages) = Due(channel, service);
        foreach (IReadOnlyList<KeptAlert> message in messages)
        {
            if (!pace.MaySend(service))
            {
                return;
            }

            pace.Goes();
            AlertResult result = await sender.SendAsync(channel, [.. message.Select(kept => kept.Alert)], cancel);
            lock (_gate)
            {
                Settle(channel.Id, message, result, pace);
            }
        }
    }

    private (AlertPace Pace, IReadOnlyList<IReadOnlyList<KeptAlert>> Messages) Due(
        AlertChannel channel,
        AlertService service
    )
    {
        lock (_gate)
        {
            if (!_paces.TryGetValue(channel.Id, out AlertPace? pace))
            {
                _paces[channel.Id] = pace = new AlertPace(_clock, _chance);
            }

            // A channel that is set up wrong has no hours; the sender says what is wrong with it.
            AlertChannel when = channel.Wrong() is null ? channel : channel with { Quiet = null, DigestAt = null };
            IReadOnlyList<KeptAlert> due = AlertDue.Of(_alerts.Values, when, _clock.GetUtcNow());
            return (pace, [.. AlertDue.Messages(due, channel, service)]);
        }
    }

    private void Settle(string channel, IReadOnlyList<KeptAlert> message, AlertResult result, AlertPace pace)
    {
        if (result is not AlertResult.Later)
        {
            pace.Worked();
        }

        int most = message.Max(kept => To(kept, channel).Tries) + 1;
        DateTimeOffset? again = result is AlertResult.Later later ? pace.Failed(later.After, most) : null;
        // The alerts as they are now: another channel may have settled them meanwhile.
        Store([
            .. message.Select(kept =>
            {
                AlertDelivery now = After(To(kept, channel), result, again, alone: message.Count == 1);
                return _alerts[kept.Alert.Event].With(now with { At = _clock.GetUtcNow() });
            }),
        ]);
    }

    private static AlertDelivery To(KeptAlert kept, string channel) =>
        kept.Deliveries.First(one => one.Channel == channel);

    private static AlertDelivery After(AlertDelivery before, AlertResult result, DateTimeOffset? again, bool alone) =>
        result switch
        {
            AlertResult.Sent => before with { State = AlertState.Sent, NotBefore = null, Words = null },
            AlertResult.Later wait => before with { Tries = before.Tries + 1, NotBefore = again, Words = wait.Words },
            AlertResult.Refused no when alone => before with
            {
                State = AlertState.Refused,
                NotBefore = null,
                Words = no.Words,
            },
            // One of them may be at fault: each has to be tried by itself.
            AlertResult.Refused no => before with { Tries = Math.Max(before.Tries, AlertDue.Alone), Words = no.Words },
            _ => throw new InvalidOperationException(result.GetType().Name),
        };

    /// <summary>Writes what the disk did not take, gives up what was tried too long, and forgets what is old.</summary>
    private void Tidy()
    {
        DateTimeOffset now = _clock.GetUtcNow();
        lock (_gate)
        {
            Store([.. _unwritten.Select(happened => _alerts[happened])]);
            foreach (KeptAlert kept in _alerts.Values.ToArray())
            {
                bool waits = kept.Deliveries.Any(one => one.State is AlertState.Waiting);
                if (waits && kept.KeptAt < now - Tried)
                {
                    Store([kept with { Deliveries = [.. kept.Deliveries.Select(one => GivenUp(one, now))] }]);
                }
                else if (!waits && kept.Alert.At < now - Kept && kept.KeptAt < now - Tried)
                {
                    _folder.Delete(kept.Alert.Event);
                    _alerts.Remove(kept.Alert.Event);
                }
            }
        }
    }

    private static AlertDelivery GivenUp(AlertDelivery one, DateTimeOffset now) =>
        one.State is AlertState.Waiting
            ? one with
            {
                State = AlertState.Refused,
                At = now,
                Words = Say.Texts.Get("Gave_Up", (int)Tried.TotalDays, one.Words ?? "-"),
            }
            : one;

    /// <summary>
    /// In memory first, and all of them: should the disk fail, this process still knows what was sent and does not send it
    /// again.
    /// </summary>
    private void Store(IReadOnlyList<KeptAlert> alerts)
    {
        foreach (KeptAlert kept in alerts)
        {
            _alerts[kept.Alert.Event] = kept;
            _unwritten.Add(kept.Alert.Event);
        }

        foreach (KeptAlert kept in alerts)
        {
            _folder.Write(kept);
            _unwritten.Remove(kept.Alert.Event);
        }
    }
}
