using Microsoft.Extensions.DependencyInjection;

namespace Reprieve.Server.Watching;

/// <summary>What watching mailboxes needs of the server.</summary>
internal static class WatchingServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<MailReading>();
        services.AddSingleton<CaseMatches>();
        services.AddSingleton<ArrivalAlerts>();
        services.AddSingleton<ArrivalRound>();
        services.AddSingleton<ArrivalDesk>();
        services.AddSingleton<MailboxWatching>();
        services.AddHostedService(all => all.GetRequiredService<MailboxWatching>());
    }
}
