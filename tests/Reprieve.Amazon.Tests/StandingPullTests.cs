using Reprieve.AmazonStandIn;
using Reprieve.Pulls;

namespace Reprieve.Amazon.Tests;

public sealed class StandingPullTests : IDisposable
{
    private readonly AccountUnderTest _account = FaultyPull.Account();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(_account.Folder, "standing");

    public void Dispose() => _account.Dispose();

    [Fact]
    public void Amazon_s_own_figures_come_by_one_report_and_the_same_until_it_is_forgotten()
    {
        StandingReport first = Pull();
        StandingReport again = Pull();

        first.Document.ShouldNotBeNull().ShouldBe(again.Document);
        again.At.ShouldBe(first.At);
        _account.StandIn.Reports.ShouldHaveSingleItem().Type.ShouldBe("GET_V2_SELLER_PERFORMANCE_REPORT");

        StandingPull.Forget(Folder);
        StandingPull.Forget(Folder);
        Directory.Exists(Folder).ShouldBeFalse();
        Pull().Document.ShouldNotBeNull();
        _account.StandIn.Reports.Count.ShouldBe(2);
    }

    [Fact]
    public void One_that_was_stopped_goes_on_with_the_report_that_was_made()
    {
        _account.StandIn.ReportTime = (TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10));
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(5), _account.Time);
        Should.Throw<OperationCanceledException>(() => Pull(stop.Token));
        _account.StandIn.Reports.Count.ShouldBe(1);

        Pull().Document.ShouldNotBeNull();
        _account.StandIn.Reports.Count.ShouldBe(1);
    }

    [Fact]
    public void A_report_of_another_day_is_not_gone_on_with()
    {
        StandingReport first = Pull();
        _account.Time.Run(() => Task.Delay(TimeSpan.FromHours(21), _account.Time, Cancel));

        Pull().At.ShouldBeGreaterThan(first.At);
        _account.StandIn.Reports.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void When_Amazon_tells_that_the_report_is_ready_it_is_fetched_at_once(bool told)
    {
        _account.StandIn.ReportTime = (TimeSpan.FromSeconds(61), TimeSpan.Zero);
        AmazonAccount account = _account.Open(_account.Own);
        _account.Time.Run(async () =>
        {
            Task<StandingReport> pulling = StandingPull.RunAsync(account, Folder, null, Cancel);
            await Task.Delay(TimeSpan.FromSeconds(65), _account.Time, Cancel);
            if (told)
            {
                account.Edge.ReportFinished("of somebody else");
                account.Edge.ReportFinished(_account.StandIn.Reports.Single().Id);
            }

            await pulling;
        });

        TimeSpan taken = _account.Time.GetUtcNow() - AccountUnderTest.Begin;
        (taken > TimeSpan.FromSeconds(66)).ShouldBe(!told, taken.ToString());
    }

    [Fact]
    public void A_refusal_names_the_role_and_the_next_one_asks_anew()
    {
        _account.Seller.Roles.Remove(Roles.SellingPartnerInsights);
        AmazonException refused = Should.Throw<AmazonException>(() => Pull());
        refused.Message.ShouldContain("Selling Partner Insights");
        refused.Passes.ShouldBeFalse();

        _account.Seller.Roles.Add(Roles.SellingPartnerInsights);
        Pull().Document.ShouldNotBeNull();
    }

    private StandingReport Pull(CancellationToken? cancel = null) =>
        _account.Time.Run(() => StandingPull.RunAsync(_account.Open(_account.Own), Folder, null, cancel ?? Cancel));
}
