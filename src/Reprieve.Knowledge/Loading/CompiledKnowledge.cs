using System.Text;
using System.Text.Json;

namespace Reprieve.Knowledge.Loading;

/// <summary>
/// The compiled file: a line a section, its name, a tab, and its content; for a folder its entries as a JSON array, and
/// besides them what the notice reader needs as <see cref="BookText"/> writes it. A section is parsed when it is first
/// needed, so that a command pays for what it uses.
/// </summary>
internal sealed class CompiledKnowledge
{
    private readonly Dictionary<string, Section> _sections = new(StringComparer.Ordinal);

    private CompiledKnowledge() { }

    /// <summary>The folders of entries.</summary>
    public IEnumerable<string> Folders => _sections.Keys.Where(EntryTypes.Known);

    /// <summary>The file's content for some entries.</summary>
    public static string Write(IEnumerable<RawEntry> entries, NoticeBook book)
    {
        var text = new StringBuilder();
        foreach (IGrouping<string, RawEntry> folder in entries.GroupBy(entry => entry.Folder))
        {
            List<CompiledEntry> compiled =
            [
                .. folder.Select(entry => new CompiledEntry(
                    entry.File,
                    JsonSerializer.SerializeToElement(entry.Json, KnowledgeJson.Default.JsonObject)
                )),
            ];
            text.Append(folder.Key)
                .Append('\t')
                .Append(JsonSerializer.Serialize(compiled, KnowledgeJson.Default.ListCompiledEntry))
                .Append('\n');
        }

        foreach ((string name, string content) in BookText.Write(book))
        {
            text.Append(name).Append('\t').Append(content).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Opens the content; nothing of it is parsed yet.</summary>
    public static CompiledKnowledge Open(Stream stream)
    {
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var compiled = new CompiledKnowledge();
        ReadOnlyMemory<byte> rest = content;
        while (rest.Span.IndexOf((byte)'\n') is >= 0 and int end)
        {
            ReadOnlyMemory<byte> line = rest[..end];
            int tab = line.Span.IndexOf((byte)'\t');
            compiled._sections[Encoding.UTF8.GetString(line.Span[..tab])] = new Section(line[(tab + 1)..]);
            rest = rest[(end + 1)..];
        }

        return compiled;
    }

    /// <summary>The content of a section; empty when there is none.</summary>
    public string Text(string name) =>
        _sections.TryGetValue(name, out Section? section) ? Encoding.UTF8.GetString(section.Content.Span) : "";

    /// <summary>The entries of a folder, each with the file it came from.</summary>
    public IEnumerable<(string File, JsonElement Entry)> In(string folder) =>
        _sections.TryGetValue(folder, out Section? section)
            // Not disposed: the entries live as long as the program.
            ? JsonDocument
                .Parse(section.Content)
                .RootElement.EnumerateArray()
                .Select(item =>
                    (item.GetProperty(CompiledEntry.FileName).GetString()!, item.GetProperty(CompiledEntry.EntryName))
                )
            : [];
}

/// <summary>A section, not parsed.</summary>
internal sealed record Section(ReadOnlyMemory<byte> Content);

/// <summary>An entry as it stands in the compiled file: where it came from, and what it says.</summary>
internal sealed record CompiledEntry(string File, JsonElement Entry)
{
    public const string FileName = "file";
    public const string EntryName = "entry";
}
