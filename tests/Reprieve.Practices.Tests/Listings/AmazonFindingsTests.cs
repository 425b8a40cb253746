using System.Text.Json;
using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Tests.Listings;

/// <summary>What Amazon itself finds wrong with listings becomes findings, from a pull or from a download by hand.</summary>
public sealed class AmazonFindingsTests : IDisposable
{
    private const string Issues = "seller-sku\tasin1\titem-name\tstatus\tseverity\tcode\tenforcements\texempt\tmessage";

    private const string Suppressed =
        "Status\tReason\tSKU\tASIN\tProduct name\tCondition\tStatus Change Date\tIssue Description";

    private readonly CaseFolder _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public void Issues_and_suppressed_listings_are_findings_with_Amazon_s_words_and_severity()
    {
        _case
            .With(
                "listing-issues-amazon.com.txt",
                Issues,
                "A\tB000000001\tLantern\tBUYABLE\tWARNING\t99300\t\t\tThe title is long.",
                "B\tB000000002\tLantern\t\tERROR\t90220\t\t\tThe brand is missing.",
                "C\tnone\tLantern\t\tWARNING\t18452\tLISTING_SUPPRESSED\tNOT_EXEMPT\tApproval is needed.",
                "D\t\tLantern\tBUYABLE\tINFO\t1\t\t\t",
                "E\t\tLantern\tBUYABLE\tSOMETHING_NEW\t2\t\t\tNews."
            )
            .With(
                "by hand.txt",
                Suppressed,
                "Search Suppressed\tMissing image\tF\tB000000006\tLamp\tNew\tSep 1, 2026\tAdd a main image.",
                "Search Suppressed\tMissing image\tG\tB000000007\tLamp\tNew\tSep 1, 2026\t"
            );

        _case
            .Review()
            .Listings.Select(finding =>
                (
                    finding.Sku,
                    finding.Asin,
                    finding.Rule,
                    finding.Severity,
                    finding.Evidence.Field,
                    finding.Evidence.Quote
                )
            )
            .ShouldBe(
                [
                    ("A", "B000000001", "amazon.issue", ListingSeverity.Medium, "message", "The title is long."),
                    ("B", "B000000002", "amazon.issue", ListingSeverity.High, "message", "The brand is missing."),
                    ("C", null, "amazon.issue", ListingSeverity.High, "message", "Approval is needed."),
                    ("D", null, "amazon.issue", ListingSeverity.Low, "code", "1"),
                    ("E", null, "amazon.issue", ListingSeverity.Medium, "message", "News."),
                    (
                        "F",
                        "B000000006",
                        "amazon.suppressed",
                        ListingSeverity.High,
                        "issue-description",
                        "Add a main image."
                    ),
                    ("G", "B000000007", "amazon.suppressed", ListingSeverity.High, "reason", "Missing image"),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void Words_of_Amazon_s_are_bounded_and_a_row_without_sku_or_words_is_rejected()
    {
        _case.With(
            "issues.txt",
            Issues,
            $"A\t\t\t\tERROR\t1\t\t\t{new string('x', 5_000)}",
            "\t\t\t\tERROR\t1\t\t\tNo SKU.",
            "B\t\t\t\tERROR\t\t\t\t"
        );
        Review review = _case.Review();

        review.Listings.ShouldHaveSingleItem().Evidence.Quote.Length.ShouldBe(501);
        review.Rejected.Select(row => row.Row).ShouldBe([3, 4]);
    }

    [Fact]
    public void The_contract_s_words_for_types_stay_and_such_a_file_is_no_listings_report()
    {
        _case.With("issues.txt", Issues, "A\tB000000001\t\t\tERROR\t1\t\t\tThe brand is missing.");
        Review review = _case.Review();

        ReviewedFile file = review.Files.ShouldHaveSingleItem();
        file.Type.ShouldBe("listings");
        file.Has("listings").ShouldBeFalse();
        review.Listed.ShouldBeEmpty();
        using JsonDocument json = JsonDocument.Parse(ReviewJson.Serialize(review));
        json.RootElement.GetProperty("listings")[0]
            .EnumerateObject()
            .Select(field => field.Name)
            .ShouldBe(["sku", "asin", "rule", "severity", "evidence"]);
        ReportRecogniser
            .TablesIn(Path.Combine(_case.Path, "issues.txt"))
            .ShouldBe([new RecognisedTable("listings", "listing_issues")]);
    }

    [Fact]
    public void A_finding_of_Amazon_s_is_nothing_to_close_a_listing_for()
    {
        _case
            .With(
                "listings.txt",
                "item-name\titem-description\tlisting-id\tseller-sku\tasin1\tstatus",
                "Lantern\tA lantern\t1\tA\tB000000001\tActive"
            )
            .With("issues.txt", Issues, "A\tB000000001\t\t\tERROR\t1\t\t\tThe brand is missing.");
        Review review = _case.Review();

        review.Listings.ShouldHaveSingleItem().OfAmazon.ShouldBeTrue();
        review.Repairs.ShouldBeEmpty();
    }
}
