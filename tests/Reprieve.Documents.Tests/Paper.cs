using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Reprieve.Documents.Tests;

/// <summary>Writes papers for tests: text at a distance from the left and the top of a page, in points.</summary>
internal sealed class Paper
{
    private const double Height = 842;

    private readonly List<List<(double Left, double Top, string Text, double Size)>> _pages =
    [
        [],
    ];

    public Paper NextPage()
    {
        _pages.Add([]);
        return this;
    }

    public Paper At(double left, double top, string text, double size = 10)
    {
        _pages[^1].Add((left, top, text, size));
        return this;
    }

    /// <summary>Several lines under each other.</summary>
    public Paper Block(double left, double top, params string[] lines)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            At(left, top + i * 13, lines[i]);
        }

        return this;
    }

    /// <summary>A row of a table; empty fields are left out.</summary>
    public Paper Row(double top, params (double Left, string Text)[] fields)
    {
        foreach ((double left, string text) in fields)
        {
            At(left, top, text);
        }

        return this;
    }

    public byte[] Bytes() => _pages.SelectMany(page => page).All(text => text.Text.All(char.IsAscii)) ? Built() : Raw();

    private byte[] Built()
    {
        using var pdf = new PdfDocumentBuilder();
        PdfDocumentBuilder.AddedFont font = pdf.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var texts in _pages)
        {
            PdfPageBuilder page = pdf.AddPage(PageSize.A4);
            foreach ((double left, double top, string text, double size) in texts)
            {
                page.AddText(text, size, new PdfPoint(left, Height - top), font);
            }
        }

        return pdf.Build();
    }

    private byte[] Raw()
    {
        var pdf = new RawPdf();
        for (int page = 0; page < _pages.Count; page++)
        {
            string content = string.Concat(
                _pages[page].Select(text => RawPdf.Show(text.Left, Height - text.Top, text.Text, text.Size))
            );
            pdf.Stream(10 + page, System.Text.Encoding.Latin1.GetBytes(content));
        }

        return pdf.Pages([.. Enumerable.Range(10, _pages.Count)]).Bytes();
    }

    public Document Read(DocumentContext? context = null) => Reader.Read(Bytes(), "paper.pdf", context);
}
