using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Reprieve.Responses.Checking;

/// <summary>
/// The text of a Word file, a paragraph a line, headings with markdown marks, list items with a bullet. Only the
/// document part is opened, never macros, pictures or links; size and number of paragraphs are bounded first.
/// </summary>
internal static class DocxText
{
    private const long MaxUnpacked = 60L * 1024 * 1024;
    private const int MaxParts = 2000;
    private const int MaxParagraphs = 100_000;
    private const int MaxDepth = 256;

    /// <param name="starts">Is given where each run of text begins in what is returned; null when nobody asks.</param>
    public static string Read(byte[] bytes, string path, List<int>? starts = null)
    {
        try
        {
            Bound(bytes, path);
            using var stream = new MemoryStream(bytes, writable: false);
            using var document = WordprocessingDocument.Open(
                stream,
                isEditable: false,
                new OpenSettings { MaxCharactersInPart = MaxUnpacked, AutoSave = false }
            );
            MainDocumentPart main = document.MainDocumentPart ?? throw PlanTextReader.Fault("check.not_docx", path);
            return Paragraphs(main, path, starts);
        }
        catch (Exception fault)
            when (fault
                    is InvalidDataException
                        or OpenXmlPackageException
                        or XmlException
                        or FileFormatException
                        or IOException
                        or InvalidOperationException
                        or ArgumentException
                        or FormatException
                        or NotSupportedException
            )
        {
            throw PlanTextReader.Fault("check.damaged_docx", path, fault);
        }
    }

    /// <summary>Unpacks with a limit before anything is parsed: the sizes a zip states may lie.</summary>
    private static void Bound(byte[] bytes, string path)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        long left = MaxUnpacked;
        byte[] buffer = new byte[81920];
        if (zip.Entries.Count > MaxParts)
        {
            throw PlanTextReader.Fault("check.docx_too_large", path);
        }

        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            using Stream part = entry.Open();
            int read;
            while ((read = part.Read(buffer)) > 0)
            {
                left -= read;
                if (left < 0)
                {
                    throw PlanTextReader.Fault("check.docx_too_large", path);
                }
            }
        }
    }

    /// <summary>Reads element by element, so that neither size nor nesting can exhaust memory.</summary>
    private static string Paragraphs(MainDocumentPart main, string path, List<int>? starts)
    {
        var text = new StringBuilder();
        int count = 0;
        int depth = 0;
        string prefix = "";
        using OpenXmlReader reader = OpenXmlReader.Create(main);
        while (reader.Read())
        {
            depth += reader.IsStartElement ? 1 : 0;
            depth -= reader.IsEndElement ? 1 : 0;
            if (depth > MaxDepth || count > MaxParagraphs)
            {
                throw PlanTextReader.Fault("check.docx_too_large", path);
            }

            Type type = reader.ElementType;
            if (type == typeof(Paragraph))
            {
                prefix = "";
                if (reader.IsEndElement)
                {
                    count++;
                    text.Append('\n');
                }
            }
            else if (reader.IsStartElement)
            {
                prefix = Mark(reader, type, prefix);
                Append(text, reader, type, ref prefix, starts);
            }
        }

        return text.ToString();
    }

    private static void Append(
        StringBuilder text,
        OpenXmlReader reader,
        Type type,
        ref string prefix,
        List<int>? starts
    )
    {
        if (type == typeof(Text))
        {
            text.Append(prefix);
            starts?.Add(text.Length);
            text.Append(reader.GetText());
            prefix = "";
        }
        else if (type == typeof(Break) || type == typeof(CarriageReturn))
        {
            text.Append('\n');
        }
        else if (type == typeof(TabChar))
        {
            text.Append('\t');
        }
        else if (type == typeof(NoBreakHyphen))
        {
            text.Append('-');
        }
    }

    /// <summary>"# " for a heading style, "- " for a numbered or bulleted paragraph.</summary>
    private static string Mark(OpenXmlReader reader, Type type, string prefix)
    {
        if (type == typeof(NumberingProperties))
        {
            return "- ";
        }

        if (type != typeof(ParagraphStyleId))
        {
            return prefix;
        }

        string style = reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == "val").Value ?? "";
        bool heading =
            style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase)
            || style.StartsWith("berschrift", StringComparison.OrdinalIgnoreCase)
            || style.StartsWith("Überschrift", StringComparison.OrdinalIgnoreCase)
            || style.Equals("Title", StringComparison.OrdinalIgnoreCase);
        return heading ? "# "
            : style.StartsWith("List", StringComparison.OrdinalIgnoreCase) ? "- "
            : prefix;
    }
}
