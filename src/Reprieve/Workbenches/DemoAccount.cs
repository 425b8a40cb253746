using Reprieve.Amazon;
using Reprieve.Amazon.Notifications;
using Reprieve.AmazonStandIn;
using Reprieve.Knowledge;
using Reprieve.Practices.Standing;
using Reprieve.Storage;

namespace Reprieve.Cli.Workbenches;

/// <summary>
/// The connected account of the demo: a stand-in for Amazon in memory, with an invented account whose shipments come later from week
/// to week. Nothing leaves the machine.
/// </summary>
internal sealed class DemoAccount : IDisposable
{
    private const string Application = "demo-application";
    private const string Secret = "demo";
    private const string KeyId = "DEMOKEY";
    private const string KeySecret = "demo";
    private const string Store = "amazon.com";
    private const string StoreId = "ATVPDKIKX0DER";
    private const int Seed = 11;
    private const int Orders = 1_200;
    private const int DaysSeen = 45;
    private const double LateNow = 0.036;
    private const double LateMoreEachDay = 0.0006;
    private const int ViolationSince = 4;

    /// <summary>Hours until the ship-by of orders that are not shipped.</summary>
    private static readonly double[] ShipIn = [-3.4, 5.4, 5.4, 5.4, 20];

    private readonly TimeProvider _clock;
    private readonly SellerAccount _seller;
    private readonly StandIn _amazon;
    private readonly QueueStandIn _queues;

    /// <param name="clock">The clock of the demo.</param>
    public DemoAccount(TimeProvider clock)
    {
        _clock = clock;
        _seller = SyntheticAccount.Make(Seed, Orders, clock.GetUtcNow());
        _seller.Data = _seller.Data with
        {
            Orders = [.. _seller.Data.Orders, .. Unshipped(_seller.Data.Orders)],
            Performance =
            [
                .. _seller.Data.Performance.Select(store =>
                    store with
                    {
                        LateShipments = new Share((int)(LateNow * 1_000), 1_000),
                        Violations = new Dictionary<string, int> { ["listingPolicyViolations"] = 2 },
                    }
                ),
            ],
        };
        _amazon = new StandIn(clock) { ReportTime = (TimeSpan.Zero, TimeSpan.Zero) };
        _amazon.AddApp(Application, Secret);
        _amazon.AddAccount(_seller);
        _queues = new QueueStandIn(clock) { Keys = { [KeyId] = new StandInKey(KeySecret) } };
    }

    /// <inheritdoc/>
    public void Dispose() => _queues.Dispose();

    /// <summary>Asks the stand-in.</summary>
    public AmazonEdge Edge(KnowledgeBase knowledge, TimeProvider clock) =>
        new(AmazonEdge.NewHttp(_amazon.Handler), knowledge, clock, queues: _queues);

    /// <summary>Connects the account for a client of its own, with what was seen of it on the days before.</summary>
    public async Task ConnectAsync(Workbench workbench, KnowledgeBase knowledge, CancellationToken cancel)
    {
        Client client = await workbench.Clients.SaveAsync(
            new Client(Guid.CreateVersion7(_clock.GetUtcNow()), Say.Get("Demo_Client")),
            cancel
        );
        var connection = new StoredConnection
        {
            Id = Guid.CreateVersion7(_clock.GetUtcNow()),
            Client = client.Id,
            Name = Say.Get("Demo_Connection"),
            Region = "na",
            ClientId = Application,
            ClientSecret = Secret,
            RefreshToken = _seller.RefreshTokens[0],
            SellerId = _seller.SellerId,
        };
        await workbench.Connections.SaveAsync(connection, cancel);
        AccountSnapshot now = await NowAsync(
            workbench.Connections.FolderOf(connection.Id),
            connection,
            knowledge,
            cancel
        );
        for (int ago = DaysSeen; ago > 0; ago--)
        {
            await workbench.Snapshots.KeepAsync(connection, [Earlier(now, ago)], cancel);
        }

        await TellAsync(workbench, connection, knowledge, cancel);
    }

    /// <summary>Has what happens at the account told, and tells of a listing that was taken out of the search.</summary>
    private async Task TellAsync(
        Workbench workbench,
        StoredConnection connection,
        KnowledgeBase knowledge,
        CancellationToken cancel
    )
    {
        AmazonEdge edge = Edge(knowledge, _clock);
        AmazonRegion region = knowledge.AmazonRegions.First(one => one.Code == connection.Region);
        var queue = new QueueConnection { KeyId = KeyId, KeySecret = KeySecret };
        QueueAddress address = await edge.MakeQueueAsync(region, "reprieve-demo", queue.Key, cancel);
        IReadOnlyList<SubscriptionOutcome> outcomes = await SubscriptionSetUp.RunAsync(
            edge.Open(connection.Opening),
            address,
            SubscriptionSetUp.Types(knowledge),
            [],
            cancel
        );
        queue = (queue with { Arn = address.Arn }).After(outcomes, _clock.GetUtcNow());
        await workbench.Connections.KeepQueueAsync(connection, queue, cancel);
        SellerListing listing = _seller.Data.Listings.First(one => one.MarketplaceId == StoreId) with
        {
            Discoverable = false,
            Issues = [new ListingIssue("18320", Say.Get("Demo_Issue"), "ERROR", [], [], ["SEARCH_SUPPRESSED"])],
        };
        _seller.Data = _seller.Data with
        {
            Listings =
            [
                .. _seller.Data.Listings.Select(one =>
                    one.Sku == listing.Sku && one.MarketplaceId == StoreId ? listing : one
                ),
            ],
        };
        new NotificationSender(_amazon, _queues, _clock).IssuesChanged(_seller.SellerId, listing);
    }

    private async Task<AccountSnapshot> NowAsync(
        string folder,
        StoredConnection connection,
        KnowledgeBase knowledge,
        CancellationToken cancel
    )
    {
        string place = Path.Combine(folder, "seen");
        AmazonAccount account = Edge(knowledge, _clock).Open(connection.Opening);
        StandingReport report = await StandingPull.RunAsync(account, place, null, cancel);
        StandingPull.Forget(place);
        ListingNumbers? listed = await ListingCount.OfAsync(account, _seller.SellerId, Store, cancel);
        return new SnapshotReader(knowledge).Read(report.Document!, report.At).First(one => one.Store == Store) with
        {
            Listings = new ListingCounts(listed?.Buyable, listed?.NotBuyable, listed?.NotDiscoverable),
        };
    }

    /// <summary>Orders that wait to be shipped: one is late, others are due today.</summary>
    private IEnumerable<SellerOrder> Unshipped(IReadOnlyList<SellerOrder> orders)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        SellerOrder like = orders.First(order => order is { ByAmazon: false, Status: "SHIPPED" });
        return ShipIn.Select(
            (hours, i) =>
                like with
                {
                    Id = FormattableString.Invariant($"111-0000000-{i + 1:0000000}"),
                    Purchased = now.AddDays(-2),
                    Updated = now.AddDays(-2),
                    Status = "UNSHIPPED",
                    Parcels = [],
                    ShipBy = new TimeWindow(now.AddDays(-2), now.AddHours(hours)),
                }
        );
    }

    /// <summary>The account as it stood some days ago.</summary>
    private static AccountSnapshot Earlier(AccountSnapshot now, int ago) =>
        now with
        {
            TakenAt = now.TakenAt.AddDays(-ago),
            Figures =
            [
                .. now.Figures.Select(figure =>
                    figure.Metric == "late_shipment_rate_30d"
                        ? figure with
                        {
                            Rate = LateNow - (LateMoreEachDay * ago),
                            Numerator = (int)((LateNow - (LateMoreEachDay * ago)) * 1_000),
                        }
                        : figure
                ),
            ],
            Counters =
                ago >= ViolationSince ? new Dictionary<string, int> { ["listingPolicyViolations"] = 0 } : now.Counters,
        };
}
