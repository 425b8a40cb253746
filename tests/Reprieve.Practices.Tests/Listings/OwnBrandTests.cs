using Reprieve.Knowledge;

namespace Reprieve.Practices.Tests.Listings;

/// <summary>Brands that the seller owns are no brands of others.</summary>
public sealed class OwnBrandTests
{
    [Theory]
    [InlineData("", "Travel bag with Nintendo Switch print", true)]
    [InlineData("Nintendo", "Travel bag with Nintendo Switch print", false)]
    [InlineData("NINTENDO", "Travel bag with Nintendo print", false)]
    [InlineData("Nintendo Switch", "Travel bag with Nintendo print", true)]
    [InlineData("Switch", "Travel bag with Nintendo print", true)]
    [InlineData("L'évi's", "Patch for trousers, Levi's look", false)]
    [InlineData("replica", "Watch replica", true)]
    public void A_brand_of_the_sellers_own_is_not_found(string own, string title, bool found)
    {
        using CaseFolder folder = new CaseFolder().With(
            "listings.txt",
            "item-name\tseller-sku\tlisting-id\tasin1\tstatus",
            $"{title}\tSKU-1\t1\tB000000001\tActive"
        );
        Review review = new PracticeReviewer(KnowledgeLoader.BuiltIn).Review(
            folder.Request("2026-09-30", "amazon.com") with
            {
                OwnBrands = own.Length == 0 ? [] : [own],
            },
            cancel: TestContext.Current.CancellationToken
        );
        review.Files.ShouldHaveSingleItem().Rows.ShouldBe(1);
        review
            .Listings.Any(finding => finding.Rule is "listing.brand_terms" or "authenticity.counterfeit_tells")
            .ShouldBe(found);
    }
}
