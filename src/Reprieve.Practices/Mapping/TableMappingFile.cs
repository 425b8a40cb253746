using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Reprieve.Knowledge.Loading;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Reprieve.Practices.Mapping;

/// <summary>
/// <c>tables.yaml</c> in the case folder: how the seller mapped tables. A person may change it; what stands in it is
/// never removed or changed by us, a new mapping is added at its end, and of two for one header the later holds.
/// </summary>
public static class TableMappingFile
{
    /// <summary>Its name.</summary>
    public const string Name = "tables.yaml";

    private const long MaxBytes = 1024 * 1024;

    private const int MaxDepth = 8;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The mappings of a file; none when it is not there.</summary>
    /// <exception cref="FormatException">It is no such file; the message says where and what to do.</exception>
    public static IReadOnlyList<TableMapping> Read(string path)
    {
        var file = new FileInfo(path);
        return !file.Exists ? []
            : file.Length > MaxBytes ? throw new FormatException(Say.Texts.Get("TablesTooLarge", path))
            : Parse(File.ReadAllText(path));
    }

    /// <summary>The mappings of the file's text.</summary>
    /// <exception cref="FormatException">It is no such file.</exception>
    public static IReadOnlyList<TableMapping> Parse(string text)
    {
        try
        {
            YamlStream yaml = BoundedYaml.Load(new StringReader(text), MaxDepth);
            return yaml.Documents.Count == 0 ? [] : TableMappingReader.Read(yaml.Documents[0].RootNode);
        }
        catch (YamlException fault)
        {
            throw new FormatException(Say.Texts.Get("TablesFault", fault.Start.Line, fault.Message), fault);
        }
    }

    /// <summary>Adds a mapping to the folder's file, unless it is what holds there already.</summary>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="FormatException">The file cannot be read, or has no place where it could be added.</exception>
    public static bool Remember(string folder, TableMapping mapping)
    {
        string path = Path.Combine(folder, Name);
        _ = Read(path);
        string before = File.Exists(path) ? File.ReadAllText(path) : "";
        string after = Add(before, mapping);
        if (after == before)
        {
            return false;
        }

        string beside = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllText(beside, after, Utf8);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }

        return true;
    }

    /// <summary>The text with a mapping added at its end; the text itself where that mapping holds already.</summary>
    /// <exception cref="FormatException">There is no place where it could be added.</exception>
    public static string Add(string text, TableMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        IReadOnlyList<TableMapping> before = Parse(text);
        List<string> names = [.. mapping.Header.Select(name => Reports.Header.Normalise(name))];
        if (before.LastOrDefault(known => known.Fits(names)) is { } last && last.Equals(mapping))
        {
            return text;
        }

        string start =
            text.Length == 0 ? Say.Texts.Get("TablesIntro") + "\ntables:\n"
            : !HasList(text) ? Ended(text) + "tables:\n"
            : Ended(text);
        string added = start + Block(mapping);
        try
        {
            if (Parse(added).SequenceEqual(before.Append(mapping)))
            {
                return added;
            }
        }
        catch (FormatException)
        {
            // Said below: the file is sound, and only has no place at its end.
        }

        throw new FormatException(Say.Texts.Get("TablesNoPlace", Name, Block(mapping)));
    }

    private static bool HasList(string text)
    {
        YamlStream yaml = BoundedYaml.Load(new StringReader(text), MaxDepth);
        return yaml.Documents.Count > 0
            && yaml.Documents[0].RootNode is YamlMappingNode root
            && root.Children.ContainsKey(new YamlScalarNode("tables"));
    }

    private static string Ended(string text) => text.EndsWith('\n') ? text : text + "\n";

    private static string Block(TableMapping mapping)
    {
        var text = new StringBuilder();
        text.Append("  - header: [").AppendJoin(", ", mapping.Header.Select(Quoted)).Append("]\n");
        text.Append("    as: ").Append(mapping.As).Append('\n');
        Pairs(text, "columns", mapping.Columns, "      ");
        if (mapping.Set.Count > 0)
        {
            Pairs(text, "set", mapping.Set, "      ");
        }

        if (mapping.Values.Count > 0)
        {
            text.Append("    values:\n");
            foreach ((string column, IReadOnlyDictionary<string, string> words) in mapping.Values)
            {
                text.Append("      ").Append(column).Append(":\n");
                foreach ((string word, string meaning) in words)
                {
                    text.Append("        ").Append(Quoted(word)).Append(": ").Append(Quoted(meaning)).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    private static void Pairs(StringBuilder text, string name, IReadOnlyDictionary<string, string> pairs, string indent)
    {
        text.Append("    ").Append(name).Append(":\n");
        foreach ((string key, string value) in pairs)
        {
            text.Append(indent).Append(key).Append(": ").Append(Quoted(value)).Append('\n');
        }
    }

    /// <summary>A YAML string in double quotes, which takes the escapes of JSON.</summary>
    private static string Quoted(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
