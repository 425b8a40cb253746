using Microsoft.Extensions.DependencyInjection;
using Reprieve.Alerts;
using Reprieve.Alerts.Tests.Sending;
using Reprieve.Server.Alerting;
using Reprieve.Server.Hosting;

namespace Reprieve.Server.Tests.Alerting;

/// <summary>A workbench with a program of one's own and a group of Feishu as channels, both on this machine.</summary>
internal sealed class AlertingServer : IAsyncDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AlertingServer(RunningServer server) => Server = server;

    public RunningServer Server { get; }

    public StandIn Program { get; } = new(ServiceRules.Of(AlertKind.Webhook));

    public StandIn Group { get; } = new(ServiceRules.Of(AlertKind.Feishu));

    public AlertDesk Desk => Server.Services.GetRequiredService<AlertDesk>();

    public static async Task<AlertingServer> StartAsync(PublicAddress? open = null)
    {
        var alerting = new AlertingServer(await RunningServer.StartAsync(open: open));
        await alerting.AddAsync(AlertKind.Webhook, alerting.Program, ServiceRules.Secret);
        await alerting.AddAsync(AlertKind.Feishu, alerting.Group);
        return alerting;
    }

    public Alert Alert(string happened, string? path = null) =>
        new()
        {
            Event = happened,
            At = Server.Clock.GetUtcNow(),
            Link = path is null ? null : Desk.Link(path),
            Texts = new Dictionary<string, AlertText>(StringComparer.Ordinal)
            {
                ["en"] = new("Amazon asks for more", "An invoice is missing.", "Send it."),
            },
        };

    /// <summary>Waits until all that is due went out.</summary>
    public Task SettleAsync() => Desk.TickAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Program.Dispose();
        Group.Dispose();
    }

    private async Task AddAsync(AlertKind kind, StandIn service, string? secret = null)
    {
        var channel = new AlertChannel
        {
            Id = Guid.CreateVersion7(Server.Clock.GetUtcNow()).ToString(),
            Name = kind.ToString(),
            Kind = kind,
            Address = service.Address,
            Secret = secret,
        };
        await Server.Workbench.AlertChannels.SaveAsync(channel, Cancel);
        await Desk.LoadAsync(Cancel);
    }
}
