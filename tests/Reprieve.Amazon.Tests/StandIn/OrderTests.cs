using System.Text.Json;
using Reprieve.AmazonStandIn;

namespace Reprieve.Amazon.Tests.StandIns;

public sealed class OrderTests
{
    private const string Root = "/orders/2026-01-01/orders";

    [Fact]
    public void All_pages_together_are_the_orders_of_the_range()
    {
        using Caller caller = new(SyntheticAccount.Make(21, 1000, Caller.Start));
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            List<string> ids = [];
            const string Query =
                $"{Root}?createdAfter=2026-07-03T00:00:00Z&createdBefore=2026-09-01T00:00:00Z&fulfilledBy=MERCHANT";
            JsonElement page = await caller.GetAsync(Query);
            while (true)
            {
                page.GetProperty("orders").GetArrayLength().ShouldBeLessThanOrEqualTo(100);
                ids.AddRange(
                    page.GetProperty("orders").EnumerateArray().Select(o => o.GetProperty("orderId").GetString()!)
                );
                if (!page.TryGetProperty("pagination", out JsonElement more))
                {
                    break;
                }

                page = await caller.GetAsync($"{Query}&paginationToken={more.GetProperty("nextToken").GetString()}");
            }

            DateTimeOffset from = new(2026, 7, 3, 0, 0, 0, TimeSpan.Zero);
            DateTimeOffset to = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);
            ids.ShouldBe(
                caller
                    .Account.Data.Orders.Where(o => !o.ByAmazon && o.Purchased >= from && o.Purchased <= to)
                    .Select(o => o.Id)
            );
            ids.Count.ShouldBeGreaterThan(200);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("createdAfter=2026-08-01T00:00:00Z&lastUpdatedAfter=2026-08-01T00:00:00Z")]
    [InlineData("createdAfter=2026-08-01T00:00:00Z&lastUpdatedBefore=2026-08-02T00:00:00Z")]
    [InlineData("createdAfter=2026-08-01T00:00:00Z&createdBefore=2026-07-01T00:00:00Z")]
    [InlineData("createdAfter=2026-08-01T00:00:00Z&createdBefore=2026-09-01T05:59:00Z")]
    [InlineData("createdAfter=2026-08-01T00:00:00Z&maxResultsPerPage=101")]
    [InlineData("createdAfter=2026-08-01T00:00:00Z&paginationToken=invented")]
    public void A_range_that_is_wrong_is_refused(string query)
    {
        using Caller caller = new();
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            await caller.GetAsync($"{Root}?{query}", 400);
        });
    }

    [Fact]
    public void Sets_of_data_come_only_when_they_are_asked_for()
    {
        using Caller caller = new(SyntheticAccount.Make(22, 200, Caller.Start));
        SellerOrder order = caller.Account.Data.Orders.First(o => !o.ByAmazon && o.Parcels.Count > 0);
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            JsonElement bare = (await caller.GetAsync($"{Root}/{order.Id}")).GetProperty("order");
            bare.TryGetProperty("packages", out _).ShouldBeFalse();
            bare.TryGetProperty("fulfillment", out _).ShouldBeFalse();
            JsonElement full = (
                await caller.GetAsync($"{Root}/{order.Id}?includedData=FULFILLMENT,PACKAGES")
            ).GetProperty("order");
            full.GetProperty("packages")[0]
                .GetProperty("shipTime")
                .GetDateTimeOffset()
                .ShouldBe(order.Parcels[0].Shipped);
            full.GetProperty("fulfillment")
                .GetProperty("shipByWindow")
                .GetProperty("latestDateTime")
                .GetDateTimeOffset()
                .ShouldBe(order.ShipBy!.Latest);
        });
    }

    [Fact]
    public void The_same_seed_makes_the_same_account_and_another_seed_another()
    {
        string Print(int seed) => JsonSerializer.Serialize(SyntheticAccount.Make(seed, 300, Caller.Start).Data);

        Print(7).ShouldBe(Print(7));
        Print(7).ShouldNotBe(Print(8));
    }
}
