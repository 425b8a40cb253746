using Reprieve.AmazonStandIn;
using Reprieve.Knowledge;
using Reprieve.Pulls;

namespace Reprieve.Amazon.Tests;

/// <summary>How long a first pull takes, in simulated time, against what Amazon's limits allow at best.</summary>
public sealed class FullPullTests
{
    private const double Tolerance = 1.1;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Twenty_thousand_orders_take_no_longer_than_the_limits_demand_and_exceed_none()
    {
        const int Orders = 20_000;
        using var account = new AccountUnderTest(
            SyntheticAccount.Make(7, Orders, AccountUnderTest.Begin, days: 60, merchantShare: 1)
        );
        PullResult pulled = account.Time.Run(() =>
            PullAsync(account.Open(account.Own), account.Seller, account.Folder)
        );

        pulled.Troubles.ShouldBeEmpty();
        account.StandIn.Exceeded.ShouldBeEmpty();
        Limit search = account.StandIn.LimitOf("searchOrders").ShouldNotBeNull();
        double least = ((Orders / 100.0) - search.Burst) / search.Rate;
        (account.Time.Elapsed.TotalSeconds / least).ShouldBeInRange(1, Tolerance);
    }

    [Fact]
    public void Ten_accounts_of_one_application_are_served_alike()
    {
        const int Orders = 3_000;
        SellerAccount[] sellers =
        [
            .. Enumerable
                .Range(1, 10)
                .Select(seed =>
                    SyntheticAccount.Make(seed, Orders, AccountUnderTest.Begin, days: 60, merchantShare: 1)
                ),
        ];
        using var first = new AccountUnderTest(sellers[0]);
        foreach (SellerAccount other in sellers.Skip(1))
        {
            first.StandIn.AddAccount(other);
        }

        var edge = new AmazonEdge(
            AmazonEdge.NewHttp(first.StandIn.Handler),
            KnowledgeLoader.BuiltIn,
            first.Time,
            new Random(1)
        );
        TimeSpan[] took = first.Time.Run(() =>
            Task.WhenAll(
                sellers.Select(async seller =>
                {
                    AmazonConnection own = AccountUnderTest.Connection with { RefreshToken = seller.RefreshTokens[0] };
                    await PullAsync(edge.Open(own), seller, Path.Combine(first.Folder, seller.SellerId));
                    return first.Time.Elapsed;
                })
            )
        );

        first.StandIn.Exceeded.ShouldBeEmpty();
        Limit search = first.StandIn.LimitOf("searchOrders").ShouldNotBeNull();
        double least = ((Orders / 100.0) - search.Burst) / search.Rate;
        // A search for each of the nine spans may end with a page that is not full.
        double spare = 9 / search.Rate;
        took.Max().TotalSeconds.ShouldBeLessThan((least * Tolerance) + spare);
        (took.Max() / took.Min()).ShouldBeLessThan(1.5);
    }

    private static async Task<PullResult> PullAsync(AmazonAccount account, SellerAccount seller, string folder)
    {
        using AccountPull pull = await AccountPull.OpenAsync(
            account,
            folder,
            wish: new PullWish(seller.SellerId),
            cancel: Cancel
        );
        return await pull.RunAsync(null, Cancel);
    }
}
