using System.Text;
using Reprieve.Notices;

namespace Reprieve.Documents.Tests;

public sealed class PdfMessagesTests
{
    [Fact]
    public void A_notice_saved_as_pdf_gives_its_lines_and_paragraphs()
    {
        byte[] pdf = Pdf(
            "BT /F1 12 Tf 72 700 Td (From: Amazon) Tj 0 -14 Td (Subject: Your account) Tj 0 -40 Td (Your Amazon seller account has been deactivated.) Tj ET"
        );
        PdfReading read = new PdfMessages().Read(pdf);
        read.Text.ShouldBe("From: Amazon\nSubject: Your account\n\nYour Amazon seller account has been deactivated.");
        Message message = MessageReader
            .ReadStream(new MemoryStream(pdf), "a.pdf", new PdfMessages())
            .Single()
            .Message.ShouldNotBeNull();
        message.Subject.ShouldBe("Your account");
        message.Mime.HasValue.ShouldBeFalse();
    }

    [Fact]
    public void A_damaged_pdf_gives_a_sentence()
    {
        PdfReading read = new PdfMessages().Read(Encoding.ASCII.GetBytes("%PDF-1.7\nnothing"));
        read.Text.ShouldBeNull();
        read.Error.ShouldNotBeNullOrWhiteSpace();
    }

    private static byte[] Pdf(string content)
    {
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        List<int> places = [];
        for (int i = 0; i < objects.Length; i++)
        {
            places.Add(pdf.Length);
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        int table = pdf.Length;
        pdf.Append("xref\n0 6\n0000000000 65535 f \n");
        places.ForEach(place =>
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n")
        );
        pdf.Append(
            System.Globalization.CultureInfo.InvariantCulture,
            $"trailer << /Root 1 0 R /Size 6 >>\nstartxref\n{table}\n%%EOF\n"
        );
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
