using Reprieve.Documents.Chasing;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Tests;

public sealed class PaperRequestTests
{
    private static readonly DocumentContext Case = new()
    {
        NoticeDate = new DateOnly(2026, 9, 1),
        LegalNames = ["深圳市云雀跨境电子商务有限公司", "Shenzhen Lark E-Commerce Co., Ltd."],
        Address = "Room 1205, 5 Huancheng South Road, Shenzhen",
        Asins = ["B0TESTAA01", "B0TESTAA02"],
        Products = [new AsinProduct("B0TESTAA01", [], ["LK-7"], 420)],
    };

    [Fact]
    public void The_message_says_in_both_languages_exactly_what_an_invoice_must_show()
    {
        string text = PaperRequest
            .Text(KnowledgeLoader.BuiltIn, DocumentKind.Invoice, Case, new DateOnly(2026, 9, 18))
            .ShouldNotBeNull();

        foreach (string part in text.Split("————————————————"))
        {
            part.ShouldContain("2025-09-01");
            part.ShouldContain("2026-09-01");
            part.ShouldContain("2026-09-18");
            part.ShouldContain("Shenzhen Lark E-Commerce Co., Ltd.");
            part.ShouldContain("Room 1205");
            part.ShouldContain("B0TESTAA01, LK-7");
            part.ShouldContain("420");
            part.ShouldContain("B0TESTAA02");
            part.ShouldNotContain("{");
        }

        text.ShouldContain("Please change nothing");
        text.ShouldContain("形式发票");
    }

    [Theory]
    [InlineData(DocumentKind.LetterOfAuthorisation)]
    [InlineData(DocumentKind.Retraction)]
    [InlineData(DocumentKind.TestReport)]
    public void What_is_not_known_is_said_in_words(DocumentKind kind)
    {
        string text = PaperRequest
            .Text(KnowledgeLoader.BuiltIn, kind, new DocumentContext(), by: null)
            .ShouldNotBeNull();

        text.ShouldContain("the products concerned");
        text.ShouldContain("the earliest day you can");
    }

    [Fact]
    public void Nobody_is_asked_for_the_sellers_own_papers() =>
        PaperRequest.Text(KnowledgeLoader.BuiltIn, DocumentKind.IdDocument, Case, by: null).ShouldBeNull();
}
