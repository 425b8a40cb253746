using System.IO.Compression;
using System.Xml;

namespace Reprieve.Documents.Reading.Ofd;

/// <summary>
/// Takes the text out of an OFD file, the form in which Chinese tax offices issue invoices (GB/T 33190): a zip archive
/// of XML pages. Bounded in entries, bytes and glyphs.
/// </summary>
internal static class OfdText
{
    private const int MostEntries = 2000;
    private const int MostPages = 50;
    private const string Root = "OFD.xml";

    /// <exception cref="DocumentException">It is damaged, or unfolds into more than papers hold.</exception>
    public static PaperText Read(byte[] bytes, CancellationToken cancel)
    {
        var budget = new ReadingBudget(cancel);
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            budget.Within(archive.Entries.Count <= MostEntries);
            var files = new OfdFiles(archive, budget);
            string document =
                files.Texts(Root, "DocRoot").FirstOrDefault()
                ?? throw new DocumentException(Say.Texts.Get("OfdBroken"));
            return Pages(files, OfdFiles.Plain(document), budget);
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or NotSupportedException)
        {
            throw new DocumentException(Say.Texts.Get("OfdBroken"), fault);
        }
    }

    private static PaperText Pages(OfdFiles files, string document, ReadingBudget budget)
    {
        string folder = document.Contains('/', StringComparison.Ordinal)
            ? document[..(document.LastIndexOf('/') + 1)]
            : "";
        List<IReadOnlyDictionary<string, string>> pages = [.. files.Elements(document, "Page")];
        Dictionary<string, string> templates = files
            .Elements(document, "TemplatePage")
            .Where(template => template.ContainsKey("ID") && template.ContainsKey("BaseLoc"))
            .DistinctBy(template => template["ID"])
            .ToDictionary(template => template["ID"], template => template["BaseLoc"]);
        budget.Within(pages.Count <= MostPages);
        List<PaperLine> lines = [];
        int number = 0;
        foreach (string place in pages.Select(page => page.GetValueOrDefault("BaseLoc")).OfType<string>())
        {
            number++;
            string page = OfdFiles.Plain(folder + place);
            IEnumerable<string> behind = files
                .Elements(page, "Template")
                .Select(used => used.GetValueOrDefault("TemplateID") ?? "")
                .Where(templates.ContainsKey)
                .Select(id => OfdFiles.Plain(folder + templates[id]))
                .ToList();
            List<Glyph> glyphs = [.. behind.Append(page).SelectMany(file => OfdGlyphs.Of(files, file, budget))];
            lines.AddRange(PageLayout.Lines(number, glyphs));
        }

        return number == 0 ? throw new DocumentException(Say.Texts.Get("OfdBroken")) : new PaperText(lines, number);
    }
}
