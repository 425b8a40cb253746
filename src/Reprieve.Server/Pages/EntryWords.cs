using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reprieve.Knowledge;

namespace Reprieve.Server.Pages;

/// <summary>A field of a knowledge entry for people.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Lines">What it says.</param>
public sealed record EntryRow(string Label, IReadOnlyList<string> Lines);

/// <summary>Tells what a knowledge entry says in people's terms.</summary>
internal static class EntryWords
{
    private const int MostWords = 24;
    private const int MostLines = 40;

    /// <summary>Fields that make a good example.</summary>
    private static readonly string[] Telling = ["target", "characters", "severity", "windowDays", "days"];

    /// <summary>Fields whose values are codes of ours.</summary>
    private static readonly HashSet<string> Coded = new(StringComparer.Ordinal)
    {
        "programs",
        "condition",
        "severity",
        "modes",
    };

    private static readonly HashSet<string> SaidElsewhere = new(StringComparer.Ordinal)
    {
        "code",
        "name",
        "source",
        "seen",
        "marketplaces",
        "sure",
        "note",
    };

    /// <summary>The name in the screen's language; where an entry has none, its code.</summary>
    public static string Name(KnowledgeEntry entry) =>
        entry switch
        {
            Reason reason => reason.Name.In(UserTexts.Language),
            Metric metric => metric.Name.In(UserTexts.Language),
            Policy policy => policy.Name.In(UserTexts.Language),
            Route route => route.Name.In(UserTexts.Language),
            EscalationRoute way => way.Name.In(UserTexts.Language),
            Download download => download.Name.In(UserTexts.Language),
            CheckRule check => $"{check.Code} {check.Name.In(UserTexts.Language)}",
            Paper paper => paper.Name.In(UserTexts.Language),
            VoiceCause cause => cause.Name.In(UserTexts.Language),
            RepairRule repair => repair.Name.In(UserTexts.Language),
            Playbook { Name: { } name } => name.In(UserTexts.Language),
            MailProvider provider => provider.Name.In(UserTexts.Language),
            AlertService service => service.Name.In(UserTexts.Language),
            AmazonRegion region => region.Name.In(UserTexts.Language),
            AmazonReport report => report.Name.In(UserTexts.Language),
            _ => entry.Code.Replace('_', ' '),
        };

    /// <summary>What the entries of a folder are called.</summary>
    public static string Kind(string folder) => Say.Get("knowledge_of_" + folder.Replace('-', '_'));

    /// <summary>What it says, field by field; what every entry has stands elsewhere on its page.</summary>
    public static IReadOnlyList<EntryRow> Rows(KnowledgeEntry entry) =>
        [
            .. Json(entry)
                .Where(field => !SaidElsewhere.Contains(field.Key) && !IsEmpty(field.Value))
                .Select(field => new EntryRow(Label(field.Key), Shortened(Lines(field.Key, field.Value!)))),
        ];

    /// <summary>A field of this entry that somebody might set otherwise, as it would be typed.</summary>
    public static string Example(KnowledgeEntry entry)
    {
        JsonObject json = Json(entry);
        string? field = Telling.FirstOrDefault(name => json[name] is JsonValue);
        return field is null
            ? "note: " + Say.Get("own_example_note")
            : $"{field}: {((JsonValue)json[field]!).ToJsonString().Trim('"')}";
    }

    private static JsonObject Json(KnowledgeEntry entry) => (JsonObject)JsonNode.Parse(KnowledgeLoader.ToJson(entry))!;

    private static IReadOnlyList<string> Lines(string name, JsonNode value) =>
        value switch
        {
            JsonValue single => [Scalar(name, single)],
            JsonArray list when list.All(item => item is JsonValue) =>
            [
                Joined([.. list.Select(item => Scalar(name, (JsonValue)item!))]),
            ],
            JsonArray list => [.. list.Where(item => !IsEmpty(item)).Select(item => Compact(name, item!))],
            JsonObject map when Text(map) is { } text => [text],
            JsonObject map =>
            [
                .. map.Where(field => !IsEmpty(field.Value))
                    .Select(field => $"{Label(field.Key)}: {Compact(field.Key, field.Value!)}"),
            ],
            _ => [],
        };

    /// <summary>One line of whatever is nested.</summary>
    private static string Compact(string name, JsonNode value) =>
        value switch
        {
            JsonValue single => Scalar(name, single),
            JsonArray list => Joined([.. list.Where(item => !IsEmpty(item)).Select(item => Compact(name, item!))]),
            JsonObject map => Text(map)
                ?? Joined([
                    .. map.Where(field => !IsEmpty(field.Value))
                        .Select(field => $"{Label(field.Key)}: {Compact(field.Key, field.Value!)}"),
                ]),
            _ => "",
        };

    private static string Joined(IReadOnlyList<string> words) =>
        string.Join(" · ", words.Take(MostWords))
        + (words.Count > MostWords ? " · " + Say.Get("knowledge_more", words.Count - MostWords) : "");

    private static IReadOnlyList<string> Shortened(IReadOnlyList<string> lines) =>
        lines.Count <= MostLines
            ? lines
            : [.. lines.Take(MostLines), Say.Get("knowledge_more", lines.Count - MostLines)];

    /// <summary>The text of a map of languages; null for any other map.</summary>
    private static string? Text(JsonObject map) =>
        map.ContainsKey(LocalizedText.Fallback) && map.All(pair => pair.Value is JsonValue)
            ? (map[UserTexts.Language] ?? map[LocalizedText.Fallback])!.GetValue<string>()
            : null;

    private static string Scalar(string name, JsonValue value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.True => Say.Get("knowledge_yes"),
            JsonValueKind.False => Say.Get("knowledge_no"),
            JsonValueKind.Number when name == "target" => UserFigures.Percent(value.GetValue<double>()),
            JsonValueKind.Number => value.ToJsonString(),
            _ => Word(name, value.GetValue<string>()),
        };

    /// <summary>A code that stands for a word, where the field is one of those.</summary>
    private static string Word(string field, string value) =>
        Coded.Contains(field) && Say.Texts.Has("value_" + value) ? Say.Get("value_" + value) : value;

    private static bool IsEmpty(JsonNode? value) => value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 };

    /// <summary>What a field is called: in our words where we have some, else its own name apart.</summary>
    private static string Label(string field)
    {
        string key = "field_" + field;
        if (Say.Texts.Has(key))
        {
            return Say.Get(key);
        }

        IEnumerable<string> parts = field.Select(c =>
            char.IsUpper(c) ? " " + char.ToLower(c, CultureInfo.InvariantCulture) : c.ToString()
        );
        return string.Concat(parts).Replace('_', ' ');
    }
}
