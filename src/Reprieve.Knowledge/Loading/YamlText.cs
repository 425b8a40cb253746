using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Reprieve.Knowledge.Loading;

/// <summary>Writes an entry as the YAML that reads back as the same entry.</summary>
internal static class YamlText
{
    private const string End = "...\n";

    public static string Of(JsonObject entry)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new YamlStream(new YamlDocument(Node(entry))).Save(text, assignAnchors: false);
        // The library ends a document with a mark that no file of ours has.
        string yaml = text.ToString();
        return yaml.EndsWith(End, StringComparison.Ordinal) ? yaml[..^End.Length] : yaml;
    }

    private static YamlNode Node(JsonNode? node) =>
        node switch
        {
            null => new YamlScalarNode("null"),
            JsonObject map => new YamlMappingNode(
                map.Select(pair =>
                    KeyValuePair.Create<YamlNode, YamlNode>(new YamlScalarNode(pair.Key), Node(pair.Value))
                )
            ),
            JsonArray list => new YamlSequenceNode(list.Select(Node))
            {
                Style = list.All(item => item is JsonValue value && IsShort(value))
                    ? YamlDotNet.Core.Events.SequenceStyle.Flow
                    : YamlDotNet.Core.Events.SequenceStyle.Block,
            },
            _ => Scalar((JsonValue)node),
        };

    private static YamlScalarNode Scalar(JsonValue value) =>
        value.GetValueKind() == JsonValueKind.String
            ? Text(value.GetValue<string>())
            : new YamlScalarNode(value.ToJsonString()) { Style = ScalarStyle.Plain };

    /// <summary>A text that would read as something else, a number say, stands in quotes.</summary>
    private static YamlScalarNode Text(string text) =>
        new(text) { Style = YamlTree.IsText(text) ? ScalarStyle.Any : ScalarStyle.DoubleQuoted };

    private static bool IsShort(JsonValue value) =>
        value.GetValueKind() != JsonValueKind.String || value.GetValue<string>().Length <= 24;
}
