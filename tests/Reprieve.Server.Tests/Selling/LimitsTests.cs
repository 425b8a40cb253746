using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Reprieve.Server.Alerting;
using Reprieve.Server.Tests.Api;

namespace Reprieve.Server.Tests.Selling;

/// <summary>An account is warned of at limits of its own before Amazon's.</summary>
public sealed class LimitsTests : IAsyncLifetime
{
    private SellingServer _selling = null!;
    private string _page = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _selling = await SellingServer.StartAsync();
        _selling.Seller.Data = _selling.Seller.Data with
        {
            Performance =
            [
                .. _selling.Seller.Data.Performance.Select(store =>
                    store with
                    {
                        LateShipments = new AmazonStandIn.Share(31, 1_000),
                    }
                ),
            ],
        };
        await _selling.ConnectAsync();
        _page = $"/connections/{await _selling.IdAsync()}";
    }

    public ValueTask DisposeAsync() => _selling.DisposeAsync();

    [Fact]
    public async Task A_figure_that_keeps_Amazons_limit_and_misses_the_own_one_is_warned_of()
    {
        await _selling.LookedAsync();
        LateAlerts().ShouldBe(0);

        (HttpStatusCode status, string page) = await LimitAsync("3,0 %");
        status.ShouldBe(HttpStatusCode.OK);
        page.ShouldContain("Late shipment rate (30 days) is 3.1 %");
        page.ShouldContain("value=\"3\"");
        (await _selling.NextDayAsync()).ShouldBeTrue();
        LateAlerts().ShouldBe(1);

        (_, page) = await LimitAsync("");
        page.ShouldNotContain("Late shipment rate (30 days) is 3.1 %");
    }

    [Fact]
    public async Task A_changed_connection_keeps_its_limits()
    {
        await LimitAsync("3");

        await _selling.ConnectAsync(("sellerId", _selling.Seller.SellerId));

        (await _selling.PageAsync(_page)).ShouldContain("value=\"3\"");
    }

    [Theory]
    [InlineData("three")]
    [InlineData("-1")]
    [InlineData("101")]
    [InlineData("1e1")]
    public async Task What_is_no_rate_is_said_and_nothing_is_kept(string typed)
    {
        (HttpStatusCode status, string page) = await LimitAsync(typed);

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ShouldContain("enter a percentage from 0 to 100");
        (await _selling.Server.Workbench.Connections.AllAsync(Cancel)).Single().Limits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Programs_set_them_by_code_and_are_told_which_there_are()
    {
        using Asking program = await Asking.OfMachineAsync(_selling.Server);
        string path = "/api/v1" + _page + "/limits";

        (await program.SendAsync("PUT", path, new { limits = new { late_shipment_rate_30d = 0.03 } })).Dispose();
        (await _selling.PageAsync(_page)).ShouldContain("value=\"3\"");

        (await program.RefusalAsync("PUT", path, new { limits = new { luck = 0.03 } })).ShouldContain(
            "late_shipment_rate_30d"
        );
    }

    private Task<(HttpStatusCode Status, string Page)> LimitAsync(string typed) =>
        _selling.PostAsync(_page + "/limits", ("late_shipment_rate_30d", typed));

    private int LateAlerts() =>
        _selling
            .Server.Services.GetRequiredService<AlertDesk>()
            .All.Count(one => one.Alert.Event.Contains(":late_shipment_rate_30d:", StringComparison.Ordinal));
}
