using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Selling.ByHand;

/// <summary>Tells each day of the pages that nobody looked at yet. It asks nobody in the network.</summary>
internal sealed partial class HandWatching(
    Workbench workbench,
    CaseDesk desk,
    StandingAlerts alerts,
    TimeProvider clock,
    ILogger<HandWatching> log
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(30);

    /// <summary>Tells of those that are due now; of each once a day.</summary>
    public async Task OnceAsync(CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        foreach (StoredConnection watch in await workbench.Connections.ByHandAsync(cancel))
        {
            DateTimeOffset? last = await workbench.Snapshots.LastAsync(watch.Id, cancel);
            if (HandDay.Due(watch, last, desk.Knowledge, now) is { } day)
            {
                alerts.LookToday(watch, day, now);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do
            {
                await TryOnceAsync(stoppingToken);
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The next start goes on with it.
        }
    }

    private async Task TryOnceAsync(CancellationToken stop)
    {
        try
        {
            await OnceAsync(stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Failed(fault);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Pages that are to be looked at could not be told of")]
    private partial void Failed(Exception fault);
}
