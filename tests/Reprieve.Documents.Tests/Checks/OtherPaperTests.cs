using Reprieve.Documents.Fields;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Tests.Checks;

/// <summary>Licences, letters of authorisation, test reports, papers with an end of validity.</summary>
public sealed class OtherPaperTests
{
    private const string Code = "91440300MA5F0TEKT2";

    private static readonly DocumentContext Account = new()
    {
        NoticeDate = new DateOnly(2026, 9, 1),
        LegalNames = ["Shenzhen Lark E-Commerce Co., Ltd."],
    };

    private static List<DocumentFinding> Of(Document document, string rule) =>
        [.. document.Findings.Where(finding => finding.Rule == rule)];

    private static Paper ChineseLicence(string code, string name = "深圳市云雀跨境电子商务有限公司") =>
        new Paper()
            .At(220, 50, "营业执照", 20)
            .At(40, 90, $"统一社会信用代码：{code}")
            .At(40, 120, $"名称：{name}")
            .At(40, 140, "类型：有限责任公司")
            .At(40, 160, "成立日期：2019年05月06日")
            .At(40, 180, "经营范围：电子商务");

    private static string Valid(string first17) =>
        "0123456789ABCDEFGHJKLMNPQRTUWXY".Select(last => first17 + last).First(SocialCreditCode.IsValid);

    [Fact]
    public void A_code_is_right_only_with_its_own_check_character()
    {
        string code = Valid(Code[..17]);

        "0123456789ABCDEFGHJKLMNPQRTUWXY".Count(last => SocialCreditCode.IsValid(code[..17] + last)).ShouldBe(1);
        SocialCreditCode.IsValid(code.Remove(9, 1).Insert(9, code[9] == 'A' ? "B" : "A")).ShouldBeFalse();
        SocialCreditCode.IsValid("short").ShouldBeFalse();
    }

    [Fact]
    public void A_licence_gives_code_and_name_and_a_wrong_code_is_told()
    {
        string code = Valid(Code[..17]);
        Document good = ChineseLicence(code).Read();
        char wrong = code[17] == '1' ? '2' : '1';

        good.Kind.ShouldBe(DocumentKind.BusinessLicence);
        good.Particulars["registration_code"].ShouldBe(code);
        good.Particulars["legal_name"].ShouldBe("深圳市云雀跨境电子商务有限公司");
        Of(good, "DOC-15").ShouldBeEmpty();
        Of(ChineseLicence(code[..17] + wrong).Read(), "DOC-15").ShouldHaveSingleItem().Message.ShouldContain("check");
    }

    [Fact]
    public void A_licence_in_two_scripts_settles_who_the_buyer_is()
    {
        Document invoice = Invoices.Chinese().Read(Account);
        Document licence = new Paper()
            .At(200, 50, "CERTIFICATE OF INCORPORATION", 14)
            .At(40, 90, "Company name: Shenzhen Lark E-Commerce Company Limited")
            .At(40, 110, "深圳市灯笼贸易有限公司")
            .Read(Account);

        Of(invoice, "DOC-04").ShouldHaveSingleItem();
        IReadOnlyList<Document> settled = DocumentSet.WithLicences(
            KnowledgeLoader.BuiltIn,
            [invoice, licence],
            Account
        );

        Of(settled[0], "DOC-04").ShouldBeEmpty();
    }

    [Fact]
    public void A_licence_in_chinese_only_leaves_a_question()
    {
        Document invoice = Invoices.Chinese().Read(Account);
        Document licence = ChineseLicence(Valid(Code[..17]), "深圳市灯笼贸易有限公司").Read(Account);

        IReadOnlyList<Document> settled = DocumentSet.WithLicences(
            KnowledgeLoader.BuiltIn,
            [invoice, licence],
            Account
        );

        Of(settled[0], "DOC-04").ShouldHaveSingleItem().Message.ShouldContain("pinyin");
    }

    [Fact]
    public void A_letter_of_authorisation_must_name_the_account_and_still_hold()
    {
        Document Letter(string reseller, string until) =>
            new Paper()
                .At(40, 50, "Orchid & Pine Ltd", 14)
                .At(40, 66, "Phone: +44 20 5550 0101")
                .At(200, 100, "LETTER OF AUTHORIZATION", 14)
                .At(40, 130, "Date: 2026-02-01")
                .At(40, 160, $"We hereby authorize {reseller} to sell our products on Amazon.")
                .At(40, 180, "Brand: ORCHIDPINE")
                .At(40, 200, $"Valid until: {until}")
                .Read(Account);

        Document good = Letter("Shenzhen Lark E-Commerce Co Ltd", "2027-01-31");
        good.Kind.ShouldBe(DocumentKind.LetterOfAuthorisation);
        good.Particulars["brand"].ShouldBe("ORCHIDPINE");
        good.Findings.ShouldBeEmpty();
        Of(Letter("Somebody Else LLC", "2027-01-31"), "DOC-16").ShouldHaveSingleItem();
        Of(Letter("Shenzhen Lark E-Commerce Co., Ltd.", "2026-08-31"), "DOC-18").ShouldHaveSingleItem();
    }

    [Fact]
    public void A_test_report_says_product_standard_laboratory_and_date()
    {
        Document full = new Paper()
            .At(200, 50, "TEST REPORT", 16)
            .At(40, 90, "Sample name: Silicone teether")
            .At(40, 110, "Test standard: EN 71-3:2019")
            .At(40, 130, "Testing laboratory: Invented Labs Ltd")
            .At(40, 150, "Date of issue: 2026-01-15")
            .Read(Account);
        Document bare = new Paper().At(200, 50, "检测报告", 16).At(40, 90, "样品名称：硅胶牙胶").Read(Account);

        full.Particulars["standard"].ShouldBe("EN 71-3:2019");
        Of(full, "DOC-17").ShouldBeEmpty();
        string missing = Of(bare, "DOC-17").ShouldHaveSingleItem().Message;
        missing.ShouldContain("standard");
        missing.ShouldNotContain("product or model");
    }

    [Fact]
    public void Of_an_identity_paper_only_the_validity_is_taken()
    {
        Document passport = new Paper()
            .At(200, 50, "PASSPORT", 16)
            .At(40, 90, "Name: Person Invented")
            .At(40, 110, "Passport No: X1234567")
            .At(40, 130, "Date of birth: 1990-01-01")
            .At(40, 150, "Date of expiry: 2026-05-01")
            .Read(Account);

        passport.Kind.ShouldBe(DocumentKind.IdDocument);
        (passport.Number, passport.Date, passport.Supplier, passport.Buyer).ShouldBe((null, null, null, null));
        passport.Particulars.Keys.ShouldBe(["valid_until"]);
        Of(passport, "DOC-18").ShouldHaveSingleItem();
    }
}
