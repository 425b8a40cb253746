using Microsoft.Extensions.DependencyInjection;
using Reprieve.AmazonStandIn;
using Reprieve.Server.Alerting;

namespace Reprieve.Server.Tests.Selling;

/// <summary>With the merchant token a look counts listings too.</summary>
public sealed class ListingsCountedTests : IAsyncLifetime
{
    private SellingServer _selling = null!;

    private int Counted => _selling.Calls.Count(call => call.Operation == "searchListingsItems");

    public async ValueTask InitializeAsync() => _selling = await SellingServer.StartAsync();

    public ValueTask DisposeAsync() => _selling.DisposeAsync();

    [Fact]
    public async Task Counts_are_on_the_page_with_their_course_and_many_that_go_at_once_alert()
    {
        Buyable(true);
        await ConnectAsync();
        string page = await PageAsync();
        page.ShouldContain("Can be bought");
        page.ShouldContain($"Can be bought: {_selling.Seller.Data.Listings.Count}");

        Buyable(false);
        (await _selling.NextDayAsync()).ShouldBeTrue();
        (await _selling.NextDayAsync()).ShouldBeTrue();

        page = await PageAsync();
        page.ShouldContain("Listings that can be bought fell from");
        page.ShouldContain("Can be bought: 0");
        _selling
            .Server.Services.GetRequiredService<AlertDesk>()
            .All.Count(kept => kept.Alert.Event.Contains("listings_dropped", StringComparison.Ordinal))
            .ShouldBe(1);
    }

    [Fact]
    public async Task Without_the_token_nothing_is_counted_and_nothing_is_wrong()
    {
        await _selling.ConnectAsync();
        (await _selling.LookedAsync()).ShouldBeTrue();

        Counted.ShouldBe(0);
        (await PageAsync()).ShouldContain("counted too when the connection has the merchant token");
    }

    [Fact]
    public async Task Where_they_may_not_be_counted_the_figures_are_seen_all_the_same()
    {
        _selling.Seller.Roles.Remove(Roles.Listings);
        await ConnectAsync();

        string page = await PageAsync();
        page.ShouldContain("Amazon did not let them be counted");
        page.ShouldContain("Order defect rate");
        page.ShouldNotContain("The account cannot be looked at");
    }

    private async Task ConnectAsync()
    {
        await _selling.ConnectAsync(("sellerId", _selling.Seller.SellerId));
        (await _selling.LookedAsync()).ShouldBeTrue();
    }

    private async Task<string> PageAsync() => await _selling.PageAsync($"/connections/{await _selling.IdAsync()}");

    private void Buyable(bool buyable) =>
        _selling.Seller.Data = _selling.Seller.Data with
        {
            Listings =
            [
                .. _selling.Seller.Data.Listings.Select(listing =>
                    listing with
                    {
                        Buyable = buyable,
                        Discoverable = true,
                    }
                ),
            ],
        };
}
