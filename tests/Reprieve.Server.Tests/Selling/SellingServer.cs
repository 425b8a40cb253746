using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Reprieve.Amazon;
using Reprieve.AmazonStandIn;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Server.Selling;
using Reprieve.Server.Selling.Notifying;

namespace Reprieve.Server.Tests.Selling;

/// <summary>A workbench that asks a stand-in for Amazon, with an application and an account there.</summary>
internal sealed class SellingServer : IAsyncDisposable
{
    public const string App = "our-app";
    public const string Secret = "our-secret-of-the-application";

    public static readonly StandInKey AwsKey = new("a-secret-of-the-key");
    public const string AwsKeyId = "AKIDOFASELLER";

    /// <summary>A minute and more; nothing here takes so long.</summary>
    private const int MostTurns = 4_000;

    private StandIn? _standIn;
    private QueueStandIn? _queues;
    private readonly HttpMessageHandler? _instead;

    private SellingServer(HttpMessageHandler? instead) => _instead = instead;

    public SellerAccount Seller { get; } =
        SyntheticAccount.Make(3, 40, new DateTimeOffset(2026, 10, 2, 15, 0, 0, TimeSpan.Zero));

    public string Token => Seller.RefreshTokens[0];

    public RunningServer Server { get; private set; } = null!;

    /// <summary>How long a report waits at Amazon.</summary>
    public TimeSpan ReportTime { get; private init; }

    /// <summary>Reports that were made.</summary>
    public IReadOnlyList<CreatedReport> Reports => _standIn?.Reports ?? [];

    /// <summary>The queues of the seller's AWS account.</summary>
    public QueueStandIn Queues => _queues!;

    /// <summary>Where Amazon is.</summary>
    public StandIn Amazon => _standIn!;

    /// <summary>Sends what Amazon tells.</summary>
    public NotificationSender Sender => field ??= new NotificationSender(Amazon, Queues, Server.Clock);

    /// <summary>What Amazon was asked, in order.</summary>
    public IReadOnlyList<LoggedCall> Calls => _standIn?.Calls ?? [];

    /// <param name="instead">What is asked instead of the stand-in; one that delegates, and has nobody to, delegates to the stand-in.</param>
    /// <param name="reportTime">How long a report waits at Amazon.</param>
    public static async Task<SellingServer> StartAsync(
        HttpMessageHandler? instead = null,
        TimeSpan reportTime = default
    )
    {
        var selling = new SellingServer(instead) { ReportTime = reportTime };
        selling.Server = await RunningServer.StartAsync(amazon: selling.Edge);
        return selling;
    }

    /// <summary>Fills the form and presses the button.</summary>
    /// <returns>The status and the page that is shown then.</returns>
    public Task<(HttpStatusCode Status, string Page)> ConnectAsync(params (string Name, string Value)[] more) =>
        PostAsync(
            "/connections",
            [
                .. new (string Name, string Value)[]
                {
                    ("name", "Northfold"),
                    ("region", "na"),
                    ("clientId", App),
                    ("clientSecret", Secret),
                    ("refreshToken", Token),
                }.Where(field => more.All(other => other.Name != field.Name)),
                .. more,
            ]
        );

    public async Task<(HttpStatusCode Status, string Page)> PostAsync(string path, params (string, string)[] fields)
    {
        using HttpResponseMessage answer = await Server.PostAsync(path, fields);
        string page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, WebUtility.HtmlDecode(page));
    }

    public async Task<string> PageAsync(string path) => WebUtility.HtmlDecode(await Server.PageAsync(path));

    public async Task<Guid> IdAsync() =>
        (await Server.Workbench.Connections.OfAsync(null, TestContext.Current.CancellationToken)).Single().Id;

    /// <summary>Waits until every account was looked at whose time it is.</summary>
    /// <param name="passing">Whether the server's clock goes on meanwhile, where Amazon is asked more often than it allows at once.</param>
    public async Task<bool> LookedAsync(bool passing = false)
    {
        AccountWatching watching = Server.Services.GetRequiredService<AccountWatching>();
        Task<bool> looked = watching.OnceAsync(TestContext.Current.CancellationToken);
        if (passing)
        {
            await PassingAsync(looked);
        }

        return await looked;
    }

    /// <summary>The next day's look.</summary>
    public Task<bool> NextDayAsync()
    {
        Server.Clock.Advance(TimeSpan.FromHours(25));
        return LookedAsync();
    }

    /// <summary>Waits until what comes into a case has come; what waits for Amazon on the way waits by the server's clock.</summary>
    public async Task PulledAsync(CaseId id)
    {
        Task ends = Server.Services.GetRequiredService<CasePulls>().EndedAsync(id);
        while (await Task.WhenAny(ends, Task.Delay(20, TestContext.Current.CancellationToken)) != ends)
        {
            Server.Clock.Advance(TimeSpan.FromSeconds(15));
        }

        await ends;
    }

    /// <summary>Fills the form of notifications and presses the button.</summary>
    public async Task<(HttpStatusCode Status, string Page)> NotifiedAsync(params (string Name, string Value)[] more) =>
        await PressAsync(
            $"/connections/{await IdAsync()}/notifications",
            [
                .. new (string Name, string Value)[] { ("keyId", AwsKeyId), ("keySecret", AwsKey.Secret) }.Where(
                    field => more.All(other => other.Name != field.Name)
                ),
                .. more,
            ]
        );

    /// <summary>Presses a button behind which Amazon may be waited for, by the server's clock.</summary>
    public async Task<(HttpStatusCode Status, string Page)> PressAsync(string path, params (string, string)[] fields)
    {
        Task<(HttpStatusCode Status, string Page)> pressed = PostAsync(path, fields);
        await PassingAsync(pressed);
        return await pressed;
    }

    /// <summary>Waits until the queue brought so many notifications, by the server's clock.</summary>
    public async Task TakenAsync(int notifications)
    {
        NotificationWatching watching = Server.Services.GetRequiredService<NotificationWatching>();
        Guid id = await IdAsync();
        for (int turns = 0; !(watching.StandingOf(id)?.Taken >= notifications); turns++)
        {
            turns.ShouldBeLessThan(MostTurns, watching.StandingOf(id)?.Trouble ?? "no notification came");
            await PassAsync();
        }
    }

    /// <summary>Amazon's word for the account in its first store from now on.</summary>
    public void SetStatus(string status) =>
        Seller.Marketplaces = [Seller.Marketplaces[0] with { Status = status }, .. Seller.Marketplaces.Skip(1)];

    /// <summary>What waits in a queue waits by the server's clock, to the last.</summary>
    public async ValueTask DisposeAsync()
    {
        await PassingAsync(Server.DisposeAsync().AsTask());
        _queues?.Dispose();
    }

    private async Task PassingAsync(Task work)
    {
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, PassAsync());
        }

        await work;
    }

    /// <summary>A little of simulated time, ten times as long as it takes: what is given up after a time must not be for want of a processor.</summary>
    private async Task PassAsync()
    {
        await Task.Delay(20);
        Server.Clock.Advance(TimeSpan.FromMilliseconds(200));
    }

    private AmazonEdge Edge(KnowledgeBase knowledge, TimeProvider clock)
    {
        if (_standIn is null)
        {
            // A report is made at once where nothing is about waiting for it.
            _standIn = new StandIn(clock) { ReportTime = (ReportTime, TimeSpan.Zero) };
            _standIn.AddApp(App, Secret);
            _standIn.AddAccount(Seller);
        }

        if (_instead is DelegatingHandler { InnerHandler: null } around)
        {
            around.InnerHandler = _standIn.Handler;
        }

        _queues ??= new QueueStandIn(clock) { Keys = { [AwsKeyId] = AwsKey } };
        return new AmazonEdge(AmazonEdge.NewHttp(_instead ?? _standIn.Handler), knowledge, clock, queues: _queues);
    }
}
