using Reprieve.Documents.Tests.Generated;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Documents.Tests.Scans;

public sealed class ScanTests(ITestOutputHelper output)
{
    private const double Least = 0.9;

    /// <summary>What any Tesseract can read: English papers, whatever the layout.</summary>
    private static readonly List<(Truth Truth, Paper Paper)> English =
    [
        .. GeneratedPapers.All.Where(paper =>
            paper.Truth.Name.EndsWith("/en-US", StringComparison.Ordinal)
            && !paper.Truth.Name.StartsWith("long", StringComparison.Ordinal)
        ),
    ];

    private static void NeedsTesseract()
    {
        Assert.SkipWhen(Tesseract.Installed is null, "tesseract is not installed: scans are not read here");
        Assert.SkipUnless(Raster.Possible, "there is no font to draw scans with");
    }

    [Fact]
    public void Scanned_papers_are_read()
    {
        NeedsTesseract();
        List<(string Paper, string Field, bool Right)> fields = [];
        foreach ((Truth truth, Paper paper) in English)
        {
            Document read = Reader.Read(Pictures.Pdf(Raster.Of(paper)), "scan.pdf");
            read.Recognised.ShouldBeTrue();
            fields.AddRange(PaperFieldsRead.Of(truth, read).Select(field => (truth.Name, field.Field, field.Right)));
        }

        double share = (double)fields.Count(field => field.Right) / fields.Count;
        string wrong = string.Join("; ", fields.Where(f => !f.Right).Select(f => $"{f.Paper} {f.Field}"));
        output.WriteLine($"scans {share:F3} of {fields.Count}: {wrong}");
        share.ShouldBeGreaterThanOrEqualTo(Least, wrong);
    }

    [Theory]
    [InlineData(1.5, false)]
    [InlineData(-2.0, false)]
    [InlineData(0.5, true)]
    public void A_phone_photo_is_read_askew_on_its_side_and_badly_lit(double degrees, bool turned)
    {
        NeedsTesseract();
        (Truth truth, Paper paper) = English[0];
        Raster raster = Raster.Of(paper, degrees: degrees);
        byte[] grey = raster.Grey(photo: true);
        byte[] photo = turned
            ? Pictures.Png(Pictures.Turned(grey, raster.Width, raster.Height), raster.Height, raster.Width)
            : Pictures.Png(grey, raster.Width, raster.Height);

        Document read = Reader.Read(photo, "photo.png");

        List<string> wrong = [.. PaperFieldsRead.Of(truth, read).Where(field => !field.Right).Select(f => f.Field)];
        wrong.Count.ShouldBeLessThanOrEqualTo(3, string.Join(", ", wrong));
        read.Kind.ShouldBe(truth.Kind);
        read.Findings.ShouldContain(finding => finding.Rule == "DOC-07" && finding.Severity == Severity.Info);
    }

    [Fact]
    public void What_was_recognised_does_not_block_but_a_proforma_does()
    {
        NeedsTesseract();
        var context = new DocumentContext { NoticeDate = GeneratedPapers.Notice.AddYears(3) };
        Paper old = English.First(paper => paper.Truth.Kind == DocumentKind.Invoice).Paper;
        Paper proforma = new Paper().At(40, 60, "PROFORMA INVOICE", 18).At(40, 100, "Invoice No: 1234", 11);

        Reader
            .Read(Pictures.Pdf(Raster.Of(old)), "a.pdf", context)
            .Findings.ShouldContain(finding => finding.Rule == "DOC-01" && finding.Severity == Severity.Warn);
        Reader
            .Read(Pictures.Pdf(Raster.Of(proforma)), "a.pdf", context)
            .Findings.ShouldContain(finding => finding.Rule == "DOC-06" && finding.Severity == Severity.Block);
    }

    [Fact]
    public void Without_tesseract_the_seller_is_told_what_to_install()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, Pictures.Png(new byte[100], 10, 10));
            Document read = new DocumentReader(KnowledgeLoader.BuiltIn, tesseract: null).Read(
                path,
                "a.png",
                new DocumentContext(),
                TestContext.Current.CancellationToken
            );

            read.HasText.ShouldBeFalse();
            read.Findings.ShouldHaveSingleItem().Message.ShouldContain("Tesseract");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_picture_that_claims_more_dots_than_a_photo_has_is_not_recognised()
    {
        byte[] claims = Pictures.Png(new byte[100], 10, 10);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(claims.AsSpan(16), 2_000_000);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(claims.AsSpan(20), 2_000_000);

        Reader.Read(claims, "a.png").HasText.ShouldBeFalse();
    }
}
