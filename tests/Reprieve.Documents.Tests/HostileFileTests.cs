using System.IO.Compression;
using System.Text;
using CsCheck;

namespace Reprieve.Documents.Tests;

public sealed class HostileFileTests
{
    private const long Megabyte = 1024 * 1024;

    private static DocumentException Refused(byte[] bytes, string name = "paper.pdf")
    {
        DocumentException refused = Should.Throw<DocumentException>(() => Reader.Read(bytes, name));
        refused.Message.ShouldEndWith(".");
        return refused;
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    [Fact]
    public void Junk_is_no_paper() => Refused([1, 2, 3, 4, 5, 0, 255, 254]).Message.ShouldContain("neither a PDF");

    [Fact]
    public void An_empty_file_is_told() => Refused([]).Message.ShouldContain("empty");

    [Fact]
    public void Junk_behind_a_pdf_header_is_told_to_be_damaged() =>
        Refused([.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7919 >> 3))])
            .Message.ShouldContain("damaged");

    [Fact]
    public void A_file_that_is_not_there_is_told() =>
        Should
            .Throw<DocumentException>(() =>
                Reader.Documents.Read(
                    Path.Combine(AppContext.BaseDirectory, "no-such.pdf"),
                    "no-such.pdf",
                    new DocumentContext(),
                    TestContext.Current.CancellationToken
                )
            )
            .Message.ShouldContain("not there");

    [Fact]
    public void A_truncated_file_is_read_or_refused_but_never_fails_otherwise()
    {
        byte[] whole = Invoices.LabelsAbove().Bytes();
        for (int part = 1; part < 12; part++)
        {
            ReadOrRefuse(whole[..(whole.Length * part / 12)]);
        }
    }

    [Fact]
    public void A_file_with_changed_bytes_is_read_or_refused_but_never_fails_otherwise()
    {
        byte[] whole = Invoices.German().Bytes();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte)
            .Array[1, 30]
            .Sample(
                changes =>
                {
                    byte[] bytes = [.. whole];
                    foreach ((int at, byte value) in changes)
                    {
                        bytes[at] = value;
                    }

                    ReadOrRefuse(bytes);
                },
                iter: 60
            );
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("<< /A ", " >>")]
    public void Deep_nesting_does_not_exhaust_the_stack(string open, string close)
    {
        const int depth = 100_000;
        string nested =
            string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
        ReadOrRefuse(new RawPdf().Object(9, nested).Stream(10, []).Pages([10], "/Extra 9 0 R").Bytes());
        ReadOrRefuse(new RawPdf().Stream(10, Encoding.Latin1.GetBytes($"{nested} TJ")).Pages([10]).Bytes());
        ReadOrRefuse(new RawPdf().Stream(10, []).Pages([10]).Bytes($"/Root 1 0 R /Extra {nested}"));
    }

    [Fact]
    public void A_page_tree_that_leads_back_to_itself_ends() =>
        ReadOrRefuse(
            new RawPdf()
                .Object(1, "<< /Type /Catalog /Pages 2 0 R >>")
                .Object(2, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>")
                .Bytes()
        );

    [Fact]
    public void Many_pages_are_refused_by_their_number() =>
        Refused(new RawPdf().Stream(10, []).Pages([.. Enumerable.Repeat(10, 201)]).Bytes())
            .Message.ShouldContain("201");

    [Fact]
    public void Many_pages_that_are_only_claimed_do_no_harm() =>
        ReadOrRefuse(
            new RawPdf()
                .Object(1, "<< /Type /Catalog /Pages 2 0 R >>")
                .Object(2, "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>")
                .Object(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>")
                .Bytes()
        );

    [Fact]
    public void A_stream_that_unfolds_without_measure_is_refused()
    {
        byte[] bomb = Packed(new byte[200 * Megabyte]);
        Refused(new RawPdf().Stream(10, bomb, "/Filter /FlateDecode").Pages([10]).Bytes())
            .Message.ShouldContain("unfolds");
    }

    [Fact]
    public void A_stream_packed_many_times_over_is_refused() =>
        Refused(
            new RawPdf()
                .Stream(
                    10,
                    Packed(Packed(Packed(new byte[100 * Megabyte]))),
                    "/Filter [/FlateDecode /FlateDecode /FlateDecode]"
                )
                .Pages([10])
                .Bytes()
        )
            .Message.ShouldContain("unfolds");

    [Fact]
    public void Forms_that_call_each_other_without_end_are_refused()
    {
        var pdf = new RawPdf().Stream(10, "/X0 Do"u8.ToArray());
        for (int level = 0; level < 30; level++)
        {
            string next = level < 29 ? $"/XObject << /X{level + 1} {50 + level + 1} 0 R >>" : "/Font << /F1 3 0 R >>";
            string calls =
                level < 29
                    ? string.Concat(Enumerable.Repeat($"/X{level + 1} Do ", 8))
                    : RawPdf.Show(10, 10, "again and again", 10);
            pdf.Stream(
                50 + level,
                Encoding.Latin1.GetBytes(calls),
                $"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << {next} >>"
            );
        }

        Refused(pdf.Pages([10], "/XObject << /X0 50 0 R >>").Bytes()).Message.ShouldContain("PDF");
    }

    [Fact]
    public void A_page_of_more_letters_than_a_paper_has_is_refused() =>
        Refused(
            new RawPdf()
                .Stream(
                    10,
                    Packed(
                        Encoding.Latin1.GetBytes(
                            string.Concat(Enumerable.Repeat(RawPdf.Show(10, 10, new string('a', 400), 10), 1100))
                        )
                    ),
                    "/Filter /FlateDecode"
                )
                .Pages([10])
                .Bytes()
        )
            .Message.ShouldContain("unfolds");

    [Fact]
    public void A_protected_file_is_told_to_be_protected() =>
        Refused(
            new RawPdf()
                .Stream(10, [])
                .Object(
                    20,
                    $"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -3904 /O <{new string('1', 64)}> /U <{new string('2', 64)}> >>"
                )
                .Pages([10])
                .Bytes(
                    "/Root 1 0 R /Encrypt 20 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]"
                )
        )
            .Message.ShouldContain("password");

    [Fact]
    public void A_file_above_the_size_limit_is_not_even_opened()
    {
        string path = Path.GetTempFileName();
        try
        {
            using (FileStream file = File.OpenWrite(path))
            {
                file.SetLength(31 * Megabyte);
            }

            Should
                .Throw<DocumentException>(() =>
                    Reader.Documents.Read(path, "a.pdf", new DocumentContext(), TestContext.Current.CancellationToken)
                )
                .Message.ShouldContain("30 MB");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_reading_that_was_called_off_ends() =>
        Should.Throw<OperationCanceledException>(() =>
            Reader.ReadUntil(Invoices.LabelsAbove().Bytes(), "a.pdf", null, new CancellationToken(canceled: true))
        );

    [Fact]
    public void A_table_of_objects_that_leads_back_to_itself_ends()
    {
        byte[] file = new RawPdf().Stream(10, []).Pages([10]).Bytes();
        string text = Encoding.Latin1.GetString(file);
        int table = text.IndexOf("xref\n0 1", StringComparison.Ordinal);
        foreach (
            string broken in (string[])
                [
                    text.Replace("/Root 1 0 R", $"/Root 1 0 R /Prev {table}", StringComparison.Ordinal),
                    text[..table],
                    text[..text.IndexOf("startxref", StringComparison.Ordinal)] + "startxref\n99999999999\n%%EOF",
                    text.Replace("xref\n0 1", "xref\n0 2000000000", StringComparison.Ordinal),
                ]
        )
        {
            ReadOrRefuse(Encoding.Latin1.GetBytes(broken));
        }
    }

    [Fact]
    public void A_page_tree_that_doubles_on_every_level_ends()
    {
        var pdf = new RawPdf().Object(1, "<< /Type /Catalog /Pages 2 0 R >>");
        for (int level = 2; level < 32; level++)
        {
            string next = $"{level + 1} 0 R";
            pdf.Object(
                level,
                $"<< /Type /Pages /Kids [{next} {next} {next} {next}] /Count 4 /Parent {level - 1} 0 R >>"
            );
        }

        ReadOrRefuse(pdf.Object(32, "<< /Type /Page /MediaBox [0 0 595 842] >>").Bytes());
    }

    [Fact]
    public void A_picture_on_page_after_page_is_unpacked_once()
    {
        byte[] picture = Packed(new byte[1000 * 1000]);
        var pdf = new RawPdf()
            .Stream(
                900,
                picture,
                "/Type /XObject /Subtype /Image /Width 1000 /Height 1000 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode"
            )
            .Stream(10, "q 595 0 0 842 0 0 cm /I Do Q"u8.ToArray());

        Documents
            .Reading.PdfText.Read(
                pdf.Pages([.. Enumerable.Repeat(10, 60)], "/XObject << /I 900 0 R >>").Bytes(),
                TestContext.Current.CancellationToken
            )
            .Pictures.Select(page => page.Bytes)
            .Distinct()
            .ShouldHaveSingleItem();
    }

    private static void ReadOrRefuse(byte[] bytes)
    {
        try
        {
            Reader.Read(bytes, "paper.pdf").Pages.ShouldBeGreaterThan(0);
        }
        catch (DocumentException refused)
        {
            refused.Message.ShouldEndWith(".");
        }
    }
}
