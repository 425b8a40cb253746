using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Reprieve.Alerts;
using Reprieve.Storage;

namespace Reprieve.Server.Alerting;

/// <summary>The alerts of a workbench: what raises one comes here, and from here they go to the channels.</summary>
/// <param name="sender">Brings messages to the services; null where the network may not be used. Disposed with the desk.</param>
/// <param name="root">Where people open the workbench; null while nobody can.</param>
internal sealed partial class AlertDesk(
    Workbench workbench,
    AlertSender? sender,
    Func<Uri?> root,
    ILogger<AlertDesk> log
) : IDisposable
{
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    private readonly Lock _gate = new();
    private AlertBook? _book;
    private bool _over;
    private volatile string? _said;
    private volatile KeptChannels _channels = new([], []);

    /// <summary>The channels, and those that cannot be read.</summary>
    public KeptChannels Channels => _channels;

    /// <summary>Whether nothing is sent: alerts are kept until the workbench is started with a network.</summary>
    public bool IsOffline => sender is null;

    /// <summary>What is wrong with the keeping of alerts, in words; null when nothing is.</summary>
    public string? Fault => _said ?? Try(() => Book().Faults is [string first, ..] ? first : null);

    /// <summary>Every alert of the last 90 days, the newest first; none where they cannot be read.</summary>
    public IReadOnlyList<KeptAlert> All => Try(() => Book().All()) ?? [];

    /// <summary>Reads the channels; to be done once before anything is raised, and after each change of them.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        try
        {
            _channels = await workbench.AlertChannels.AllAsync(cancel);
        }
        catch (StorageException fault)
        {
            Complain(fault.Message);
        }
    }

    /// <summary>
    /// Tells all channels there are, once for each event; may be called from any thread. A fault of the disk or of the alert is
    /// written to the log and stops nobody.
    /// </summary>
    public void Raise(Alert alert)
    {
        try
        {
            Book().Add(alert, _channels.Channels);
            Wake();
        }
        catch (Exception fault) when (IsOfKeeping(fault))
        {
            NotKept(alert.Event, fault.Message);
        }
    }

    /// <summary>The whole address of a page.</summary>
    /// <param name="path">Begins with a slash.</param>
    /// <returns>By the public address, else by that of this machine; null where nobody can open the workbench.</returns>
    public Uri? Link(string path) => root() is { } at ? new Uri(at, path) : null;

    /// <summary>Sends once more what a channel refused, after a person changed something.</summary>
    /// <exception cref="AlertException">The disk does not take it.</exception>
    /// <exception cref="StorageException">The alerts cannot be opened.</exception>
    public void TryAgain(string channel)
    {
        Book().TryAgain(channel);
        Wake();
    }

    /// <summary>Sends one alert to one channel now, without keeping it.</summary>
    /// <returns>What became of it; null where the network may not be used.</returns>
    public async Task<AlertResult?> SendNowAsync(AlertChannel channel, Alert alert, CancellationToken cancel) =>
        sender is null ? null : await sender.SendAsync(channel, [alert], cancel);

    /// <summary>Looks at what is due now.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>Waits until somebody wakes it.</summary>
    public async Task WokenAsync(CancellationToken cancel) => await _wake.Reader.ReadAsync(cancel);

    /// <summary>Sends what is due; a fault of the disk is written to the log.</summary>
    public async Task TickAsync(CancellationToken cancel)
    {
        if (sender is null)
        {
            return;
        }

        try
        {
            await Book().TickAsync(_channels.Channels, sender, cancel);
            _said = null;
        }
        catch (Exception fault) when (IsOfKeeping(fault))
        {
            Complain(fault.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _over = true;
            _book?.Dispose();
            _book = null;
        }

        sender?.Dispose();
    }

    /// <summary>The book; opened when it is first asked for, and again where that failed.</summary>
    private AlertBook Book()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_over, this);
            return _book ??= workbench.OpenAlerts();
        }
    }

    private T? Try<T>(Func<T> ask)
        where T : class?
    {
        try
        {
            return ask();
        }
        catch (Exception fault) when (IsOfKeeping(fault))
        {
            Complain(fault.Message);
            return null;
        }
    }

    private static bool IsOfKeeping(Exception fault) =>
        fault is AlertException or StorageException or ObjectDisposedException;

    /// <summary>Said once, however often it is tried.</summary>
    private void Complain(string problem)
    {
        if (_said != problem)
        {
            _said = problem;
            Unusable(problem);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The alert {Event} could not be kept: {Problem}")]
    private partial void NotKept(string @event, string problem);

    [LoggerMessage(2, LogLevel.Error, "Alerts cannot be sent: {Problem}")]
    private partial void Unusable(string problem);
}
