using System.Text.Json.Nodes;
using YamlDotNet.Core;

namespace Reprieve.Knowledge.Loading;

/// <summary>One entry as read from YAML, with the means to name the line of a fault in it.</summary>
internal sealed record RawEntry(string Folder, string File, JsonObject Json, Func<string?, int> LineOf)
{
    public string Code => Json["code"] is JsonValue value && value.TryGetValue(out string? code) ? code : "";
}

/// <summary>Reads the YAML files of a knowledge folder into raw entries; a file holds one entry or a list of them.</summary>
internal static class EntryFile
{
    private const long MaxBytes = 4 * 1024 * 1024;

    /// <summary>All entries below a folder, in the order of their file names, and what could not be read.</summary>
    public static IReadOnlyList<RawEntry> ReadAll(string directory, List<KnowledgeProblem> problems)
    {
        List<RawEntry> entries = [];
        foreach (
            string file in Directory
                .EnumerateFiles(directory, "*.yaml", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
        {
            string shown = Path.GetRelativePath(directory, file).Replace('\\', '/');
            entries.AddRange(Guarded(shown, problems, folder => Read(file, shown, folder, problems)));
        }

        return entries;
    }

    /// <summary>All entries of some texts, each under the path that it has below a knowledge folder.</summary>
    public static IReadOnlyList<RawEntry> ReadAll(
        IReadOnlyDictionary<string, string> texts,
        List<KnowledgeProblem> problems
    )
    {
        List<RawEntry> entries = [];
        foreach ((string shown, string text) in texts)
        {
            using var reader = new StringReader(text);
            entries.AddRange(Guarded(shown, problems, folder => Read(reader, shown, folder, problems)));
        }

        return entries;
    }

    /// <summary>What a file holds; what is wrong with it becomes a problem with its place.</summary>
    private static List<RawEntry> Guarded(
        string shown,
        List<KnowledgeProblem> problems,
        Func<string, List<RawEntry>> read
    )
    {
        string folder = shown.Split('/')[0];
        if (!EntryTypes.Known(folder))
        {
            problems.Add(new(shown, 1, $"'{folder}' is no folder of entries; there are {EntryTypes.Folders}"));
            return [];
        }

        try
        {
            return read(folder);
        }
        catch (YamlException fault)
        {
            problems.Add(new(shown, (int)Math.Max(1, fault.Start.Line), fault.Message));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(shown, 1, fault.Message));
        }

        return [];
    }

    private static List<RawEntry> Read(string file, string shown, string folder, List<KnowledgeProblem> problems)
    {
        if (new FileInfo(file).Length > MaxBytes)
        {
            problems.Add(new(shown, 1, "larger than 4 MB"));
            return [];
        }

        using var reader = new StreamReader(file);
        return Read(reader, shown, folder, problems);
    }

    private static List<RawEntry> Read(TextReader reader, string shown, string folder, List<KnowledgeProblem> problems)
    {
        YamlTree tree = YamlTree.Parse(reader);
        switch (tree.Root)
        {
            case JsonObject one:
                return [new RawEntry(folder, shown, one, tree.LineOf)];
            case JsonArray many:
                List<RawEntry> entries = [];
                for (int i = 0; i < many.Count; i++)
                {
                    string at = $"$[{i}]";
                    if (many[i] is JsonObject item)
                    {
                        entries.Add(new RawEntry(folder, shown, item, path => tree.LineOf(at + (path ?? "$")[1..])));
                    }
                    else
                    {
                        problems.Add(
                            new(shown, tree.LineOf(at), "a list holds entries, each with code, source, seen …")
                        );
                    }
                }

                return entries;
            default:
                problems.Add(new(shown, 1, "holds no entry"));
                return [];
        }
    }
}
