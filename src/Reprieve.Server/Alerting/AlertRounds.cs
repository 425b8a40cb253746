using Microsoft.Extensions.Hosting;

namespace Reprieve.Server.Alerting;

/// <summary>Sends alerts: at once when one is raised, and every few seconds what has to be tried again or had to wait.</summary>
internal sealed class AlertRounds(AlertDesk desk, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using ITimer timer = clock.CreateTimer(_ => desk.Wake(), null, Every, Every);
        desk.Wake();
        while (!stoppingToken.IsCancellationRequested)
        {
            await desk.WokenAsync(stoppingToken);
            await desk.TickAsync(stoppingToken);
        }
    }
}
