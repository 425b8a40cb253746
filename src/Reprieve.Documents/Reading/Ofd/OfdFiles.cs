using System.IO.Compression;
using System.Xml;

namespace Reprieve.Documents.Reading.Ofd;

/// <summary>The XML files in an OFD archive, each read as far as the budget goes; entities are never resolved.</summary>
internal sealed class OfdFiles(ZipArchive archive, ReadingBudget budget)
{
    private const int MostBytes = 8 * 1024 * 1024;
    private const int Deepest = 200;

    /// <summary>Paths within the archive begin with or without a slash.</summary>
    public static string Plain(string path) =>
        path.Replace('\\', '/').Replace("//", "/", StringComparison.Ordinal).TrimStart('/');

    /// <summary>The attributes of every element of a name, whatever its namespace.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Elements(string file, string name)
    {
        using XmlReader? xml = Open(file);
        while (xml is not null && Next(xml))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == name)
            {
                yield return Attributes(xml);
            }
        }
    }

    /// <summary>The text of every element of a name.</summary>
    public IEnumerable<string> Texts(string file, string name)
    {
        using XmlReader? xml = Open(file);
        bool inside = false;
        while (xml is not null && Next(xml))
        {
            inside = xml.NodeType == XmlNodeType.Element ? xml.LocalName == name : inside;
            if (inside && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                yield return xml.Value.Trim();
            }
        }
    }

    public static IReadOnlyDictionary<string, string> Attributes(XmlReader xml)
    {
        Dictionary<string, string> attributes = new(StringComparer.Ordinal);
        for (int i = 0; i < xml.AttributeCount; i++)
        {
            xml.MoveToAttribute(i);
            attributes[xml.LocalName] = xml.Value;
        }

        xml.MoveToElement();
        return attributes;
    }

    /// <summary>A reader over a file of the archive; null when there is none of that name.</summary>
    public XmlReader? Open(string file)
    {
        ZipArchiveEntry? entry = archive.Entries.FirstOrDefault(one =>
            Plain(one.FullName).Equals(file, StringComparison.OrdinalIgnoreCase)
        );
        if (entry is null)
        {
            return null;
        }

        budget.Tick();
        return XmlReader.Create(
            new MemoryStream(Unpacked(entry), writable: false),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MostBytes,
            }
        );
    }

    public bool Next(XmlReader xml)
    {
        budget.Operation();
        budget.Within(xml.Depth <= Deepest);
        return xml.Read();
    }

    /// <summary>What the archive says of a size is not believed: unpacking stops at the limit.</summary>
    private byte[] Unpacked(ZipArchiveEntry entry)
    {
        using Stream packed = entry.Open();
        using var whole = new MemoryStream();
        byte[] part = new byte[64 * 1024];
        int read;
        while ((read = packed.Read(part)) > 0)
        {
            budget.Within(whole.Length + read <= MostBytes);
            whole.Write(part, 0, read);
        }

        budget.Unpacked(whole.Length);
        return whole.ToArray();
    }
}
