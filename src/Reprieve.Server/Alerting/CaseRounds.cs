using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reprieve.Alerts;
using Reprieve.Cases;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Alerting;

/// <summary>Looks through the cases every hour for what shall alert; none is opened for it.</summary>
internal sealed partial class CaseRounds(
    Workbench workbench,
    CaseDesk cases,
    AlertDesk alerts,
    TimeProvider clock,
    IHostApplicationLifetime life,
    ILogger<CaseRounds> log
) : BackgroundService
{
    /// <summary>Those due first; a case of the rest has its turn when it comes nearer.</summary>
    public const int MostCases = 5_000;

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private static readonly IReadOnlyList<CaseStage> Stages =
    [
        CaseStage.Preparing,
        CaseStage.Ready,
        CaseStage.Sent,
        CaseStage.MoreInformation,
        CaseStage.Denied,
        CaseStage.Reinstated,
    ];

    /// <summary>One look at all cases.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var of = new CaseAlerts(cases.Knowledge, alerts.Link, now, clock.LocalTimeZone);
        (IReadOnlyList<CaseLine> lines, _) = await OpenCases.FirstAsync(workbench.Cases, Stages, MostCases, cancel);
        foreach (Alert alert in lines.SelectMany(of.Of))
        {
            alerts.Raise(alert);
        }

        var titles = lines.ToDictionary(line => line.Id, line => line.Title);
        foreach (CaseTask task in await workbench.Cases.DueTasksAsync(now + CaseAlerts.Soon, cancel))
        {
            if (titles.TryGetValue(task.Case, out string? title) && of.Of(task, title) is { } alert)
            {
                alerts.Raise(alert);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before the server listens, nobody knows by what address a page is found.
        var listens = new TaskCompletionSource();
        await using CancellationTokenRegistration started = life.ApplicationStarted.Register(listens.SetResult);
        await listens.Task.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(fault);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1, LogLevel.Error, "The cases could not be looked through for alerts")]
    private partial void Failed(Exception fault);
}
