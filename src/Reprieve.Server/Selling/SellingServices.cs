using Microsoft.Extensions.DependencyInjection;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Selling.ByHand;
using Reprieve.Server.Selling.Notifying;

namespace Reprieve.Server.Selling;

/// <summary>What asking Amazon needs of the server.</summary>
internal static class SellingServices
{
    public static void Add(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(all => new AmazonEnd(
            options.IsOffline
                ? null
                : options.Amazon?.Invoke(
                    all.GetRequiredService<CaseDesk>().Knowledge,
                    all.GetRequiredService<TimeProvider>()
                )
        ));
        services.AddSingleton<ConnectionDesk>();
        services.AddSingleton<BeforeNotice>();
        services.AddSingleton<HistoryOfCase>();
        services.AddSingleton<CasePulls>();
        services.AddHostedService(all => all.GetRequiredService<CasePulls>());
        services.AddSingleton<StandingAlerts>();
        services.AddSingleton<StatusCases>();
        services.AddSingleton<AccountLook>();
        services.AddSingleton<OrdersLook>();
        services.AddSingleton<AccountWatching>();
        services.AddHostedService(all => all.GetRequiredService<AccountWatching>());
        services.AddSingleton<HandDesk>();
        services.AddSingleton<HandWatching>();
        services.AddHostedService(all => all.GetRequiredService<HandWatching>());
        services.AddSingleton<ListingAlerts>();
        services.AddSingleton<NotificationSigns>();
        services.AddSingleton<NotificationWatching>();
        services.AddHostedService(all => all.GetRequiredService<NotificationWatching>());
        services.AddSingleton<QueueDesk>();
    }
}
