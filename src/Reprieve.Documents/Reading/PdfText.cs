using UglyToad.PdfPig;

namespace Reprieve.Documents.Reading;

/// <summary>Takes the text out of a PDF.</summary>
internal static class PdfText
{
    public static int Read(byte[] bytes, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using PdfDocument pdf = PdfDocument.Open(bytes);
        return pdf.NumberOfPages;
    }
}
