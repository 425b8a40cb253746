using System.Globalization;
using System.Text;

namespace Reprieve.SampleMaker;

/// <summary>
/// An A4 paper with a text layer, written from top to bottom. The PDF is written by hand: Helvetica in the encoding of
/// western Europe (umlauts included), nothing that changes from run to run.
/// </summary>
internal sealed class PaperSheet
{
    private readonly List<StringBuilder> _pages = [new()];

    /// <summary>Distance of the next line from the page's foot, in points.</summary>
    public double Y { get; private set; } = 790;

    /// <summary>Writes at a place of the current line.</summary>
    public PaperSheet At(double x, string text, double size = 10, bool bold = false)
    {
        string escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("(", "\\(", StringComparison.Ordinal)
            .Replace(")", "\\)", StringComparison.Ordinal);
        _pages[^1]
            .Append(CultureInfo.InvariantCulture, $"BT /F{(bold ? 2 : 1)} {size} Tf {x} {Y} Td ({escaped}) Tj ET\n");
        return this;
    }

    public PaperSheet Down(double points = 15)
    {
        Y -= points;
        return this;
    }

    public PaperSheet Line(string text, double size = 10, bool bold = false) => At(50, text, size, bold).Down(size + 5);

    public PaperSheet Rule()
    {
        _pages[^1].Append(CultureInfo.InvariantCulture, $"0.7 w 50 {Y + 8} m 545 {Y + 8} l S\n");
        return Down(8);
    }

    public PaperSheet NewPage()
    {
        _pages.Add(new StringBuilder());
        Y = 790;
        return this;
    }

    public byte[] Save()
    {
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select((_, at) => $"{5 + 2 * at} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        ];
        foreach (StringBuilder page in _pages)
        {
            objects.Add(
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {objects.Count + 2} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
            );
            objects.Add($"<< /Length {page.Length} >>\nstream\n{page}\nendstream");
        }

        return Assemble(objects);
    }

    private static byte[] Assemble(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        List<int> offsets = [];
        for (int at = 0; at < objects.Count; at++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{at + 1} 0 obj\n{objects[at]}\nendobj\n");
        }

        int start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (int offset in offsets)
        {
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
        );
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
