using Reprieve.Knowledge.Loading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Reprieve.Responses.Interview;

/// <summary>Fills the open fields of an entry of <c>answers.yaml</c> in their place.</summary>
internal static class AnswerEdit
{
    /// <summary>
    /// The text with the last entry of an id filled in; null when there is none that is open, or when a field that has
    /// something to say is not there. Fields that a person filled in stay.
    /// </summary>
    public static string? Fill(string text, string id, GivenAnswer given)
    {
        if (
            Entry(text, id) is not { } entry
            || Child(entry, "value") is not { } value
            || !IsOpen(value)
            || Child(entry, AnswerEntry.TakenBack) is not null
        )
        {
            return null;
        }

        List<(int Start, int End, string Text)> edits = [];
        foreach ((string field, string written) in AnswerEntry.Fields(given).Where(f => f.Value is not ("" or "[]")))
        {
            YamlNode? node = Child(entry, field);
            if (node is null)
            {
                return null;
            }

            if (IsOpen(node))
            {
                edits.Add((Start(text, node), End(text, node), written));
            }
        }

        string filled = text;
        foreach ((int start, int end, string written) in edits.OrderByDescending(edit => edit.Start))
        {
            string space = start > 0 && filled[start - 1] == ':' ? " " : "";
            filled = filled[..start] + space + written + filled[end..];
        }

        return filled;
    }

    private static YamlMappingNode? Entry(string text, string id)
    {
        YamlStream stream = BoundedYaml.Load(new StringReader(text), AnswerFileReader.MaxDepth);
        YamlNode? answers =
            stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root
                ? Child(root, "answers")
                : null;
        return (answers as YamlSequenceNode)
            ?.Children.OfType<YamlMappingNode>()
            .LastOrDefault(entry => Child(entry, "id") is YamlScalarNode scalar && scalar.Value == id);
    }

    private static YamlNode? Child(YamlMappingNode map, string key) =>
        map.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode scalar && scalar.Value == key).Value;

    private static bool IsOpen(YamlNode node) =>
        node switch
        {
            YamlScalarNode { Style: ScalarStyle.Plain } plain => plain.Value is null or "" or "~" or "null",
            YamlScalarNode quoted => string.IsNullOrWhiteSpace(quoted.Value)
                && quoted.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted,
            YamlSequenceNode list => list.Children.Count == 0 && list.Style == SequenceStyle.Flow,
            _ => false,
        };

    private static int Start(string text, YamlNode node) => Math.Min((int)node.Start.Index, text.Length);

    /// <summary>The end mark of a bracket is where it stands, or behind it, by version of the parser.</summary>
    private static int End(string text, YamlNode node) =>
        node is YamlSequenceNode ? text.IndexOf(']', Start(text, node)) + 1 : (int)node.End.Index;
}
