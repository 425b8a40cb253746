using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reprieve.Knowledge.Loading;

namespace Reprieve.Knowledge;

/// <summary>
/// Loads <c>knowledge/</c>: the built-in entries from the compiled file, and the user's own from a folder.
/// A user's entry with the code of a built-in one overrides the fields it gives; any other is added.
/// </summary>
public static class KnowledgeLoader
{
    private const string Compiled = "knowledge.txt";

    private static readonly Dictionary<string, string> None = [];
    private static readonly Lazy<KnowledgeBase> BuiltInKnowledge = new(FromCompiled);

    /// <summary>The knowledge that ships with Reprieve.</summary>
    public static KnowledgeBase BuiltIn => BuiltInKnowledge.Value;

    /// <summary>Built-in knowledge with the user's folder laid over it.</summary>
    /// <param name="directory">Folder with the same sub-folders as <c>knowledge/</c>; null for none.</param>
    /// <exception cref="KnowledgeException">An entry is faulty; every fault is named by file and line.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    public static KnowledgeBase Load(string? directory) => Load(directory, None);

    /// <summary>Built-in knowledge with a folder laid over it, and some texts over both.</summary>
    /// <param name="directory">Folder with the same sub-folders as <c>knowledge/</c>; null for none.</param>
    /// <param name="texts">YAML by the path that it would have below such a folder.</param>
    /// <inheritdoc cref="Load(string?)"/>
    public static KnowledgeBase Load(string? directory, IReadOnlyDictionary<string, string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (directory is null && texts.Count == 0)
        {
            return BuiltIn;
        }

        if (directory is not null && !Directory.Exists(directory))
        {
            throw new DirectoryNotFoundException($"The knowledge folder '{directory}' does not exist.");
        }

        List<KnowledgeProblem> problems = [];
        Dictionary<(string, string), RawEntry> all = ReadCompiled().ToDictionary(e => (e.Folder, e.Code));
        IReadOnlyList<RawEntry> inFolder = directory is null ? [] : EntryFile.ReadAll(directory, problems);
        IReadOnlyList<RawEntry> inTexts = EntryFile.ReadAll(texts, problems);
        problems.AddRange(Repeated(inFolder).Concat(Repeated(inTexts)));
        List<RawEntry> own = [.. inFolder, .. inTexts];
        HashSet<string> ownPlaybooks =
        [
            .. own.Where(entry => entry.Folder == "playbooks" && !all.ContainsKey((entry.Folder, entry.Code)))
                .Select(entry => entry.Code),
        ];
        foreach (RawEntry entry in own)
        {
            (string, string) key = (entry.Folder, entry.Code);
            all[key] = all.TryGetValue(key, out RawEntry? below) ? Overlay(below, entry) : entry;
        }

        return problems.Count > 0
            ? throw new KnowledgeException(problems)
            : Build(Fitting(all.Values, own)) with
            {
                OwnPlaybooks = ownPlaybooks,
            };
    }

    /// <summary>A built-in entry as YAML; null when there is none of that folder and code.</summary>
    public static string? BuiltInYaml(string folder, string code) =>
        OpenCompiled()
            .In(folder)
            .Where(item => item.Entry.GetProperty("code").GetString() == code)
            .Select(item => YamlText.Of(JsonObject.Create(item.Entry)!))
            .FirstOrDefault();

    /// <summary>Our translations of a playbook do not say what a person put in its place.</summary>
    private static IEnumerable<RawEntry> Fitting(IEnumerable<RawEntry> all, IReadOnlyList<RawEntry> own)
    {
        HashSet<string> rewritten = [.. own.Where(entry => entry.Folder == "playbooks").Select(entry => entry.Code)];
        HashSet<string> theirs = [.. own.Where(entry => entry.Folder == "translations").Select(entry => entry.Code)];
        return all.Where(entry =>
            entry.Folder != "translations"
            || theirs.Contains(entry.Code)
            || !rewritten.Contains((string?)entry.Json["playbook"] ?? "")
        );
    }

    /// <summary>Reads and validates a whole knowledge folder by itself, as the build does.</summary>
    /// <exception cref="KnowledgeException">An entry is faulty.</exception>
    public static (KnowledgeBase Knowledge, string Compiled) Compile(string directory)
    {
        List<KnowledgeProblem> problems = [];
        IReadOnlyList<RawEntry> entries = EntryFile.ReadAll(directory, problems);
        problems.AddRange(Repeated(entries));
        if (problems.Count > 0)
        {
            throw new KnowledgeException(problems);
        }

        KnowledgeBase knowledge = Build(entries);
        return (knowledge, CompiledKnowledge.Write(entries, knowledge.Book));
    }

    /// <summary>An entry as indented JSON, for people to read.</summary>
    public static string ToJson(KnowledgeEntry entry) =>
        JsonSerializer.Serialize(entry, entry.GetType(), KnowledgeJson.Readable);

    private static IEnumerable<KnowledgeProblem> Repeated(IEnumerable<RawEntry> entries) =>
        entries
            .GroupBy(e => (e.Folder, e.Code))
            .SelectMany(same => same.Skip(1))
            .Select(e => new KnowledgeProblem(
                e.File,
                e.LineOf("$.code"),
                e.Code.Length == 0 ? "the entry has no code" : $"'{e.Code}' stands twice in {e.Folder}"
            ));

    /// <summary>The build validated the compiled entries; at start-up they are only read, each folder when it is first needed.</summary>
    private static KnowledgeBase FromCompiled()
    {
        CompiledKnowledge compiled = OpenCompiled();
        // A thread that asks for a folder while another reads it waits, rather than reading it again.
        ConcurrentDictionary<string, Lazy<IReadOnlyList<KnowledgeEntry>>> read = new(StringComparer.Ordinal);
        return new KnowledgeBase
        {
            Source = folder => read.GetOrAdd(folder, f => new(() => Read(compiled, f))).Value,
            Book = BookText.Read(compiled.Text),
        };
    }

    private static List<KnowledgeEntry> Read(CompiledKnowledge compiled, string folder) =>
        [
            .. compiled
                .In(folder)
                .Select(item =>
                    QuickEntries.Read(folder, new EntryFields(item.Entry)) ?? EntryTypes.Read(folder, item.Entry)
                ),
        ];

    private static List<RawEntry> ReadCompiled()
    {
        CompiledKnowledge compiled = OpenCompiled();
        return
        [
            .. compiled.Folders.SelectMany(folder =>
                compiled
                    .In(folder)
                    .Select(item => new RawEntry(folder, item.File, JsonObject.Create(item.Entry)!, _ => 1))
            ),
        ];
    }

    private static CompiledKnowledge OpenCompiled()
    {
        using Stream stream =
            typeof(KnowledgeLoader).Assembly.GetManifestResourceStream(Compiled)
            ?? throw new InvalidOperationException("The program was built without its knowledge.");
        return CompiledKnowledge.Open(stream);
    }

    private static KnowledgeBase Build(IEnumerable<RawEntry> raw)
    {
        List<KnowledgeProblem> problems = [];
        List<(RawEntry Raw, KnowledgeEntry Entry)> read = [];
        foreach (RawEntry entry in raw)
        {
            try
            {
                JsonElement json = JsonSerializer.SerializeToElement(entry.Json, KnowledgeJson.Default.JsonObject);
                read.Add((entry, EntryTypes.Read(entry.Folder, json)));
            }
            catch (JsonException fault)
            {
                problems.Add(new(entry.File, entry.LineOf(fault.Path), Plain(fault)));
            }
        }

        KnowledgeBase knowledge = EntryTypes.Gather(read.Select(pair => pair.Entry));
        if (problems.Count == 0)
        {
            problems.AddRange(KnowledgeValidation.Check(knowledge, read));
        }

        return problems.Count == 0 ? knowledge : throw new KnowledgeException(problems);
    }

    /// <summary>The user's fields over the built-in ones: maps are merged, lists and values replaced.</summary>
    private static RawEntry Overlay(RawEntry builtIn, RawEntry own)
    {
        return own with { Json = Merge(builtIn.Json, own.Json) };

        static JsonObject Merge(JsonObject below, JsonObject above)
        {
            var merged = (JsonObject)below.DeepClone();
            foreach ((string name, JsonNode? value) in above)
            {
                merged[name] =
                    value is JsonObject map && merged[name] is JsonObject under
                        ? Merge(under, map)
                        : value?.DeepClone();
            }

            return merged;
        }
    }

    /// <summary>The serialiser's message without its talk of .NET types and paths.</summary>
    private static string Plain(JsonException fault)
    {
        string message = fault.Message;
        int missing = message.IndexOf("missing required properties including:", StringComparison.Ordinal);
        if (missing >= 0)
        {
            string names = message[(message.IndexOf(':', missing) + 1)..].Trim().TrimEnd('.');
            return $"missing: {names.Replace("'", "", StringComparison.Ordinal)}";
        }

        if (message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
        {
            return $"unknown field {message.Split('\'')[1]}; see knowledge/README.md for the fields of an entry";
        }

        if (message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal))
        {
            return $"the value of {fault.Path?.Split('.')[^1]} is not of the right kind or not in the list of allowed codes";
        }

        int path = message.IndexOf(" Path: ", StringComparison.Ordinal);
        return path < 0 ? message : message[..path];
    }
}
