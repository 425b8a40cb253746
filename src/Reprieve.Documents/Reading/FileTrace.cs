using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Reprieve.Documents.Reading;

/// <summary>What a PDF tells about how it was made.</summary>
/// <param name="Programs">Producer and creator as the file names them.</param>
/// <param name="SavedAgain">Whether it was saved over an earlier state; signing does so too, and is not counted.</param>
internal sealed record FileTrace(string Programs, DateTimeOffset? Created, DateTimeOffset? Modified, bool SavedAgain)
{
    public static FileTrace Of(byte[] bytes, PdfDocument pdf)
    {
        DocumentInformation made = pdf.Information;
        return new FileTrace(
            Folded.Text($"{made.Creator} / {made.Producer}").Trim(' ', '/'),
            Time(made.GetCreatedDateTimeOffset),
            Time(made.GetModifiedDateTimeOffset),
            Revised(bytes)
        );
    }

    /// <summary>Each saving over an earlier state adds an end to the file; a file for the web has two from the first.</summary>
    private static bool Revised(ReadOnlySpan<byte> bytes)
    {
        bool signed = bytes.IndexOf("/ByteRange"u8) >= 0;
        int first = bytes[..Math.Min(bytes.Length, 1024)].IndexOf("/Linearized"u8) >= 0 ? 2 : 1;
        return !signed && bytes.Count("startxref"u8) > first;
    }

    private static DateTimeOffset? Time(Func<DateTimeOffset?> of)
    {
        try
        {
            return of();
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            return null;
        }
    }
}
