using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Tests.Checks;

public sealed class CheckTests
{
    private static readonly DateOnly Notice = new(2026, 9, 1);

    private static DocumentFinding? Of(Document document, string rule) =>
        document.Findings.SingleOrDefault(finding => finding.Rule == rule);

    [Theory]
    [InlineData("2026-09-01")]
    [InlineData("2026-03-14")]
    [InlineData("2025-09-01")]
    public void An_invoice_of_the_year_before_the_notice_is_in_time(string date) =>
        Of(Invoices.LabelsAbove(date: date).Read(new DocumentContext { NoticeDate = Notice }), "DOC-01").ShouldBeNull();

    [Theory]
    [InlineData("2025-08-31", "366 days before")]
    [InlineData("2024-01-05", "2024-01-05")]
    [InlineData("2026-09-02", "after the notice")]
    public void An_invoice_outside_the_year_before_the_notice_blocks(string date, string said)
    {
        DocumentFinding finding = Of(
                Invoices.LabelsAbove(date: date).Read(new DocumentContext { NoticeDate = Notice }),
                "DOC-01"
            )
            .ShouldNotBeNull();

        finding.Severity.ShouldBe(Severity.Block);
        finding.Message.ShouldContain(said);
    }

    [Fact]
    public void Without_a_notice_date_nothing_is_said_about_age() =>
        Of(Invoices.LabelsAbove(date: "2019-01-01").Read(), "DOC-01").ShouldBeNull();

    [Fact]
    public void An_uncertain_date_warns_only_where_one_reading_is_too_old()
    {
        Document Dated(DateOnly notice) =>
            new Paper()
                .At(40, 40, "INVOICE")
                .At(40, 60, "Invoice date: 02/08/2025")
                .Read(new DocumentContext { NoticeDate = notice });

        Of(Dated(new DateOnly(2026, 1, 5)), "DOC-01").ShouldBeNull();
        Of(Dated(new DateOnly(2026, 5, 1)), "DOC-01").ShouldNotBeNull().Severity.ShouldBe(Severity.Warn);
        Of(Dated(new DateOnly(2027, 5, 1)), "DOC-01").ShouldNotBeNull().Severity.ShouldBe(Severity.Block);
    }

    [Fact]
    public void An_invoice_without_a_date_warns() =>
        Of(new Paper().At(40, 40, "INVOICE").Read(new DocumentContext { NoticeDate = Notice }), "DOC-01")
            .ShouldNotBeNull()
            .Severity.ShouldBe(Severity.Warn);

    [Fact]
    public void A_supplier_with_all_its_details_passes() => Of(Invoices.LabelsLeft().Read(), "DOC-03").ShouldBeNull();

    [Fact]
    public void What_is_missing_of_the_supplier_is_named()
    {
        DocumentFinding finding = Of(
                new Paper()
                    .At(40, 40, "INVOICE")
                    .At(40, 60, "Seller: Harbour Wholesale Inc.")
                    .At(40, 74, "Address: 52 Dock Street, Portland, OR 97201")
                    .Read(),
                "DOC-03"
            )
            .ShouldNotBeNull();

        finding.Severity.ShouldBe(Severity.Block);
        finding.Message.ShouldContain("phone number, website");
        finding.Message.ShouldNotContain("address,");
    }

    [Fact]
    public void The_buyers_own_contacts_are_not_the_suppliers() =>
        Of(
                new Paper()
                    .At(40, 40, "INVOICE")
                    .At(40, 60, "Seller: Harbour Wholesale Inc.")
                    .At(40, 74, "Address: 52 Dock Street, Portland, OR 97201")
                    .Block(40, 120, "Bill to:", "Maple Kitchen LLC", "Phone: +1 512 555 0100", "www.maple-kitchen.com")
                    .Read(),
                "DOC-03"
            )
            .ShouldNotBeNull()
            .Message.ShouldContain("phone number, website");

    [Theory]
    [InlineData("Shenzhen Lantern Trading Co., Ltd.")]
    [InlineData("SHENZHEN LANTERN TRADING CO LIMITED")]
    [InlineData("Shenzhen Lantern Trading Company Ltd")]
    [InlineData("Shenzhen  Lantern Trade Co.,Ltd")]
    public void A_buyer_who_is_the_account_but_for_case_and_legal_form_passes(string legalName) =>
        Of(Invoices.LabelsAbove().Read(new DocumentContext { LegalNames = ["深圳市某公司", legalName] }), "DOC-04")
            .ShouldBeNull();

    [Theory]
    [InlineData("Shenzhen Lantern Logistics Co., Ltd.")]
    [InlineData("Maple Kitchen LLC")]
    [InlineData("深圳市别的贸易有限公司")]
    public void Another_buyer_warns_and_never_blocks(string legalName)
    {
        DocumentFinding finding = Of(
                Invoices.LabelsAbove().Read(new DocumentContext { LegalNames = [legalName] }),
                "DOC-04"
            )
            .ShouldNotBeNull();

        finding.Severity.ShouldBe(Severity.Warn);
        finding.Message.ShouldContain("Shenzhen Lantern Trading Co., Ltd.");
        finding.Message.ShouldContain(legalName);
    }

    [Theory]
    [InlineData("9 Elm Street, Austin, TX 78701, USA", false)]
    [InlineData("9 ELM ST., AUSTIN TX 78701", false)]
    [InlineData("400 River Road, Denver, CO 80014", true)]
    [InlineData(null, false)]
    public void The_buyers_address_is_held_against_the_accounts(string? address, bool told) =>
        (
            Of(
                Invoices
                    .LabelsLeft()
                    .Read(new DocumentContext { LegalNames = ["Maple Kitchen LLC"], Address = address }),
                "DOC-04"
            )
            is not null
        ).ShouldBe(told);

    [Theory]
    [InlineData("PROFORMA INVOICE", "pro-forma invoice")]
    [InlineData("QUOTATION", "quotation")]
    [InlineData("ORDER CONFIRMATION", "order confirmation")]
    [InlineData("SALES RECEIPT", "retail receipt")]
    public void What_is_no_invoice_blocks_by_its_name(string title, string said)
    {
        DocumentFinding finding = Of(Invoices.LabelsAbove(title).Read(), "DOC-06").ShouldNotBeNull();

        finding.Severity.ShouldBe(Severity.Block);
        finding.Message.ShouldContain(said);
    }

    [Fact]
    public void An_invoice_is_a_completed_sale() => Of(Invoices.LabelsAbove().Read(), "DOC-06").ShouldBeNull();

    [Fact]
    public void Findings_speak_the_language_of_the_screen()
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new CultureInfo("zh-Hans");
            Of(Invoices.LabelsAbove("QUOTATION").Read(), "DOC-06").ShouldNotBeNull().Message.ShouldContain("报价单");
            Should.Throw<DocumentException>(() => Reader.Read([1, 2, 3], "a.pdf")).Message.ShouldContain("无论文件名");
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
