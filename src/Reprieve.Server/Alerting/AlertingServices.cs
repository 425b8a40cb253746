using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reprieve.Alerts;
using Reprieve.Server.Hosting;
using Reprieve.Storage;

namespace Reprieve.Server.Alerting;

/// <summary>What alerts need of the server.</summary>
internal static class AlertingServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(Desk);
        services.AddHostedService<AlertRounds>();
    }

    private static AlertDesk Desk(IServiceProvider services)
    {
        ServerOptions options = services.GetRequiredService<ServerOptions>();
        return new AlertDesk(
            services.GetRequiredService<Workbench>(),
            options.IsOffline ? null : new AlertSender(options.Knowledge, services.GetRequiredService<TimeProvider>()),
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
