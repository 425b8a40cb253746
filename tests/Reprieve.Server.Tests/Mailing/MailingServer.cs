using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Reprieve.Cases;
using Reprieve.MailFaults;
using Reprieve.Server.Mailing;
using Reprieve.Testing;

namespace Reprieve.Server.Tests.Mailing;

/// <summary>A workbench that sends to a mail server of this machine, with a case whose notice wants a mail.</summary>
internal sealed class MailingServer : IAsyncDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private readonly StrongBox<bool> _offline;

    private MailingServer(RunningServer server, StrongBox<bool> offline)
    {
        Server = server;
        _offline = offline;
    }

    public RunningServer Server { get; }

    public SmtpSink Sink { get; } = new();

    /// <summary>The case's page.</summary>
    public string Case { get; private set; } = "";

    public CaseId Id => new(Guid.Parse(Case["/cases/".Length..]));

    /// <summary>With the case, and a mailbox to send from.</summary>
    public static async Task<MailingServer> StartAsync()
    {
        var offline = new StrongBox<bool>();
        RunningServer server = await RunningServer.StartAsync(more: services =>
            services.AddSingleton(_ => offline.Value ? MailEnds.None : new MailEnds(SeedRun.Sender))
        );
        var mailing = new MailingServer(server, offline);
        await mailing.OpenCaseAsync();
        (await mailing.AddMailboxAsync("/mailboxes")).Dispose();
        return mailing;
    }

    /// <summary>Starts it again, without a network.</summary>
    public async Task GoOfflineAsync()
    {
        _offline.Value = true;
        await Server.RestartAsync();
        Server.Enter();
    }

    public Task<HttpResponseMessage> AddMailboxAsync(string page, int? port = null) =>
        Server.PostAsync(
            page,
            ("address", "owner@larkmoor-supply.example"),
            ("name", "Larkmoor Supply"),
            ("password", "a secret of the seller"),
            ("smtp", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port ?? Sink.Port}"))
        );

    public async Task<string> SendPageAsync() =>
        System.Net.WebUtility.HtmlDecode(await Server.PageAsync(Case + "/send"));

    public async Task<HttpResponseMessage> SendAsync(params (string, string)[] more) =>
        await Server.PostAsync(
            Case + "/mail",
            [("mailbox", await MailboxAsync()), ("by", "Dana Reyes"), ("sure", "yes"), .. more]
        );

    public async Task<HttpResponseMessage> WordAsync(string word, string because = "I looked.") =>
        await Server.PostAsync(Case + "/mail/word", ("word", word), ("because", because), ("by", "Dana Reyes"));

    /// <summary>What the next talk does; all later ones go well.</summary>
    public void Once(SinkStep at, SinkFault fault, bool keeps = false)
    {
        var orders = new Queue<SinkOrder>([new SinkOrder(at, fault, keeps)]);
        Sink.Order = () => orders.TryDequeue(out SinkOrder? order) ? order : SinkOrder.Well;
    }

    /// <summary>Waits until the history of the case says something.</summary>
    public async Task UntilAsync(string what)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await using IAsyncEnumerator<Storage.CaseNews> news = Server
            .Workbench.Feed.ReadAsync(stop.Token)
            .GetAsyncEnumerator(stop.Token);
        // Listens before it looks, so that nothing happens between the two.
        Task<bool> next = news.MoveNextAsync().AsTask();
        while ((await Server.Store.TimelineAsync(Id, cancel: Cancel)).All(entry => entry.What != what))
        {
            await next.WaitAsync(TimeSpan.FromMinutes(1), Cancel);
            next = news.MoveNextAsync().AsTask();
        }

        await stop.CancelAsync();
        await Task.WhenAny(next);
    }

    public async Task<CaseStage> StageAsync() => (await Server.Store.FindAsync(Id, Cancel))!.Record.Stage;

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Sink.Dispose();
    }

    public async Task<string> MailboxAsync() =>
        (await Server.Workbench.Mailboxes.OfAsync(null, Cancel)).Single().Id.ToString();

    private async Task OpenCaseAsync()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("reprieve-mailing-");
        string notice = Path.Combine(folder.FullName, "notice.eml");
        File.Copy(Path.Combine(Repository.Root, "tests", "Shared", "Fixtures", "notice-by-mail.eml"), notice);
        Case = await Server.OpenCaseAsync([
            notice,
            .. Directory
                .GetFiles(RunningServer.Sample("late-shipment"))
                .Where(file => !file.EndsWith("notice.eml", StringComparison.Ordinal)),
        ]);
        folder.Delete(recursive: true);
    }
}
