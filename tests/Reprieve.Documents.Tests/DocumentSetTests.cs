using Reprieve.Knowledge;

namespace Reprieve.Documents.Tests;

public sealed class DocumentSetTests
{
    private const string Asin = "B0TESTAA01";

    private static Document Invoice(int? quantity, string date = "2026-03-14", string id = Asin, string hash = "a") =>
        new()
        {
            Path = $"{hash}.pdf",
            Sha256 = hash,
            Kind = DocumentKind.Invoice,
            Pages = 1,
            HasText = true,
            Date = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture),
            Lines = [new DocumentLine("Garlic press, stainless steel, dishwasher safe", quantity, [id], 1)],
        };

    private static IReadOnlyList<DocumentFinding> Findings(
        int? sold,
        IReadOnlyList<Document> documents,
        string[]? names = null,
        string[]? skus = null
    ) =>
        DocumentSet.QuantityFindings(
            KnowledgeLoader.BuiltIn,
            documents,
            new DocumentContext
            {
                NoticeDate = new DateOnly(2026, 9, 1),
                Asins = [Asin],
                Products = [new AsinProduct(Asin, names ?? [], skus ?? [], sold)],
            }
        );

    [Fact]
    public void Invoices_are_added_up() => Findings(1000, [Invoice(600), Invoice(400, hash: "b")]).ShouldBeEmpty();

    [Fact]
    public void Too_few_units_over_all_invoices_block()
    {
        DocumentFinding finding = Findings(1001, [Invoice(600), Invoice(400, hash: "b")]).ShouldHaveSingleItem();

        finding.Rule.ShouldBe("DOC-02");
        finding.Severity.ShouldBe(Severity.Block);
        finding.Message.ShouldContain("1000");
        finding.Message.ShouldContain("1001");
    }

    [Fact]
    public void The_same_file_counts_once() =>
        Findings(1000, [Invoice(600), Invoice(600)]).ShouldHaveSingleItem().Message.ShouldContain("600");

    [Fact]
    public void An_invoice_that_is_too_old_does_not_count() =>
        Findings(700, [Invoice(600), Invoice(400, "2024-01-01", hash: "b")])
            .ShouldHaveSingleItem()
            .Severity.ShouldBe(Severity.Block);

    [Fact]
    public void Unknown_sales_are_not_judged() => Findings(null, [Invoice(1)]).ShouldBeEmpty();

    [Fact]
    public void A_product_is_found_by_sku_or_by_its_name()
    {
        Findings(600, [Invoice(600, id: "BW-221")], skus: ["BW-221"]).ShouldBeEmpty();
        Findings(600, [Invoice(600, id: "BW-221")], names: ["Brightwell Garlic Press Stainless Steel"]).ShouldBeEmpty();
    }

    [Fact]
    public void An_asin_without_a_line_warns() =>
        Findings(5, [Invoice(600, id: "BW-221")]).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warn);

    [Fact]
    public void A_quantity_that_cannot_be_read_warns() =>
        Findings(5, [Invoice(null)]).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warn);

    [Fact]
    public void Where_a_scan_may_hold_the_rest_it_is_a_warning() =>
        Findings(
                700,
                [Invoice(600), Invoice(1, hash: "s") with { Kind = DocumentKind.Unknown, HasText = false, Lines = [] }]
            )
            .ShouldHaveSingleItem()
            .Severity.ShouldBe(Severity.Warn);

    [Fact]
    public void A_proforma_invoice_proves_no_units() =>
        Findings(5, [Invoice(600) with { Kind = DocumentKind.Proforma }]).ShouldBeEmpty();
}
