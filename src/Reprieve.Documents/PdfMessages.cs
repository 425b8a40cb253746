using System.Text;
using Reprieve.Documents.Reading;
using Reprieve.Notices;

namespace Reprieve.Documents;

/// <summary>Gives step 1 the text of a mail or page that was saved as PDF, read as papers are: within bounds.</summary>
public sealed class PdfMessages : IPdfReader
{
    /// <summary>A gap of this many letter sizes between two lines parts paragraphs.</summary>
    private const double ParagraphGap = 1.8;

    /// <inheritdoc/>
    public PdfReading Read(byte[] pdf)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        try
        {
            PaperText paper = PdfText.Read(pdf, CancellationToken.None);
            return new PdfReading(Legibility.IsGarbled(paper) ? null : Text(paper), null);
        }
        catch (DocumentException fault)
        {
            return new PdfReading(null, fault.Message);
        }
    }

    private static string Text(PaperText paper)
    {
        var text = new StringBuilder();
        PaperLine? before = null;
        foreach (PaperLine line in paper.Lines)
        {
            bool paragraph =
                before is not null && before.Page == line.Page && line.Top - before.Top > ParagraphGap * line.Size;
            text.Append(
                    paragraph ? "\n\n"
                    : before is null ? ""
                    : "\n"
                )
                .Append(line.Text);
            before = line;
        }

        return text.ToString();
    }
}
