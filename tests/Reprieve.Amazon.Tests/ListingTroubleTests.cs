using Reprieve.AmazonStandIn;
using Reprieve.Pulls;
using Reprieve.Testing;

namespace Reprieve.Amazon.Tests;

public sealed class ListingTroubleTests : IDisposable
{
    private const string Store = "ATVPDKIKX0DER";

    private readonly AccountUnderTest _account = new(
        new AccountData
        {
            Listings =
            [
                Listing("good"),
                Listing(
                    "a/b 注",
                    Fault("ERROR"),
                    Fault("WARNING"),
                    Fault("WARNING", "SEARCH_SUPPRESSED"),
                    Fault("INFO")
                ),
            ],
        }
    );

    public void Dispose() => _account.Dispose();

    [Fact]
    public void Errors_and_what_Amazon_acted_on_are_told_and_the_rest_is_not()
    {
        using var check = new ModelCheck(AmazonModels.Shared, _account.StandIn.Handler);

        ListingTrouble trouble = Of("a/b 注", check).ShouldNotBeNull();

        trouble.Asin.ShouldBe("B0INVENTED");
        trouble.Faults.Select(fault => fault.Severity).ShouldBe(["ERROR", "WARNING"]);
        trouble.Faults[1].Enforcements.ShouldBe(["SEARCH_SUPPRESSED"]);
        trouble.Faults[0].Message.ShouldBe("An invented fault");
        check.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_grave_is_no_fault_and_a_listing_that_is_gone_is_none()
    {
        Of("good").ShouldNotBeNull().Faults.ShouldBeEmpty();
        Of("gone").ShouldBeNull();
    }

    [Fact]
    public void A_refusal_names_the_role()
    {
        _account.Seller.Roles.Remove(Roles.Listings);

        Should.Throw<AmazonException>(() => Of("good")).Message.ShouldContain("Product Listing");
    }

    private ListingTrouble? Of(string sku, HttpMessageHandler? handler = null) =>
        _account.Time.Run(() =>
            ListingTrouble.OfAsync(
                _account.Open(handler: handler),
                _account.Seller.SellerId,
                Store,
                sku,
                TestContext.Current.CancellationToken
            )
        );

    private static SellerListing Listing(string sku, params ListingIssue[] issues) =>
        new(
            sku,
            "B0INVENTED",
            Store,
            "An invented lamp",
            10m,
            1,
            false,
            AccountUnderTest.Begin,
            AccountUnderTest.Begin,
            true,
            true
        )
        {
            Issues = issues,
        };

    private static ListingIssue Fault(string severity, params string[] actions) =>
        new("1234", "An invented fault", severity, ["bullet_point"], ["INVALID_ATTRIBUTE"], actions);
}
