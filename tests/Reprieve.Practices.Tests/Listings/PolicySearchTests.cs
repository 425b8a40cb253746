using Reprieve.Knowledge;
using Reprieve.Practices.Listings;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Tests.Listings;

public sealed class PolicySearchTests
{
    private static readonly PolicySearch Everything = new(KnowledgeLoader.BuiltIn.Policies);

    [Theory]
    [InlineData("Cutting board, ANTIBACTERIAL surface", "restricted.pesticide", "ANTIBACTERIAL")]
    [InlineData("Towel with anti-bacterial silver", "restricted.pesticide", "anti-bacterial")]
    [InlineData("Spray that kills  germs fast", "restricted.pesticide", "kills  germs")]
    [InlineData("Ａｎｔｉｍｉｃｒｏｂｉａｌ mat", "restricted.pesticide", "Ａｎｔｉｍｉｃｒｏｂｉａｌ")]
    [InlineData("Mückenschutz für Kinder", "restricted.pesticide", "Mückenschutz")]
    [InlineData("Muckenschutz fur Kinder", "restricted.pesticide", "Muckenschutz")]
    [InlineData("高品質抗菌まな板", "restricted.pesticide", "抗菌")]
    [InlineData("Lock-Pick set for beginners", "restricted.lock_picking", "Lock-Pick set")]
    [InlineData("Pen with spy voice recorder inside", "restricted.surveillance", "spy voice recorder")]
    [InlineData("Tea that lowers blood sugar", "restricted.medical_claims", "lowers blood sugar")]
    [InlineData("Watch replica 1:1", "authenticity.counterfeit_tells", "replica")]
    public void A_policys_words_are_found_whole_whatever_their_case_accents_and_width(
        string name,
        string rule,
        string quote
    )
    {
        ListingFinding finding = Findings(name).First(found => found.Rule == rule);
        finding.Evidence.ShouldBe(new ListingEvidence("item-name", quote));
        name.ShouldContain(finding.Evidence.Quote);
    }

    [Theory]
    [InlineData("Lockpicker's handbook of replicant pesticidesque bugs")]
    [InlineData("Organic tea, pesticide-free")]
    [InlineData("Grown without pesticides")]
    [InlineData("Bug-free software for your office")]
    [InlineData("Movie replica prop sword")]
    [InlineData("UV glue cures in 30 seconds")]
    [InlineData("Counterfeit detector pen")]
    [InlineData("")]
    public void Part_words_and_harmless_phrases_are_not(string name) => Findings(name).ShouldBeEmpty();

    [Fact]
    public void An_exception_excuses_only_the_words_it_covers()
    {
        ListingFinding finding = Findings("Pesticide free mat, antibacterial").ShouldHaveSingleItem();
        finding.Evidence.Quote.ShouldBe("antibacterial");
    }

    [Fact]
    public void Each_field_is_looked_at_by_the_policies_that_look_at_it()
    {
        var listing = new ListingRow(
            "S",
            null,
            true,
            "Mat".AsMemory(),
            "This replica is antiviral".AsMemory(),
            "open box, antiviral".AsMemory()
        );
        Everything
            .Of(listing)
            .Select(found => (found.Rule, found.Evidence.Field, found.Severity))
            .ShouldBe(
                [
                    ("authenticity.counterfeit_tells", "item-description", ListingSeverity.High),
                    ("restricted.pesticide", "item-description", ListingSeverity.High),
                    ("condition.used_tells", "item-note", ListingSeverity.Medium),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void Listings_come_gravest_first_with_each_asin_and_whether_it_is_live()
    {
        using CaseFolder folder = new CaseFolder().With(
            "listings.txt",
            "item-name\titem-description\tlisting-id\tseller-sku\tasin1\tproduct-id\tstatus",
            "Mat, open box\t\tL1\tS1\tB000000001\t\tActive",
            "Antiviral mat\t\tL2\tS2\t\tB000000002\tInactive",
            "Mat\t\tL3\tS3\t\t4006381333931\tActive",
            "Mat\t\tL4\t\tB000000004\t\tActive"
        );
        Review review = folder.Review();
        review
            .Listings.Select(found => (found.Sku, found.Severity))
            .ShouldBe([("S2", ListingSeverity.High), ("S1", ListingSeverity.Medium)]);
        review.Listed.ShouldBe([new ListedAsin("B000000001", "S1", true), new ListedAsin("B000000002", "S2", false)]);
        review.Rejected.ShouldHaveSingleItem().Row.ShouldBe(5);
    }

    [Fact]
    public void Any_text_can_be_searched()
    {
        CsCheck.Check.Sample(
            CsCheck.Gen.String[CsCheck.Gen.Char, 0, 60],
            text =>
            {
                string written = text + " replica " + text;
                Findings(written)
                    .ShouldAllBe(found => written.Contains(found.Evidence.Quote, StringComparison.Ordinal));
            },
            iter: 2000,
            threads: 1
        );
    }

    private static List<ListingFinding> Findings(string name) =>
        Everything.Of(new ListingRow("S", "B000000001", true, name.AsMemory(), default, default));
}
