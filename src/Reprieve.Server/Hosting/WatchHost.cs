using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reprieve.Server.Alerting;
using Reprieve.Server.Desk;
using Reprieve.Server.Selling;
using Reprieve.Server.Selling.ByHand;
using Reprieve.Server.Selling.Notifying;
using Reprieve.Server.Watching;
using Reprieve.Storage;

namespace Reprieve.Server.Hosting;

/// <summary>Watches the mailboxes of a workbench and its accounts at Amazon, moves its cases and alerts, without pages.</summary>
public sealed class WatchHost : IAsyncDisposable
{
    private readonly IHost _host;

    private WatchHost(IHost host) => _host = host;

    internal IServiceProvider Services => _host.Services;

    /// <summary>Begins to watch.</summary>
    /// <param name="told">Told of each mail that was sorted, and of each mailbox that was looked into.</param>
    public static async Task<WatchHost> StartAsync(
        Workbench workbench,
        ServerOptions options,
        TimeProvider clock,
        IProgress<WatchNews> told,
        CancellationToken cancel = default
    )
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging(logging =>
            logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
        );
        options = options with { Knowledge = DeskServices.KnowledgeOf(workbench, options).Knowledge };
        DeskServices.Add(builder.Services, workbench, options, clock);
        options.More?.Invoke(builder.Services);
        IHost host = builder.Build();
        host.Services.GetRequiredService<ArrivalRound>().Sorted = arrival => told.Report(new WatchNews.Mail(arrival));
        host.Services.GetRequiredService<MailboxWatching>().Looked = (mailbox, standing) =>
            told.Report(new WatchNews.Look(mailbox.Address, standing));
        host.Services.GetRequiredService<AccountWatching>().Looked = (connection, trouble) =>
            told.Report(new WatchNews.Account(connection.Name, trouble));
        host.Services.GetRequiredService<NotificationWatching>().Looked = (connection, standing) =>
            told.Report(new WatchNews.Notifications(connection.Name, standing));
        await host.Services.GetRequiredService<ClientShelf>().LoadAsync(cancel);
        await host.StartAsync(cancel);
        return new WatchHost(host);
    }

    /// <summary>
    /// Waits until each mailbox was looked into once, each queue emptied, and each account at Amazon looked at whose day it is, and
    /// what that brought was said to the channels.
    /// </summary>
    /// <returns>Whether every one could be gone through to its end.</returns>
    public async Task<bool> OnceAsync(CancellationToken cancel)
    {
        Task<bool> mailboxes = _host.Services.GetRequiredService<MailboxWatching>().OnceAsync(cancel);
        // What a notification tells has an account looked at, so the queues come first.
        bool good = await _host.Services.GetRequiredService<NotificationWatching>().OnceAsync(cancel);
        good &= await _host.Services.GetRequiredService<AccountWatching>().OnceAsync(cancel);
        good &= await mailboxes;
        await _host.Services.GetRequiredService<HandWatching>().OnceAsync(cancel);
        await _host.Services.GetRequiredService<AlertDesk>().TickAsync(cancel);
        return good;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }
}

/// <summary>What happens while mailboxes and accounts are watched.</summary>
public abstract record WatchNews
{
    private WatchNews() { }

    /// <summary>A mail was sorted.</summary>
    public sealed record Mail(Arrival Arrival) : WatchNews;

    /// <summary>An account at Amazon was looked at.</summary>
    /// <param name="Connection">What its owner calls the connection.</param>
    /// <param name="Trouble">Why nothing was seen, in words; null when it was.</param>
    public sealed record Account(string Connection, string? Trouble) : WatchNews;

    /// <summary>A queue of notifications was looked into.</summary>
    /// <param name="Connection">What its owner calls the connection.</param>
    public sealed record Notifications(string Connection, QueueStanding Standing) : WatchNews;

    /// <summary>A mailbox was looked into.</summary>
    public sealed record Look(string Mailbox, MailboxStanding Standing) : WatchNews;
}
