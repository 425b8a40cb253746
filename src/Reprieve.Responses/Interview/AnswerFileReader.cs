using Reprieve.Knowledge.Loading;
using Reprieve.Responses.Interview.Slots;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Reprieve.Responses.Interview;

/// <summary>Reads the YAML of <c>answers.yaml</c>. Fields it does not know are a person's notes and are passed over.</summary>
internal static class AnswerFileReader
{
    /// <summary>Levels that a file of answers may nest.</summary>
    public const int MaxDepth = 8;

    public static AnswerSheet Read(string text, string name)
    {
        try
        {
            YamlStream stream = BoundedYaml.Load(new StringReader(text), MaxDepth);
            return stream.Documents.Count switch
            {
                0 => AnswerSheet.Empty,
                1 => Sheet(stream.Documents[0].RootNode, name),
                _ => throw Fault("answers.two_documents", name, stream.Documents[1].RootNode),
            };
        }
        catch (YamlException fault)
        {
            int line = (int)Math.Max(1, fault.Start.Line);
            throw new AnswerFileException(Say.Texts.Get("answers.not_yaml", name, line), line, fault);
        }
    }

    private static AnswerSheet Sheet(YamlNode root, string name)
    {
        if (IsEmpty(root))
        {
            return AnswerSheet.Empty;
        }

        YamlMappingNode map = root as YamlMappingNode ?? throw Fault("answers.no_map", name, root);
        YamlNode? seller = Child(map, "seller");
        YamlNode? answers = Child(map, "answers");
        return new AnswerSheet
        {
            Seller = IsEmpty(seller)
                ? new Seller()
                : OfSeller(seller as YamlMappingNode ?? throw Fault("answers.seller_no_map", name, seller!), name),
            Answers = IsEmpty(answers)
                ? []
                : OfAnswers(answers as YamlSequenceNode ?? throw Fault("answers.no_list", name, answers!), name),
        };
    }

    private static Seller OfSeller(YamlMappingNode map, string name) =>
        new(
            Text(map, "store", name),
            Text(map, "legalName", name),
            Text(map, "legalNameEnglish", name),
            Text(map, "address", name),
            Text(map, "email", name)
        );

    private static List<Answer> OfAnswers(YamlSequenceNode list, string name)
    {
        List<Answer> answers = [];
        foreach (YamlNode node in list.Children)
        {
            if (IsEmpty(node))
            {
                continue;
            }

            YamlMappingNode map = node as YamlMappingNode ?? throw Fault("answers.item_no_map", name, node);
            answers.Add(OfAnswer(map, name));
        }

        return answers;
    }

    private static Answer OfAnswer(YamlMappingNode map, string name)
    {
        string id = Text(map, "id", name) ?? throw Fault("answers.no_id", name, map);
        List<string> values = Texts(map, "value", name);
        return new Answer(
            id,
            Text(map, "why", name),
            values.Count == 0 ? null : string.Join(", ", values),
            values,
            Text(map, "by", name),
            Day(map, name),
            Texts(map, "documents", name),
            (int)map.Start.Line
        )
        {
            Translations = Translations(map, name),
            IsTakenBack = values.Count == 0 && Text(map, AnswerEntry.TakenBack, name) is "yes" or "true",
        };
    }

    private static Dictionary<string, string> Translations(YamlMappingNode map, string name)
    {
        Dictionary<string, string> texts = new(StringComparer.OrdinalIgnoreCase);
        YamlNode? node = Child(map, "translations");
        if (IsEmpty(node))
        {
            return texts;
        }

        YamlMappingNode languages = node as YamlMappingNode ?? throw Fault("answers.translations_no_map", name, node!);
        foreach (YamlNode key in languages.Children.Keys)
        {
            if (key is YamlScalarNode { Value: { } language } && Text(languages, language, name) is { } text)
            {
                texts[language] = text;
            }
        }

        return texts;
    }

    private static DateOnly? Day(YamlMappingNode map, string name)
    {
        string? text = Text(map, "date", name);
        if (text is null)
        {
            return null;
        }

        return DateSlot.TryRead(text, out DateOnly day, out _)
            ? day
            : throw Fault("answers.no_date", name, Child(map, "date")!);
    }

    private static string? Text(YamlMappingNode map, string key, string name)
    {
        List<string> texts = Texts(map, key, name);
        return texts.Count switch
        {
            0 => null,
            1 => texts[0],
            _ => throw Fault("answers.one_value", name, Child(map, key)!, key),
        };
    }

    /// <summary>The value or values of a field; empty ones are left out.</summary>
    private static List<string> Texts(YamlMappingNode map, string key, string name)
    {
        YamlNode? node = Child(map, key);
        IEnumerable<YamlNode> nodes = node switch
        {
            null => [],
            YamlSequenceNode list => list.Children,
            _ => [node],
        };
        List<string> texts = [];
        foreach (YamlNode item in nodes)
        {
            if (item is not YamlScalarNode scalar)
            {
                throw Fault("answers.one_value", name, item, key);
            }

            if (!IsEmpty(scalar))
            {
                texts.Add(scalar.Value!.Trim());
            }
        }

        return texts;
    }

    private static YamlNode? Child(YamlMappingNode map, string key) =>
        map.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode scalar && scalar.Value == key).Value;

    private static bool IsEmpty(YamlNode? node) =>
        node is null
        || (
            node is YamlScalarNode scalar
            && (
                string.IsNullOrWhiteSpace(scalar.Value)
                || (scalar.Style == ScalarStyle.Plain && scalar.Value is "~" or "null")
            )
        );

    private static AnswerFileException Fault(string key, string name, YamlNode node, string? field = null)
    {
        int line = (int)Math.Max(1, node.Start.Line);
        return new AnswerFileException(Say.Texts.Get(key, name, line, field), line);
    }
}
