using System.IO.Compression;
using System.Text;
using Reprieve.Knowledge;

namespace Reprieve.Notices.Tests;

public sealed class FileKindTests
{
    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    [Fact]
    public void A_word_file_is_read_without_what_is_deleted_or_hidden()
    {
        byte[] docx = Docx(
            $"<w:document {Word}><w:body><w:p><w:r><w:t>Your account has been</w:t></w:r><w:r><w:t xml:space=\"preserve\"> deactivated.</w:t></w:r></w:p><w:p/><w:p><w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden letters that nobody sees</w:t></w:r><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>B0C4TQ7M2K</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Cup</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
        );
        using var folder = new TemporaryFolder();
        string path = folder.File("a.docx", docx);
        Message message = MessageReader.Read(path).Single().Message.ShouldNotBeNull();
        message.Text.ShouldBe("Your account has been deactivated.\n\na\tb\nc\nB0C4TQ7M2K Cup");
        message.Notes.ShouldHaveSingleItem();
        MessageReader.LooksLikeMessage(path).ShouldBeTrue();
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]
    [InlineData("<w:document")]
    [InlineData("")]
    public void A_broken_word_file_gives_a_sentence(string xml) =>
        MessageReader
            .ReadStream(new MemoryStream(Docx(xml)), "a.docx")
            .Single()
            .Error.ShouldNotBeNull()
            .ShouldContain("a.docx");

    [Fact]
    public void A_word_file_that_unfolds_without_end_is_refused()
    {
        byte[] bomb = Docx($"<w:document {Word}><w:p>" + new string(' ', 40_000_000));
        bomb.Length.ShouldBeLessThan(100_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        MessageReader.ReadStream(new MemoryStream(bomb), "a.docx").Single().Error.ShouldNotBeNull();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20_000_000);
    }

    [Fact]
    public void A_word_file_nested_without_end_is_refused() =>
        MessageReader
            .ReadStream(
                new MemoryStream(Docx($"<w:document {Word}>" + string.Concat(Enumerable.Repeat("<w:p>", 100_000)))),
                "a.docx"
            )
            .Single()
            .Error.ShouldNotBeNull();

    [Theory]
    [InlineData("screenshot.png")]
    [InlineData("screenshot.jpg")]
    public void A_screenshot_is_read_and_marked_as_recognised(string name)
    {
        Assert.SkipWhen(Tesseract.Installed is null, "tesseract is not installed: screenshots are not read here");
        string path = Path.Combine(Some.Fixtures, "Pictures", name);
        Message message = MessageReader.Read(path).Single().Message.ShouldNotBeNull();
        message.Text.ShouldContain("Your Amazon seller account has been deactivated");
        message.FromPicture.ShouldBeTrue();
        Diagnosis plain = Some.Reader.Read(message);
        Diagnosis read = plain.Added(message);
        read.Kind.ShouldBe(NoticeKind.Deactivation);
        read.Notes.ShouldHaveSingleItem();
        read.Confidence.Kind.ShouldBeLessThan(plain.Confidence.Kind);
        read.Reasons.ShouldHaveSingleItem().Confidence.ShouldBeLessThan(plain.Reasons[0].Confidence);
    }

    [Fact]
    public void A_screenshot_asks_for_its_text_where_nothing_can_read_it()
    {
        byte[] picture = File.ReadAllBytes(Path.Combine(Some.Fixtures, "Pictures", "screenshot.png"));
        PictureFile.Read(picture, "a.png", tesseract: null).Error!.ShouldContain(".txt");
        PictureFile.Read(picture, "a.png", new Tesseract("/no/such/command")).Error!.ShouldContain(".txt");
    }

    [Fact]
    public void A_picture_that_claims_to_be_gigantic_is_not_recognised()
    {
        byte[] picture = File.ReadAllBytes(Path.Combine(Some.Fixtures, "Pictures", "screenshot.png"));
        PictureSize.Pixels(picture).ShouldBeInRange(50_000, 1_000_000);
        PictureSize
            .Pixels(File.ReadAllBytes(Path.Combine(Some.Fixtures, "Pictures", "screenshot.jpg")))
            .ShouldBe(PictureSize.Pixels(picture));
        picture[16] = 0x7F;
        PictureFile.Read(picture, "a.png").Message.ShouldBeNull();
    }

    [Fact]
    public void A_pdf_is_read_by_who_can_and_refused_otherwise()
    {
        byte[] pdf = [.. "%PDF-1.7"u8];
        MessageReader.ReadStream(new MemoryStream(pdf), "a").Single().Error!.ShouldContain("PDF");
        MessageReader
            .ReadStream(new MemoryStream(pdf), "a", new Pdf("Hello", null))
            .Single()
            .Message!.Text.ShouldBe("Hello");
        MessageReader
            .ReadStream(new MemoryStream(pdf), "a", new Pdf(null, "Locked."))
            .Single()
            .Error.ShouldBe("Locked.");
    }

    [Theory]
    [InlineData("From: a@b.example\nSubject: x\n\nHello", "Hello")]
    [InlineData("Your account <closed>", "Your account <closed>")]
    [InlineData("<!doctype HTML><p>Hello", "Hello")]
    [InlineData("\n<div>Hello</div>", "Hello")]
    [InlineData("{\"text\": \"Hello\"}", "Hello")]
    [InlineData("From x Mon\nFrom: a@b.example\nSubject: x\n\nHello", "Hello")]
    public void Standard_input_may_be_of_any_shape(string content, string text) =>
        MessageReader
            .ReadStream(new MemoryStream(Encoding.UTF8.GetBytes(content)), "-")
            .Single()
            .Message!.Text.ShouldBe(text);

    [Fact]
    public void A_mailbox_is_streamed_even_from_standard_input()
    {
        using var box = new EndlessMailbox(100_000_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        int mails = MessageReader.ReadStream(box, "-").Take(3).Count();
        mails.ShouldBe(3);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20_000_000);
    }

    [Fact]
    public void A_sentence_that_begins_with_From_opens_no_mail_and_a_masked_one_is_unmasked()
    {
        ReadResult[] results =
        [
            .. MessageReader.ReadStream(
                new MemoryStream(
                    "From x Mon\nFrom: a@b.example\nSubject: one\n\nHello\n\nFrom now on you may sell.\n\n>From here\n\nFrom y Tue\nFrom: a@b.example\nSubject: two\n\nBye\n"u8.ToArray()
                ),
                "box"
            ),
        ];
        results.Select(r => r.Message!.Subject).ShouldBe(["one", "two"]);
        results[0].Message!.Text.ShouldContain("From now on you may sell.\n\nFrom here");
    }

    private static byte[] Docx(string document)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream part = zip.CreateEntry("word/document.xml").Open();
            part.Write(Encoding.UTF8.GetBytes(document));
        }

        return file.ToArray();
    }

    private sealed class Pdf(string? text, string? error) : IPdfReader
    {
        public PdfReading Read(byte[] pdf) => new(text, error);
    }

    /// <summary>A mailbox that is made as it is read.</summary>
    private sealed class EndlessMailbox(long size) : ForwardStream
    {
        private static readonly byte[] Mail =
        [
            .. "From x Mon\nFrom: a@b.example\nSubject: x\n\n"u8,
            .. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("Hello there\n", 20_000))),
            .. "\n"u8,
        ];

        private long _at;

        public override int Read(Span<byte> buffer)
        {
            int from = (int)(_at % Mail.Length);
            int length = (int)Math.Min(Math.Min(buffer.Length, Mail.Length - from), size - _at);
            Mail.AsSpan(from, length).CopyTo(buffer);
            _at += length;
            return length;
        }
    }
}
