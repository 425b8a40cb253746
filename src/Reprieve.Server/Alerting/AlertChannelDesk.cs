using Reprieve.Alerts;
using Reprieve.Storage;

namespace Reprieve.Server.Alerting;

/// <summary>The channels as people change and try them.</summary>
internal sealed class AlertChannelDesk(Workbench workbench, AlertDesk desk, TimeProvider clock)
{
    /// <summary>The channel of an id; null when there is none that can be read.</summary>
    public AlertChannel? Find(Guid id) => desk.Channels.Channels.FirstOrDefault(one => one.Id == id.ToString());

    /// <summary>Keeps a channel; what it refused before is sent once more.</summary>
    /// <param name="id">The one that is changed; null for a new one.</param>
    /// <exception cref="AlertException">A part of it is none, or there is no such channel; in words.</exception>
    public async Task<AlertChannel> SaveAsync(Guid? id, AlertChannelEdit edit, CancellationToken cancel)
    {
        AlertChannel? known = id is { } one
            ? Find(one) ?? throw new AlertException(Say.Get("alert_channel_gone"))
            : null;
        AlertChannel channel = edit.On(known, clock);
        await workbench.AlertChannels.SaveAsync(channel, cancel);
        await desk.LoadAsync(cancel);
        if (known is not null)
        {
            desk.TryAgain(channel.Id);
        }

        return channel;
    }

    /// <summary>Forgets a channel with its secret, also one that cannot be read.</summary>
    public async Task RemoveAsync(Guid id, CancellationToken cancel)
    {
        await workbench.AlertChannels.RemoveAsync(id, cancel);
        await desk.LoadAsync(cancel);
    }

    /// <summary>Sends a trial now, whatever the hour; nothing is kept of it.</summary>
    /// <returns>What became of it; null where nothing is sent, as the workbench was started without a network.</returns>
    public Task<AlertResult?> TestAsync(AlertChannel channel, CancellationToken cancel) =>
        desk.SendNowAsync(
            channel,
            new Alert
            {
                Event = $"test/{Guid.NewGuid()}",
                At = clock.GetUtcNow(),
                Link = desk.Link("/alerts"),
                Texts = AlertWords.InEach(() =>
                    new(Say.Get("alert_test_title"), Say.Get("alert_test_text"), Say.Get("alert_test_do"))
                ),
            },
            cancel
        );
}
