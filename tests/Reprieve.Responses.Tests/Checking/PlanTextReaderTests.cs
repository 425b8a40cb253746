using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Reprieve.Knowledge;
using Reprieve.Responses.Checking;

namespace Reprieve.Responses.Tests.Checking;

public sealed class PlanTextReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-check").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_text_with_a_mark_is_read_in_its_charset(string charset)
    {
        Encoding encoding = Encoding.GetEncoding(charset);
        string path = Write(
            "plan.txt",
            [.. encoding.GetPreamble(), .. encoding.GetBytes("Ursache: 截止时间\r\nzu spät")]
        );

        PlanTextReader.Read(path).ShouldBe("Ursache: 截止时间\nzu spät");
    }

    [Fact]
    public void A_text_without_a_mark_is_utf8_else_windows_1252()
    {
        PlanTextReader.Read(Write("a.md", "Maßnahmen – „heute“"u8.ToArray())).ShouldBe("Maßnahmen – „heute“");
        PlanTextReader.Read(Write("b.txt", [.. "Ma"u8, 0xdf, .. "nahmen "u8, 0x96])).ShouldBe("Maßnahmen –");
    }

    [Fact]
    public void A_word_file_keeps_headings_lists_and_line_breaks()
    {
        string path = Path.Combine(_folder, "plan.docx");
        Docx(
            path,
            new Paragraph(
                new ParagraphProperties(new ParagraphStyleId { Val = "Heading1" }),
                new Run(new Text("Root cause"))
            ),
            new Paragraph(new Run(new Text("The cut-off"), new Break(), new Text("was late."))),
            new Paragraph(
                new ParagraphProperties(
                    new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 })
                ),
                new Run(new Text("Moved on ") { Space = SpaceProcessingModeValues.Preserve }),
                new Run(new Text("7 April"))
            )
        );

        PlanTextReader.Read(path).ShouldBe("# Root cause\nThe cut-off\nwas late.\n- Moved on 7 April\n");
    }

    [Theory]
    [InlineData("plan.docx", "no zip at all")]
    [InlineData("plan.docx", "PK\u0003\u0004 broken")]
    [InlineData("plan.pdf", "%PDF-1.7")]
    [InlineData("plan.txt", "PK\u0003\u0004")]
    [InlineData("plan.txt", "a\0b")]
    public void A_bad_file_is_refused_with_a_message_that_names_it(string name, string content)
    {
        string path = Write(name, Encoding.UTF8.GetBytes(content));

        Should.Throw<PlanTextException>(() => PlanTextReader.Read(path)).Message.ShouldContain(path);
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_refused()
    {
        Should.Throw<PlanTextException>(() => PlanTextReader.Read(Path.Combine(_folder, "none.txt")));
        Should.Throw<PlanTextException>(() => PlanTextReader.Read(_folder));
    }

    [Fact]
    public void A_large_file_is_refused_unread() =>
        Should.Throw<PlanTextException>(() =>
            PlanTextReader.Read(Write("plan.txt", new byte[PlanTextReader.MaxBytes + 1]))
        );

    [Fact]
    public void A_zip_bomb_is_refused()
    {
        string path = Path.Combine(_folder, "bomb.docx");
        using (ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using Stream part = zip.CreateEntry("word/document.xml").Open();
            byte[] spaces = new byte[1024 * 1024];
            for (int i = 0; i < 80; i++)
            {
                part.Write(spaces);
            }
        }

        Should.Throw<PlanTextException>(() => PlanTextReader.Read(path)).Message.ShouldContain("bomb.docx");
    }

    [Fact]
    public void A_deeply_nested_document_is_refused()
    {
        string path = Path.Combine(_folder, "deep.docx");
        Docx(path, new Paragraph(new Run(new Text("x"))));
        string open = string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 2000));
        string close = string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 2000));
        Replace(
            path,
            $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{open}<w:p/>{close}</w:body></w:document>"""
        );

        Should.Throw<PlanTextException>(() => PlanTextReader.Read(path));
    }

    [Fact]
    public void A_document_that_declares_entities_is_refused()
    {
        string path = Path.Combine(_folder, "entities.docx");
        Docx(path, new Paragraph(new Run(new Text("x"))));
        Replace(
            path,
            """<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"""
        );

        Should.Throw<PlanTextException>(() => PlanTextReader.Read(path));
    }

    [Fact]
    public void A_plan_in_word_passes_as_its_text_does()
    {
        string path = Path.Combine(_folder, "whole.docx");
        Docx(
            path,
            [
                .. Fixture
                    .Text("good/late-shipment.en.txt")
                    .Split('\n')
                    .Select(line => new Paragraph(new Run(new Text(line)))),
            ]
        );

        CheckReport report = new ResponseChecker(KnowledgeLoader.BuiltIn).Check(
            PlanTextReader.Read(path),
            new CheckRequest()
        );

        report.Passed.ShouldBeTrue(string.Join('\n', report.Findings));
    }

    private string Write(string name, byte[] content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static void Docx(string path, params Paragraph[] paragraphs)
    {
        using WordprocessingDocument document = WordprocessingDocument.Create(
            path,
            WordprocessingDocumentType.Document
        );
        document.AddMainDocumentPart().Document = new Document(new Body(paragraphs));
    }

    private static void Replace(string path, string xml)
    {
        using ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Update);
        zip.GetEntry("word/document.xml")!.Delete();
        using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
        writer.Write(xml);
    }
}
