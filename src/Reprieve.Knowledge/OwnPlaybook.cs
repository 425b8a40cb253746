using System.Text.Json;
using System.Text.Json.Nodes;
using Reprieve.Knowledge.Loading;
using YamlDotNet.Core;

namespace Reprieve.Knowledge;

/// <summary>A playbook of one's own: what it begins with, and what must hold of it besides.</summary>
public static class OwnPlaybook
{
    /// <summary>The folder of playbooks.</summary>
    public const string Folder = "playbooks";

    /// <summary>Fields worth writing, in the order in which one reads them; code, name and source are given apart.</summary>
    private static readonly string[] Order =
    [
        "reasons",
        "buyerCauses",
        "modes",
        "marketplaces",
        "sure",
        "topic",
        "tag",
        "questions",
        "sentences",
    ];

    /// <summary>
    /// The fields of a playbook in YAML, to begin one's own with. What it says is practice then; where it was read and noted
    /// stays behind.
    /// </summary>
    public static string FieldsOf(Playbook playbook)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        var written = (JsonObject)
            JsonSerializer.SerializeToNode(
                playbook with
                {
                    Sure = Certainty.Practice,
                },
                KnowledgeJson.Default.Playbook
            )!;
        var fields = new JsonObject();
        foreach (string name in Order)
        {
            if (Brief(written[name]) is { } value)
            {
                fields[name] = value;
            }
        }

        return YamlText.Of(fields);
    }

    /// <summary>
    /// Fields with the name of the playbook behind them, so that their lines stay where they are; another name goes. What are
    /// no fields stays as it is.
    /// </summary>
    public static string Named(string fields, string name)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (!AreFields(fields))
        {
            return fields;
        }

        IEnumerable<string> lines = fields
            .TrimEnd()
            .Split('\n')
            .Where(line => !line.StartsWith("name:", StringComparison.Ordinal));
        return $"{string.Join('\n', lines)}\n{YamlText.Of(new JsonObject { ["name"] = name })}";
    }

    private static bool AreFields(string text)
    {
        try
        {
            using var reader = new StringReader(text);
            return YamlTree.Parse(reader).Root is JsonObject;
        }
        catch (YamlException)
        {
            return false;
        }
    }

    /// <summary>What is left out when it says nothing: null, no, and empty lists; a text in English alone needs no map.</summary>
    private static JsonNode? Brief(JsonNode? value)
    {
        switch (value)
        {
            case JsonObject { Count: 1 } text when text[LocalizedText.Fallback] is JsonValue english:
                return english.DeepClone();
            case JsonObject map:
                var kept = new JsonObject();
                foreach ((string name, JsonNode? item) in map)
                {
                    if (Brief(item) is { } brief)
                    {
                        kept[name] = brief;
                    }
                }

                return kept;
            case JsonArray { Count: 0 }:
                return null;
            case JsonArray list:
                return new JsonArray([.. list.Select(Brief)]);
            default:
                return value?.GetValueKind() is null or JsonValueKind.False ? null : value.DeepClone();
        }
    }

    /// <summary>One that is not built in answers some reason, and no other of one's own answers that in the same way.</summary>
    /// <exception cref="KnowledgeException">It does not.</exception>
    internal static void Check(KnowledgeBase knowledge, OwnEntry own, string file)
    {
        if (own.Folder != Folder || !knowledge.OwnPlaybooks.Contains(own.Code))
        {
            return;
        }

        Playbook mine = knowledge.Playbooks.First(one => one.Code == own.Code);
        if (mine.Reasons.Count + mine.BuyerCauses.Count == 0 || mine.Modes.Count == 0)
        {
            throw new KnowledgeException([
                new KnowledgeProblem(file, 1, "name at least one of reasons or buyerCauses, and at least one of modes"),
            ]);
        }

        Playbook? other = knowledge.Playbooks.FirstOrDefault(one =>
            one.Code != mine.Code && knowledge.OwnPlaybooks.Contains(one.Code) && Meet(one, mine)
        );
        if (other is not null)
        {
            throw new KnowledgeException([
                new KnowledgeProblem(
                    file,
                    1,
                    $"'{other.Code}' of your own answers one of these reasons in the same way already; change that one"
                ),
            ]);
        }
    }

    private static bool Meet(Playbook one, Playbook other) =>
        one.Modes.Intersect(other.Modes).Any()
        && (one.Reasons.Intersect(other.Reasons).Any() || one.BuyerCauses.Intersect(other.BuyerCauses).Any())
        && (one.HoldsFor(null) || other.HoldsFor(null) || one.Marketplaces.Any(other.HoldsFor));
}
