using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Reprieve.Knowledge.Loading;

/// <summary>
/// A YAML file as JSON, with the line of every node, so that what is wrong can be named by file and line.
/// Anchors and aliases are refused (they make small files large), as is anything deeper than 32 levels.
/// </summary>
internal sealed class YamlTree
{
    private const int MaxDepth = 32;

    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    private YamlTree() { }

    /// <summary>The root; an empty file is null.</summary>
    public JsonNode? Root { get; private set; }

    /// <summary>Reads one YAML document; throws <see cref="YamlException"/> on faulty YAML.</summary>
    public static YamlTree Parse(TextReader reader)
    {
        YamlStream stream = BoundedYaml.Load(reader, MaxDepth);
        var tree = new YamlTree();
        if (stream.Documents.Count > 1)
        {
            Mark second = stream.Documents[1].RootNode.Start;
            throw new YamlException(second, second, "a file holds one document; parts after '---' are not read");
        }

        tree.Root = stream.Documents.Count == 0 ? null : tree.Convert(stream.Documents[0].RootNode, "$");
        return tree;
    }

    /// <summary>The line of a JSON path, or of the nearest node above it.</summary>
    public int LineOf(string? path)
    {
        for (string at = path ?? "$"; at.Length > 0; at = Parent(at))
        {
            if (_lines.TryGetValue(at, out int line))
            {
                return line;
            }
        }

        return 1;
    }

    private static string Parent(string path)
    {
        int cut = Math.Max(path.LastIndexOf('.'), path.LastIndexOf('['));
        return cut <= 0 ? "" : path[..cut];
    }

    private JsonNode? Convert(YamlNode node, string path)
    {
        _lines[path] = (int)node.Start.Line;
        switch (node)
        {
            case YamlMappingNode map:
                var target = new JsonObject();
                foreach ((YamlNode key, YamlNode value) in map.Children)
                {
                    string name = key is YamlScalarNode { Value: { } written }
                        ? written
                        : throw new YamlException(key.Start, key.End, "the name of a field is a word");
                    target[name] = Convert(value, $"{path}.{name}");
                    _lines[$"{path}.{name}"] = (int)key.Start.Line;
                }

                return target;
            case YamlSequenceNode list:
                var items = new JsonArray();
                for (int i = 0; i < list.Children.Count; i++)
                {
                    items.Add(Convert(list.Children[i], $"{path}[{i}]"));
                }

                return items;
            default:
                return Scalar((YamlScalarNode)node);
        }
    }

    private static JsonValue? Scalar(YamlScalarNode scalar)
    {
        string text = scalar.Value ?? "";
        return scalar.Style is ScalarStyle.Plain ? Plain(text) : JsonValue.Create(text);
    }

    /// <summary>Whether a text without quotes reads as itself, and not as a number or nothing.</summary>
    public static bool IsText(string text) => Plain(text)?.GetValueKind() == JsonValueKind.String;

    private static JsonValue? Plain(string text) =>
        text switch
        {
            "" or "null" or "~" => null,
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) =>
                JsonValue.Create(whole),
            _ when IsDecimal(text) => JsonValue.Create(double.Parse(text, CultureInfo.InvariantCulture)),
            _ => JsonValue.Create(text),
        };

    private static bool IsDecimal(string text) =>
        text.Count(c => c == '.') == 1
        && text.TrimStart('-').All(c => char.IsAsciiDigit(c) || c == '.')
        && char.IsAsciiDigit(text[^1]);
}
