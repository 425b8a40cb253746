using System.Text;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Tests;

/// <summary>Chinese tax invoices, as PDF and as OFD: the parties' labels stand letter below letter at the side.</summary>
public sealed class FapiaoTests
{
    private static readonly DocumentContext Account = new()
    {
        NoticeDate = new DateOnly(2026, 9, 1),
        LegalNames = ["深圳市云雀跨境电子商务有限公司"],
    };

    private static readonly (double X, double Y, string Text)[] Labels =
    [
        (80, 15, "电子发票（普通发票）"),
        (150, 15, "发票号码："),
        (150, 22, "开票日期："),
        (8, 34, "购"),
        (8, 38, "买"),
        (8, 42, "方"),
        (14, 36, "名称："),
        (14, 44, "统一社会信用代码/纳税人识别号："),
        (108, 34, "销"),
        (108, 38, "售"),
        (108, 42, "方"),
        (114, 36, "名称："),
        (114, 44, "统一社会信用代码/纳税人识别号："),
        (14, 54, "项目名称"),
        (55, 54, "规格型号"),
        (80, 54, "单位"),
        (98, 54, "数量"),
        (120, 54, "单价"),
        (145, 54, "金额"),
        (165, 54, "税率"),
        (185, 54, "税额"),
        (14, 90, "合计"),
        (14, 98, "价税合计（大写）"),
    ];

    private static readonly (double X, double Y, string Text)[] Values =
    [
        (170, 15, "26442000000098765432"),
        (170, 22, "2026年07月08日"),
        (26, 36, "深圳市云雀跨境电子商务有限公司"),
        (126, 36, "东莞市晨帆五金制品有限公司"),
        (14, 61, "*日用杂品*不锈钢开罐器"),
        (55, 61, "CF-118"),
        (80, 61, "个"),
        (98, 61, "1200"),
        (120, 61, "3.50"),
        (145, 61, "4200.00"),
        (165, 61, "13%"),
        (185, 61, "546.00"),
        (145, 90, "¥4200.00"),
        (185, 90, "¥546.00"),
        (60, 98, "肆仟柒佰肆拾陆圆整"),
        (140, 98, "（小写）¥4746.00"),
    ];

    private static byte[] Pdf()
    {
        var paper = new Paper();
        foreach ((double x, double y, string text) in Labels.Concat(Values))
        {
            paper.At(x * 2.7, y * 2.83, text, 9);
        }

        return paper.Bytes();
    }

    [Theory]
    [InlineData("fapiao.pdf")]
    [InlineData("fapiao.ofd")]
    public void A_tax_invoice_is_read(string name)
    {
        byte[] bytes = name.EndsWith("pdf", StringComparison.Ordinal) ? Pdf() : OfdFile.Of(Labels, Values);

        Document read = Reader.Read(bytes, name, Account);

        read.Kind.ShouldBe(DocumentKind.Invoice);
        read.Number.ShouldBe("26442000000098765432");
        read.Date.ShouldBe(new DateOnly(2026, 7, 8));
        read.Supplier!.Name.ShouldBe("东莞市晨帆五金制品有限公司");
        read.Buyer!.Name.ShouldBe("深圳市云雀跨境电子商务有限公司");
        read.Lines.ShouldHaveSingleItem().Quantity.ShouldBe(1200);
        read.Lines[0].Identifiers.ShouldContain("CF-118");
        read.Lines[0].Amount.ShouldBe(4200m);
        read.Total.ShouldBe(4746m);
        read.Currency.ShouldBe("CNY");
    }

    [Fact]
    public void A_genuine_tax_invoice_is_not_blocked_for_want_of_a_phone_number_but_the_seller_is_told()
    {
        Document read = Reader.Read(Pdf(), "fapiao.pdf", Account);

        read.Findings.ShouldNotContain(finding => finding.Severity == Severity.Block);
        read.Findings.ShouldContain(finding => finding.Rule == "DOC-03" && finding.Severity == Severity.Warn);
        read.Findings.ShouldNotContain(finding => finding.Rule == "DOC-08");
    }

    [Fact]
    public void Of_an_ofd_the_seller_is_told_that_the_forms_do_not_take_it() =>
        Reader
            .Read(OfdFile.Of(Labels, Values), "fapiao.ofd", Account)
            .Findings.ShouldContain(finding => finding.Rule == "DOC-07" && finding.Message.Contains("OFD"));

    [Fact]
    public void A_broken_or_hostile_ofd_is_refused()
    {
        const string root = "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>";
        const string document = "<Document><Pages><Page ID=\"1\" BaseLoc=\"P.xml\"/></Pages></Document>";
        string bomb = "<Page>" + new string(' ', 40_000_000) + "</Page>";
        string deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        string entities = "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>";
        string many =
            $"<Document><Pages>{string.Concat(Enumerable.Repeat("<Page BaseLoc=\"P.xml\"/>", 10_000))}</Pages></Document>";

        foreach (
            byte[] file in (byte[][])
                [
                    OfdFile.Zip(("OFD.xml", "<OFD/>")),
                    OfdFile.Zip(("OFD.xml", root)),
                    OfdFile.Zip(("OFD.xml", root), ("D.xml", document), ("P.xml", bomb)),
                    OfdFile.Zip(("OFD.xml", root), ("D.xml", document), ("P.xml", deep)),
                    OfdFile.Zip(("OFD.xml", root), ("D.xml", document), ("P.xml", entities)),
                    OfdFile.Zip(("OFD.xml", root), ("D.xml", many), ("P.xml", "<Page/>")),
                    [
                        .. OfdFile.Zip(("OFD.xml", root), ("D.xml", document)).Take(60),
                        .. Encoding.ASCII.GetBytes("OFD.xml"),
                    ],
                ]
        )
        {
            Should.Throw<DocumentException>(() => Reader.Read(file, "a.ofd")).Message.ShouldEndWith(".");
        }
    }
}
