using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Reprieve.Knowledge.Loading;
using YamlDotNet.Core;

namespace Reprieve.Knowledge;

/// <summary>
/// An entry of one's own: fields that stand over those of a built-in entry, or all fields of a playbook that is not built in.
/// </summary>
/// <param name="Folder">Folder of the entry.</param>
/// <param name="Code">Code of the entry.</param>
/// <param name="Fields">The fields as they were typed, in YAML.</param>
/// <param name="By">Who keeps it.</param>
/// <param name="Why">Why; empty when nobody said.</param>
/// <param name="On">Since when: a day where it was kept.</param>
public sealed record OwnEntry(string Folder, string Code, string Fields, string By, string Why, DateOnly On);

/// <summary>
/// Entries of one's own in a folder, a file each, that can be given to <c>--knowledge</c> too. A file is written only when
/// all of the knowledge is sound with it.
/// </summary>
/// <param name="directory">Where they lie; made with the first entry.</param>
/// <param name="below">The folder that stands between the built-in entries and these; null for none.</param>
public sealed partial class OwnEntries(string directory, string? below)
{
    /// <summary>The longest fields, in characters.</summary>
    public const int LongestFields = 64_000;

    private const string Mark = "# The fields:";

    /// <summary>All that are kept, by folder and code; files that other hands put there are not among them.</summary>
    public IReadOnlyList<OwnEntry> All =>
        [
            .. Files()
                .Select(Read)
                .OfType<OwnEntry>()
                .OrderBy(own => own.Folder, StringComparer.Ordinal)
                .ThenBy(own => own.Code, StringComparer.Ordinal),
        ];

    /// <summary>The entry of that folder and code, or null.</summary>
    public OwnEntry? Find(string folder, string code) =>
        IsName(folder) && IsName(code) && File.Exists(FileOf(folder, code)) ? Read(FileOf(folder, code)) : null;

    /// <summary>
    /// All knowledge with these entries. One that is faulty, since the program changed or somebody else wrote it, is left
    /// out and named, so that the others hold.
    /// </summary>
    public (KnowledgeBase Knowledge, IReadOnlyList<KnowledgeProblem> LeftOut) Load() => Load(Texts(), needed: null);

    /// <summary>Keeps an entry, and gives all knowledge with it.</summary>
    /// <exception cref="KnowledgeException">It is not sound: each fault with its line in the fields. Nothing is kept.</exception>
    public KnowledgeBase Keep(OwnEntry own)
    {
        ArgumentNullException.ThrowIfNull(own);
        if (own.Fields.Length > LongestFields || !IsName(own.Folder) || !IsName(own.Code))
        {
            throw new KnowledgeException([new KnowledgeProblem("", 1, $"longer than {LongestFields} characters")]);
        }

        (string text, int head) = Written(own);
        string shown = $"{own.Folder}/{own.Code}.yaml";
        Dictionary<string, string> texts = Texts();
        texts[shown] = text;
        try
        {
            KnowledgeBase knowledge = Load(texts, shown).Knowledge;
            OwnPlaybook.Check(knowledge, own, shown);
            Directory.CreateDirectory(Path.Combine(directory, own.Folder));
            string file = FileOf(own.Folder, own.Code);
            File.WriteAllText(file + ".tmp", text);
            File.Move(file + ".tmp", file, overwrite: true);
            return knowledge;
        }
        catch (KnowledgeException fault)
        {
            throw new KnowledgeException([
                .. fault.Problems.Select(problem =>
                    problem.File == shown
                        ? new KnowledgeProblem("", Math.Max(1, problem.Line - head), problem.Message)
                        : problem
                ),
            ]);
        }
    }

    /// <summary>Lets an entry go, and gives all knowledge without it.</summary>
    public KnowledgeBase Remove(string folder, string code)
    {
        // Where nothing was ever kept there is no folder either, and deleting in it would be a fault.
        if (IsName(folder) && IsName(code) && File.Exists(FileOf(folder, code)))
        {
            File.Delete(FileOf(folder, code));
        }

        return Load().Knowledge;
    }

    /// <summary>All knowledge with those of the texts that are sound.</summary>
    /// <param name="needed">The text without which it is no use; null when any may be left out.</param>
    private (KnowledgeBase Knowledge, IReadOnlyList<KnowledgeProblem> LeftOut) Load(
        Dictionary<string, string> texts,
        string? needed
    )
    {
        List<KnowledgeProblem> leftOut = [];
        while (true)
        {
            try
            {
                return (KnowledgeLoader.Load(below, texts), leftOut);
            }
            catch (KnowledgeException fault) when (texts.Count > 0)
            {
                List<KnowledgeProblem> own = [.. fault.Problems.Where(problem => texts.ContainsKey(problem.File))];
                if (needed is not null && (own.Count == 0 || own.Any(problem => problem.File == needed)))
                {
                    throw;
                }

                // Where none of the faults lies in a text, one of them broke an entry below: then none is taken.
                leftOut.AddRange(own.Count > 0 ? own : fault.Problems);
                foreach (string file in own.Count > 0 ? own.Select(problem => problem.File) : [.. texts.Keys])
                {
                    texts.Remove(file);
                }
            }
        }
    }

    private Dictionary<string, string> Texts() => Files().ToDictionary(Shown, File.ReadAllText, StringComparer.Ordinal);

    /// <summary>The file: who and why, the code, where it is from unless the fields say so, and the fields.</summary>
    private static (string Text, int Head) Written(OwnEntry own)
    {
        JsonObject typed = Parsed(own.Fields);
        if (typed.ContainsKey("code"))
        {
            throw new KnowledgeException([new KnowledgeProblem("", 1, "leave 'code' out: it is the entry's own")]);
        }

        var head = new StringBuilder();
        string on = own.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        head.Append(CultureInfo.InvariantCulture, $"# By: {Line(own.By)}\n# On: {on}\n# Why: {Line(own.Why)}\n");
        var given = new JsonObject { ["code"] = own.Code };
        if (!typed.ContainsKey("source"))
        {
            given["source"] = Line(own.Why.Length == 0 ? own.By : $"{own.By}: {own.Why}");
        }

        if (!typed.ContainsKey("seen"))
        {
            given["seen"] = on;
        }

        head.Append(YamlText.Of(given)).Append(Mark).Append('\n');
        string text = head.ToString();
        return (text + own.Fields, text.Count(c => c == '\n'));
    }

    private static JsonObject Parsed(string fields)
    {
        try
        {
            using var reader = new StringReader(fields);
            return YamlTree.Parse(reader).Root as JsonObject
                ?? throw new KnowledgeException([
                    new KnowledgeProblem("", 1, "write one field a line, as in the example"),
                ]);
        }
        catch (YamlException fault)
        {
            throw new KnowledgeException([new KnowledgeProblem("", (int)Math.Max(1, fault.Start.Line), fault.Message)]);
        }
    }

    private OwnEntry? Read(string file)
    {
        string[] lines = File.ReadAllText(file).Split('\n');
        int mark = Array.IndexOf(lines, Mark);
        return mark < 0
            ? null
            : new OwnEntry(
                Path.GetFileName(Path.GetDirectoryName(file)!),
                Path.GetFileNameWithoutExtension(file),
                string.Join('\n', lines[(mark + 1)..]),
                Said("# By: "),
                Said("# Why: "),
                DateOnly.TryParseExact(
                    Said("# On: "),
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out DateOnly on
                )
                    ? on
                    : default
            );

        string Said(string name) =>
            lines[..mark].FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..] ?? "";
    }

    private IEnumerable<string> Files() =>
        Directory.Exists(directory)
            ? Directory.EnumerateFiles(directory, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];

    private string FileOf(string folder, string code) => Path.Combine(directory, folder, code + ".yaml");

    private string Shown(string file) => Path.GetRelativePath(directory, file).Replace('\\', '/');

    private static string Line(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    /// <summary>Whether it can name a file anywhere.</summary>
    private static bool IsName(string name) => Name.IsMatch(name);

    [GeneratedRegex("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,100}$", RegexOptions.NonBacktracking)]
    private static partial Regex Name { get; }
}
