using Reprieve.Knowledge;

namespace Reprieve.Documents.Tests;

public sealed class PaperKindTests
{
    [Theory]
    [InlineData("INVOICE", DocumentKind.Invoice)]
    [InlineData("Tax Invoice", DocumentKind.Invoice)]
    [InlineData("Commercial Invoice No. 12", DocumentKind.Invoice)]
    [InlineData("Rechnung Nr. 2026-5", DocumentKind.Invoice)]
    [InlineData("增值税专用发票", DocumentKind.Invoice)]
    [InlineData("PRO-FORMA INVOICE", DocumentKind.Proforma)]
    [InlineData("Proforma Invoice", DocumentKind.Proforma)]
    [InlineData("Proformarechnung", DocumentKind.Proforma)]
    [InlineData("形式发票", DocumentKind.Proforma)]
    [InlineData("Quotation", DocumentKind.Quote)]
    [InlineData("Angebot Nr. 8", DocumentKind.Quote)]
    [InlineData("报价单", DocumentKind.Quote)]
    [InlineData("Order Confirmation", DocumentKind.OrderConfirmation)]
    [InlineData("Auftragsbestätigung", DocumentKind.OrderConfirmation)]
    [InlineData("Sales Receipt", DocumentKind.Receipt)]
    [InlineData("Quittung", DocumentKind.Receipt)]
    [InlineData("Electricity Bill", DocumentKind.UtilityBill)]
    [InlineData("Stromrechnung", DocumentKind.UtilityBill)]
    [InlineData("电费账单", DocumentKind.UtilityBill)]
    [InlineData("营业执照", DocumentKind.BusinessLicence)]
    [InlineData("Certificate of Incorporation", DocumentKind.BusinessLicence)]
    [InlineData("Letter of Authorization", DocumentKind.LetterOfAuthorisation)]
    [InlineData("品牌授权书", DocumentKind.LetterOfAuthorisation)]
    [InlineData("Bank Statement", DocumentKind.BankStatement)]
    [InlineData("Kontoauszug", DocumentKind.BankStatement)]
    [InlineData("Test Report", DocumentKind.TestReport)]
    [InlineData("Personalausweis", DocumentKind.IdDocument)]
    [InlineData("Notice of Retraction", DocumentKind.Retraction)]
    [InlineData("Minutes of our meeting", DocumentKind.Unknown)]
    [InlineData("Invoice address and contact", DocumentKind.Unknown)]
    public void A_paper_is_known_by_its_title(string title, DocumentKind kind) =>
        new Paper().At(40, 50, title, 14).At(40, 90, "Some more text below it.").Read().Kind.ShouldBe(kind);

    [Fact]
    public void A_power_bill_that_is_called_an_invoice_is_a_utility_bill() =>
        new Paper()
            .At(40, 50, "Invoice", 14)
            .At(40, 90, "Meter reading 4,512   Standing charge 12.10   Electricity used 310 kWh")
            .Read()
            .Kind.ShouldBe(DocumentKind.UtilityBill);

    [Fact]
    public void A_title_of_its_own_outweighs_the_mention_of_another_paper() =>
        new Paper()
            .At(40, 50, "Order Confirmation", 16)
            .At(40, 90, "Invoice 881 will follow on delivery.")
            .Read()
            .Kind.ShouldBe(DocumentKind.OrderConfirmation);

    [Fact]
    public void Every_paper_in_knowledge_is_a_kind_of_the_contract() =>
        KnowledgeLoader.BuiltIn.Papers.ShouldAllBe(paper => Documents.Fields.DocumentKinds.Parse(paper.Code) != null);
}
