using YamlDotNet.RepresentationModel;

namespace Reprieve.Practices.Mapping;

/// <summary>Reads <c>tables.yaml</c> node by node, and names the line of what is wrong.</summary>
internal static class TableMappingReader
{
    private static readonly string[] Fields = ["header", "as", "columns", "set", "values"];

    public static IReadOnlyList<TableMapping> Read(YamlNode root)
    {
        if (root is YamlScalarNode { Value: null or "" })
        {
            return [];
        }

        if (root is not YamlMappingNode top)
        {
            throw Fault(root, "TablesShape");
        }

        YamlNode? tables = null;
        foreach ((YamlNode key, YamlNode value) in top.Children)
        {
            tables = Text(key) == "tables" ? value : throw Fault(key, "TablesUnknown", Text(key));
        }

        return tables switch
        {
            null or YamlScalarNode { Value: null or "" } => [],
            YamlSequenceNode list => [.. list.Children.Select(Table)],
            _ => throw Fault(tables, "TablesShape"),
        };
    }

    private static TableMapping Table(YamlNode node)
    {
        if (node is not YamlMappingNode map)
        {
            throw Fault(node, "TablesShape");
        }

        Dictionary<string, YamlNode> fields = [];
        foreach ((YamlNode key, YamlNode value) in map.Children)
        {
            string name = Text(key);
            fields[name] = Fields.Contains(name) ? value : throw Fault(key, "TablesUnknown", name);
        }

        if (!fields.TryGetValue("header", out YamlNode? header) || header is not YamlSequenceNode names)
        {
            throw Fault(node, "TablesNoHeader");
        }

        string code = fields.TryGetValue("as", out YamlNode? given) ? Text(given) : "";
        if (MappableKinds.Of(code) is null)
        {
            throw Fault(given ?? node, "TablesNoKind", code, string.Join(", ", MappableKinds.Codes));
        }

        var mapping = new TableMapping
        {
            Header = [.. names.Children.Select(Text)],
            As = code,
            Columns = fields.TryGetValue("columns", out YamlNode? columns) ? Pairs(columns, code) : [],
            Set = fields.TryGetValue("set", out YamlNode? set) ? Pairs(set, code) : [],
            Values = fields.TryGetValue("values", out YamlNode? values) ? Words(values, code) : [],
        };
        foreach ((string column, string name) in mapping.Columns)
        {
            if (!mapping.Header.Contains(name))
            {
                throw Fault(columns!, "TablesNotInHeader", column, name);
            }
        }

        return MappableKinds.Missing(mapping) is { Count: > 0 } missing
            ? throw Fault(node, "TablesLacks", code, string.Join(", ", missing))
            : mapping;
    }

    private static Dictionary<string, string> Pairs(YamlNode node, string code)
    {
        Dictionary<string, string> pairs = [];
        foreach ((YamlNode key, YamlNode value) in Map(node))
        {
            pairs[Column(key, code)] = Text(value);
        }

        return pairs;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Words(YamlNode node, string code)
    {
        Dictionary<string, IReadOnlyDictionary<string, string>> words = [];
        foreach ((YamlNode key, YamlNode value) in Map(node))
        {
            words[Column(key, code)] = Map(value)
                .GroupBy(pair => Text(pair.Key), StringComparer.OrdinalIgnoreCase)
                .ToDictionary(pair => pair.Key, pair => Text(pair.Last().Value));
        }

        return words;
    }

    private static string Column(YamlNode key, string code)
    {
        string column = Text(key);
        return MappableKinds.Of(code)!.Kind.Columns.Contains(column)
            ? column
            : throw Fault(key, "TablesNoColumn", column, code, string.Join(", ", MappableKinds.ColumnsOf(code)));
    }

    private static IDictionary<YamlNode, YamlNode> Map(YamlNode node) =>
        node is YamlMappingNode map ? map.Children : throw Fault(node, "TablesShape");

    private static string Text(YamlNode node) =>
        node is YamlScalarNode scalar ? scalar.Value ?? "" : throw Fault(node, "TablesShape");

    private static FormatException Fault(YamlNode at, string key, params object[] values) =>
        new(Say.Texts.Get("TablesFault", at.Start.Line, Say.Texts.Get(key, values)));
}
