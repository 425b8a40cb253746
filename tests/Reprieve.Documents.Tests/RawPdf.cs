using System.Globalization;
using System.Text;

namespace Reprieve.Documents.Tests;

/// <summary>
/// Writes PDF object by object: for umlauts and Chinese, which the library's own writer cannot do without a font file,
/// and for files that no writer would write.
/// </summary>
internal sealed class RawPdf
{
    private readonly List<byte> _file = [];
    private readonly List<(int Number, int Offset)> _objects = [];

    public RawPdf() => Write("%PDF-1.7\n");

    public RawPdf Object(int number, string body)
    {
        Begin(number);
        Write($"{body}\nendobj\n");
        return this;
    }

    public RawPdf Stream(int number, byte[] bytes, string entries = "")
    {
        Begin(number);
        Write($"<< /Length {bytes.Length} {entries} >>\nstream\n");
        _file.AddRange(bytes);
        Write("\nendstream\nendobj\n");
        return this;
    }

    /// <summary>Catalog, page tree and fonts (F1 Latin, F2 Chinese) for pages whose contents are the given objects.</summary>
    public RawPdf Pages(IReadOnlyList<int> contents, string resources = "", string page = "")
    {
        string kids = string.Join(' ', contents.Select(content => $"{content + 1000} 0 R"));
        Object(1, "<< /Type /Catalog /Pages 2 0 R >>");
        Object(2, $"<< /Type /Pages /Kids [{kids}] /Count {contents.Count} >>");
        Object(3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        Object(
            4,
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>"
        );
        Object(
            5,
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /FontDescriptor 6 0 R "
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>"
        );
        Object(
            6,
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
                + "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
        );
        Object(7, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>");
        Object(8, "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>");
        foreach (int content in contents)
        {
            Object(
                content + 1000,
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R {page} "
                    + $"/Resources << /Font << /F1 3 0 R /F2 4 0 R /F7 7 0 R /F8 8 0 R >> {resources} >> >>"
            );
        }

        return this;
    }

    public byte[] Bytes(string trailer = "/Root 1 0 R")
    {
        int start = _file.Count;
        Write("xref\n0 1\n0000000000 65535 f \n");
        foreach ((int number, int offset) in _objects)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{offset:D10} 00000 n \n"));
        }

        int size = _objects.Max(entry => entry.Number) + 1;
        Write($"trailer\n<< /Size {size} {trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return [.. _file];
    }

    /// <summary>The operator that shows a text at a place.</summary>
    public static string Show(double left, double bottom, string text, double size)
    {
        bool latin = IsLatin(text);
        byte[] bytes = latin ? [.. text.Select(Windows)] : Encoding.BigEndianUnicode.GetBytes(text);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"BT /{(latin ? "F1" : "F2")} {size} Tf 1 0 0 1 {left} {bottom} Tm <{Convert.ToHexString(bytes)}> Tj ET\n"
        );
    }

    /// <summary>Whether the Latin font has all letters of a text.</summary>
    public static bool IsLatin(string text) => text.All(c => c < 256 || c == '€');

    private static byte Windows(char c) => c == '€' ? (byte)0x80 : (byte)c;

    private void Begin(int number)
    {
        _objects.Add((number, _file.Count));
        Write($"{number} 0 obj\n");
    }

    private void Write(string text) => _file.AddRange(Encoding.Latin1.GetBytes(text));
}
