using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Reprieve.Documents.Tests;

/// <summary>Writes OFD files as tax platforms do: a template with the labels, a page with the values.</summary>
internal static class OfdFile
{
    private const string Space = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";

    public static byte[] Of(
        IEnumerable<(double X, double Y, string Text)> labels,
        IEnumerable<(double X, double Y, string Text)> values
    ) =>
        Zip(
            (
                "OFD.xml",
                $"<ofd:OFD {Space}><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
            ),
            (
                "Doc_0/Document.xml",
                $"<ofd:Document {Space}><ofd:CommonData><ofd:TemplatePage ID=\"7\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/></ofd:CommonData><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages></ofd:Document>"
            ),
            ("Doc_0/Tpls/Tpl_0/Content.xml", Page("", labels)),
            ("Doc_0/Pages/Page_0/Content.xml", Page("<ofd:Template TemplateID=\"7\"/>", values))
        );

    public static byte[] Zip(params (string Name, string Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string content) in files)
            {
                using Stream entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    private static string Page(string head, IEnumerable<(double X, double Y, string Text)> texts) =>
        $"<ofd:Page {Space}>{head}<ofd:Content><ofd:Layer>{string.Concat(texts.Select(Object))}</ofd:Layer></ofd:Content></ofd:Page>";

    private static string Object((double X, double Y, string Text) text)
    {
        double size = 3.2;
        IEnumerable<string> steps = text
            .Text.SkipLast(1)
            .Select(c => (c >= 0x2E80 ? size : size / 2).ToString(CultureInfo.InvariantCulture));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<ofd:TextObject ID=\"9\" Boundary=\"{text.X} {text.Y - 3} 80 4\" Font=\"1\" Size=\"{size}\"><ofd:TextCode X=\"0\" Y=\"3\" DeltaX=\"{string.Join(' ', steps)}\">{text.Text}</ofd:TextCode></ofd:TextObject>"
        );
    }
}
