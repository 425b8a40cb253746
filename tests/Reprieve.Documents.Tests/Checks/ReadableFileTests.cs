using Reprieve.Knowledge;

namespace Reprieve.Documents.Tests.Checks;

public sealed class ReadableFileTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 0];

    [Theory]
    [InlineData(true, "scan.png")]
    [InlineData(false, "scan.JPG")]
    [InlineData(false, "scan.jpeg")]
    public void A_picture_is_taken_without_text_and_nothing_in_it_is_judged(bool png, string name)
    {
        Document picture = Reader.Read(
            png ? Png : Jpeg,
            name,
            new DocumentContext { NoticeDate = new DateOnly(2026, 1, 1), LegalNames = ["Lantern"] }
        );

        picture.HasText.ShouldBeFalse();
        picture.Kind.ShouldBe(DocumentKind.Unknown);
        DocumentFinding finding = picture.Findings.ShouldHaveSingleItem();
        finding.Rule.ShouldBe("DOC-07");
        finding.Severity.ShouldBe(Severity.Warn);
        finding.Message.ShouldContain("picture");
    }

    [Fact]
    public void A_picture_named_pdf_is_told() =>
        Reader.Read(Png, "invoice.pdf").Findings.ShouldContain(finding => finding.Message.Contains("PNG"));

    [Fact]
    public void A_pdf_without_text_is_told_to_be_a_scan()
    {
        Document scan = Reader.Read(
            new RawPdf().Stream(10, "0 0 10 10 re f"u8.ToArray()).Pages([10]).Bytes(),
            "scan.pdf"
        );

        scan.HasText.ShouldBeFalse();
        scan.Pages.ShouldBe(1);
        scan.Findings.ShouldHaveSingleItem().Message.ShouldContain("scan");
    }

    [Fact]
    public void A_pdf_with_text_is_readable() =>
        Invoices.LabelsLeft().Read().Findings.ShouldNotContain(f => f.Rule == "DOC-07");
}
