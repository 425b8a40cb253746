using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Reprieve.Responses.Export;

/// <summary>
/// The text as a Word document: real headings, real numbered lists, one clean page where it fits. Its parts are
/// written by hand, so that the same answer gives the same bytes and nothing of the author's machine goes in.
/// </summary>
internal static class PlanDocx
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] LetterStores = ["amazon.com", "amazon.ca", "amazon.com.mx"];

    public static byte[] Write(WrittenResponse response, string? marketplace)
    {
        bool letter = LetterStores.Contains(marketplace, StringComparer.OrdinalIgnoreCase);
        (string body, int lists) = Body(response, letter);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", DocxParts.ContentTypes);
            Add(zip, "_rels/.rels", DocxParts.Relations);
            Add(zip, "word/_rels/document.xml.rels", DocxParts.DocumentRelations);
            Add(zip, "word/document.xml", body);
            Add(zip, "word/styles.xml", DocxParts.Styles(response.Language));
            Add(zip, "word/numbering.xml", DocxParts.Numbering(lists));
        }

        return stream.ToArray();
    }

    private static (string Xml, int Lists) Body(WrittenResponse response, bool letter)
    {
        var xml = new StringBuilder();
        xml.Append(
            CultureInfo.InvariantCulture,
            $"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{Main}"><w:body>"""
        );
        HashSet<int> headings =
        [
            .. response.Sentences.Where(s => s.Id.Contains("heading", StringComparison.Ordinal)).Select(s => s.Start),
        ];
        int lists = 0;
        bool inList = false;
        int at = 0;
        foreach (string line in response.Text.Split('\n'))
        {
            string text = line.TrimEnd('\r');
            if (text.Length > 0)
            {
                int item = ItemText(text);
                lists += item > 0 && !inList ? 1 : 0;
                inList = item > 0;
                xml.Append(
                    Paragraph(
                        text[item..],
                        headings.Contains(at) ? "Heading1"
                            : item > 0 ? "ListNumber"
                            : null,
                        lists
                    )
                );
            }
            else
            {
                inList = false;
            }

            at += line.Length + 1;
        }

        string size = letter ? """w:w="12240" w:h="15840" """ : """w:w="11906" w:h="16838" """;
        xml.Append(
            CultureInfo.InvariantCulture,
            $"""<w:sectPr><w:pgSz {size}/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>"""
        );
        return (xml.Append("</w:body></w:document>").ToString(), lists);
    }

    private static string Paragraph(string text, string? style, int list)
    {
        string numbering =
            style == "ListNumber" ? $"""<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list}"/></w:numPr>""" : "";
        string properties = style is null ? "" : $"""<w:pPr><w:pStyle w:val="{style}"/>{numbering}</w:pPr>""";
        return $"""<w:p>{properties}<w:r><w:t xml:space="preserve">{SecurityElement.Escape(Allowed(text))}</w:t></w:r></w:p>""";
    }

    /// <summary>Where the text of an item ("3. …") begins; 0 when the line is none.</summary>
    private static int ItemText(string line)
    {
        int digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        return digits is > 0 and < 4 && line.AsSpan(digits).StartsWith(". ", StringComparison.Ordinal) ? digits + 2 : 0;
    }

    /// <summary>Control characters and lone surrogates have no place in XML.</summary>
    private static string Allowed(string text) =>
        string.Concat(
            text.EnumerateRunes().Where(rune => rune.Value >= ' ' || rune.Value == '\t').Select(rune => rune.ToString())
        );

    private static void Add(ZipArchive zip, string name, string content)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Stamp;
        using Stream stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }
}
