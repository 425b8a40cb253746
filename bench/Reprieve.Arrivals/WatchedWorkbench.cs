using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Mail;
using Reprieve.Mail.Connecting;
using Reprieve.Notices;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Mailing;
using Reprieve.Storage;

namespace Reprieve.Arrivals;

/// <summary>Workbenches whose mailbox lies at a Dovecot of ours.</summary>
internal static class WatchedWorkbench
{
    public const string Address = "seller@example.com";
    private const string Who = "Dana Reyes";

    /// <summary>How a mail server with this certificate is reached.</summary>
    public static MailEnds Ends(X509Certificate2 certificate) =>
        new((clock, renewed) => new MailSender(clock) { Renewed = renewed })
        {
            Watcher = one => new MailboxWatcher(
                one.Account,
                one.Book,
                one.Taker,
                one.Knowledge,
                one.Options,
                one.Clock,
                new MailEdge { AlsoTrusted = certificate }
            ),
        };

    /// <summary>Mail servers may be asked, but there is none to ask.</summary>
    public static MailEnds Nothing { get; } =
        new((_, _) => throw new InvalidOperationException("no mail is sent here"))
        {
            Watcher = _ => throw new InvalidOperationException("no mailbox is watched here"),
        };

    public static ServerOptions Options(string folder, IDkimKeys keys, MailEnds ends) =>
        new()
        {
            Knowledge = KnowledgeLoader.BuiltIn,
            Keys = keys,
            StateFolder = Path.Combine(folder, "server"),
            Mail = ends,
        };

    /// <summary>A mailbox there that is watched.</summary>
    public static Storage.Mailbox Mailbox(MailServer server, Guid? client = null) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Client = client,
            Address = Address,
            Password = "secret",
            Smtp = server,
            Imap = server,
            Watch = true,
        };

    /// <summary>A data folder with the cases of a scenario, each of which sent its first answer.</summary>
    public static async Task MakeAsync(string folder, Scenario scenario, ServerOptions options, TimeProvider clock)
    {
        await using Workbench workbench = await Workbench.OpenAsync(new WorkbenchOptions { Folder = folder }, clock);
        await using WatchHost host = await WatchHost.StartAsync(workbench, options, clock, new Silence());
        CaseDesk desk = host.Services.GetRequiredService<CaseDesk>();
        foreach (Awaited one in scenario.Cases)
        {
            StoredCase opened = await workbench.Cases.AddAsync(one.Name, Who);
            using var notice = new MemoryStream(one.Notice);
            using var plan = new MemoryStream("We are sorry. The cause was a carrier. We changed it."u8.ToArray());
            await workbench.Cases.PutFileAsync(opened.Id, "notice.eml", notice, Who);
            await workbench.Cases.PutFileAsync(opened.Id, CasePaths.RoundsName + "/1/plan.txt", plan, Who);
            await desk.SettledAsync(opened.Id, Who);
        }
    }

    /// <summary>Has a mailbox watched, in place of any other.</summary>
    public static async Task WatchAsync(Workbench workbench, MailServer server)
    {
        foreach (Storage.Mailbox old in await workbench.Mailboxes.OfAsync(null))
        {
            await workbench.Mailboxes.SaveAsync(old with { Imap = server, Smtp = server });
            return;
        }

        await workbench.Mailboxes.SaveAsync(Mailbox(server));
    }

    internal sealed class Silence : IProgress<WatchNews>
    {
        public void Report(WatchNews value) { }
    }
}
