using Microsoft.Extensions.DependencyInjection;
using Reprieve.Knowledge;
using Reprieve.Server.Alerting;
using Reprieve.Server.Desk;
using Reprieve.Server.Mailing;
using Reprieve.Server.Selling;
using Reprieve.Server.Watching;
using Reprieve.Storage;

namespace Reprieve.Server.Hosting;

/// <summary>What works on cases by itself, with pages before it or without.</summary>
internal static class DeskServices
{
    public static void Add(IServiceCollection services, Workbench workbench, ServerOptions options, TimeProvider clock)
    {
        services.AddSingleton(options);
        services.AddSingleton(clock);
        services.AddSingleton(workbench);
        services.AddSingleton<CaseDesk>();
        services.AddSingleton(new ClientShelf(workbench.Clients));
        services.AddSingleton(options.IsOffline ? MailEnds.None : options.Mail);
        AlertingServices.Add(services);
        WatchingServices.Add(services);
        SellingServices.Add(services, options);
    }

    /// <summary>The knowledge of these options with the workbench's own entries laid over it, and what of these is at fault.</summary>
    public static (OwnEntries Own, KnowledgeBase Knowledge, IReadOnlyList<KnowledgeProblem> LeftOut) KnowledgeOf(
        Workbench workbench,
        ServerOptions options
    )
    {
        var own = new OwnEntries(workbench.KnowledgeFolder, options.KnowledgeFolder);
        (KnowledgeBase knowledge, IReadOnlyList<KnowledgeProblem> leftOut) =
            own.All.Count == 0 ? (options.Knowledge, []) : own.Load();
        return (own, knowledge, leftOut);
    }
}
