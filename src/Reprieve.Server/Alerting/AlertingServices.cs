using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reprieve.Alerts;
using Reprieve.Server.Hosting;
using Reprieve.Server.Mailing;
using Reprieve.Storage;

namespace Reprieve.Server.Alerting;

/// <summary>What alerts need of the server.</summary>
internal static class AlertingServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(Desk);
        services.AddSingleton<AlertChannelDesk>();
        services.AddHostedService<AlertRounds>();
        services.AddHostedService<CaseRounds>();
    }

    private static AlertDesk Desk(IServiceProvider services)
    {
        ServerOptions options = services.GetRequiredService<ServerOptions>();
        Workbench workbench = services.GetRequiredService<Workbench>();
        TimeProvider clock = services.GetRequiredService<TimeProvider>();
        var mail = new AlertMailbox(workbench, services.GetRequiredService<MailEnds>(), options.Knowledge, clock);
        return new AlertDesk(
            workbench,
            options.IsOffline ? null : new AlertSender(options.Knowledge, clock, mail),
            () => options.Public?.Address ?? Loopback(services.GetService<IServer>()),
            services.GetRequiredService<ILogger<AlertDesk>>()
        );
    }

    /// <summary>The address on this machine, which comes first; none before the server listens, and where there is none.</summary>
    private static Uri? Loopback(IServer? server) =>
        server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
            ? new Uri(address)
            : null;
}
