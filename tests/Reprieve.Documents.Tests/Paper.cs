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
    private readonly List<List<string>> _drawn =
    [
        [],
    ];

    public IReadOnlyList<(double Left, double Top, string Text, double Size)> Texts(int page) => _pages[page];

    public Paper NextPage()
    {
        _pages.Add([]);
        _drawn.Add([]);
        return this;
    }

    public Paper At(double left, double top, string text, double size = 10)
    {
        _pages[^1].Add((left, top, text, size));
        return this;
    }

    /// <summary>A filled box that is drawn after the text (or before it); colours from 0 to 1.</summary>
    public Paper Box(
        double left,
        double top,
        double width,
        double height,
        (double Red, double Green, double Blue) colour,
        bool before = false
    )
    {
        string box = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"q {colour.Red} {colour.Green} {colour.Blue} rg {left} {Height - top - height} {width} {height} re f Q\n"
        );
        _drawn[^1].Add((before ? "<" : ">") + box);
        return this;
    }

    /// <summary>Text in a font of its own (F1 Helvetica, F7 Times, F8 Courier), drawn last.</summary>
    public Paper In(string font, double left, double top, string text, double size = 10)
    {
        _drawn[^1]
            .Add(
                ">" + RawPdf.Show(left, Height - top, text, size).Replace("/F1", $"/{font}", StringComparison.Ordinal)
            );
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

    public byte[] Bytes() =>
        _drawn.TrueForAll(page => page.Count == 0)
        && _pages.SelectMany(page => page).All(text => text.Text.All(char.IsAscii))
            ? Built()
            : Raw().Bytes();

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

    /// <summary>The file as it is before its end is written: further objects may be added.</summary>
    public RawPdf Raw(string page = "")
    {
        var pdf = new RawPdf();
        for (int index = 0; index < _pages.Count; index++)
        {
            string text = string.Concat(
                _pages[index].Select(one => RawPdf.Show(one.Left, Height - one.Top, one.Text, one.Size))
            );
            string content = Drawn(index, '<') + text + Drawn(index, '>');
            pdf.Stream(10 + index, System.Text.Encoding.Latin1.GetBytes(content));
        }

        return pdf.Pages([.. Enumerable.Range(10, _pages.Count)], page: page);
    }

    private string Drawn(int page, char when) =>
        string.Concat(_drawn[page].Where(box => box[0] == when).Select(box => box[1..]));

    public Document Read(DocumentContext? context = null) => Reader.Read(Bytes(), "paper.pdf", context);
}
