using Reprieve.AmazonStandIn;
using Reprieve.Pulls;
using Reprieve.Testing;

namespace Reprieve.Amazon.Tests;

public sealed class UnshippedOrdersTests : IDisposable
{
    private const string Us = "ATVPDKIKX0DER";
    private const string Canada = "A2EUQ1WTGCTBG2";

    private readonly AccountUnderTest _account = new(
        new SellerAccount
        {
            SellerId = "A1SELLER",
            RefreshTokens = [AccountUnderTest.Connection.RefreshToken],
            Region = "NA",
            Marketplaces = [new Participation(Us, "Larkmoor Supply"), new Participation(Canada, "Larkmoor Supply CA")],
        }
    );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _account.Dispose();

    [Fact]
    public void Only_what_the_seller_has_yet_to_ship_comes_with_its_store_and_its_time()
    {
        Selling(
            Order("A", Us),
            Order("B", Canada) with
            {
                Status = "PARTIALLY_SHIPPED",
            },
            Order("C", Us) with
            {
                Status = "SHIPPED",
            },
            Order("D", Us) with
            {
                Status = "PENDING",
            },
            Order("E", Us) with
            {
                ByAmazon = true,
            },
            Order("F", Us) with
            {
                ShipBy = null,
            }
        );
        using var check = new ModelCheck(AmazonModels.SharedOrSkip(), _account.StandIn.Handler);

        UnshippedList list = Ask(handler: check);

        check.Violations.ShouldBeEmpty();
        list.IsWhole.ShouldBeTrue();
        list.At.ShouldBe(AccountUnderTest.Begin, TimeSpan.FromMinutes(1));
        list.Orders.OrderBy(order => order.OrderId, StringComparer.Ordinal)
            .ShouldBe([
                new UnshippedOrder("A", "amazon.com", AccountUnderTest.Begin.AddHours(5)),
                new UnshippedOrder("B", "amazon.ca", AccountUnderTest.Begin.AddHours(5)),
            ]);
    }

    [Fact]
    public void Stores_that_are_not_wanted_are_not_asked_for()
    {
        Selling(Order("A", Us), Order("B", Canada));
        Ask(["amazon.ca"]).Orders.ShouldHaveSingleItem().OrderId.ShouldBe("B");
    }

    [Fact]
    public void Pages_are_followed_and_end_after_ten()
    {
        Selling([.. Enumerable.Range(0, 101).Select(i => Order($"O{i}", Us))]);
        UnshippedList whole = Ask();
        (whole.Orders.Count, whole.IsWhole).ShouldBe((101, true));

        Selling([.. Enumerable.Range(0, 1001).Select(i => Order($"O{i}", Us))]);
        UnshippedList part = Ask();
        (part.Orders.Count, part.IsWhole).ShouldBe((1000, false));
        _account.StandIn.Exceeded.ShouldBeEmpty();
    }

    [Fact]
    public void A_refusal_names_the_role()
    {
        _account.Seller.Roles.Remove(Roles.Orders);
        AmazonException refused = Should.Throw<AmazonException>(() => Ask());
        refused.Message.ShouldContain("Inventory and Order Tracking");
        refused.Passes.ShouldBeFalse();
    }

    private UnshippedList Ask(IReadOnlyList<string>? stores = null, HttpMessageHandler? handler = null) =>
        _account.Time.Run(() => UnshippedOrders.OfAsync(_account.Open(handler: handler), stores, Cancel));

    private void Selling(params SellerOrder[] orders) =>
        _account.Seller.Data = _account.Seller.Data with { Orders = orders };

    private static SellerOrder Order(string id, string store) =>
        new(
            id,
            store,
            AccountUnderTest.Begin.AddDays(-1),
            AccountUnderTest.Begin.AddDays(-1),
            "UNSHIPPED",
            false,
            [new OrderLine("1", "LK-1", "B000000001", "Lantern", 1, 20)]
        )
        {
            ShipBy = new TimeWindow(AccountUnderTest.Begin.AddDays(-1), AccountUnderTest.Begin.AddHours(5)),
        };
}
