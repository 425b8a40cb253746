using Reprieve.AmazonStandIn;
using Reprieve.Pulls;
using Reprieve.Testing;

namespace Reprieve.Amazon.Tests;

public sealed class ListingCountTests : IDisposable
{
    private const string Us = "ATVPDKIKX0DER";

    private readonly AccountUnderTest _account = new(
        new AccountData
        {
            Listings =
            [
                Listing("A", true, true),
                Listing("B", true, true),
                Listing("C", true, true),
                Listing("D", false, true),
                Listing("E", false, false),
                Listing("F", false, false) with
                {
                    MarketplaceId = "A2EUQ1WTGCTBG2",
                },
            ],
        }
    );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _account.Dispose();

    [Fact]
    public void Listings_of_a_store_are_counted_by_three_calls_as_the_model_says()
    {
        using var check = new ModelCheck(AmazonModels.SharedOrSkip(), _account.StandIn.Handler);

        Ask("amazon.com", check).ShouldBe(new ListingNumbers(3, 2, 1));

        check.Violations.ShouldBeEmpty();
        _account.StandIn.Calls.Count(call => call.Operation == "searchListingsItems").ShouldBe(3);
    }

    [Fact]
    public void A_store_that_is_not_known_is_not_asked_for()
    {
        Ask("amazon.example").ShouldBeNull();
        _account.StandIn.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void A_refusal_names_the_role()
    {
        _account.Seller.Roles.Remove(Roles.Listings);
        Should.Throw<AmazonException>(() => Ask("amazon.com")).Message.ShouldContain("Product Listing");
    }

    private ListingNumbers? Ask(string store, HttpMessageHandler? handler = null) =>
        _account.Time.Run(() =>
            ListingCount.OfAsync(_account.Open(handler: handler), _account.Seller.SellerId, store, Cancel)
        );

    private static SellerListing Listing(string sku, bool buyable, bool discoverable) =>
        new(
            sku,
            "B00000000" + sku,
            Us,
            "Lantern",
            20,
            5,
            false,
            AccountUnderTest.Begin.AddDays(-90),
            AccountUnderTest.Begin.AddDays(-9),
            buyable,
            discoverable
        );
}
