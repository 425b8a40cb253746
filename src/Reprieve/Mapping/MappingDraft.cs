using Reprieve.Practices.Mapping;

namespace Reprieve.Cli.Mapping;

/// <summary>A mapping in the making: what names make sure, then what was said on the command line or in the interview.</summary>
internal sealed class MappingDraft(TableLook look, string code)
{
    public Dictionary<string, string> Columns { get; } = [];

    public Dictionary<string, string> Set { get; } = [];

    public Dictionary<string, Dictionary<string, string>> Values { get; } = [];

    public string Code => code;

    /// <summary>A draft with the columns that their names, or unmistakable values (order ids), tell.</summary>
    public static MappingDraft Of(TableLook look, string code)
    {
        var draft = new MappingDraft(look, code);
        foreach (ColumnSuggestion suggestion in look.Suggestions[code])
        {
            if (suggestion.Sure || suggestion.Column.EndsWith("order-id", StringComparison.Ordinal))
            {
                draft.Columns[suggestion.Column] = suggestion.Name;
            }
        }

        return draft;
    }

    /// <summary>Takes the options; a column given as empty is left out.</summary>
    /// <exception cref="UsageException">One of them says what cannot be.</exception>
    public void Take(IReadOnlyList<string> columns, IReadOnlyList<string> set, IReadOnlyList<string> values)
    {
        foreach (string given in columns)
        {
            (string column, string name) = Pair(given, "--column");
            Column(column);
            if (name.Length == 0)
            {
                Columns.Remove(column);
            }
            else
            {
                Columns[column] = NameInHeader(name);
            }
        }

        foreach (string given in set)
        {
            (string column, string value) = Pair(given, "--set");
            Column(column);
            Columns.Remove(column);
            Set[column] = value;
        }

        foreach (string given in values)
        {
            (string place, string meaning) = Pair(given, "--value");
            int colon = place.IndexOf(':', StringComparison.Ordinal);
            string column = colon < 0 ? place : place[..colon].Trim();
            Column(column);
            if (colon < 0)
            {
                throw new UsageException(Say.Get("Map_ValueShape", given));
            }

            Values.TryAdd(column, []);
            Values[column][place[(colon + 1)..].Trim()] = meaning;
        }
    }

    /// <summary>The mapping.</summary>
    /// <exception cref="UsageException">Something that the kind needs is still missing.</exception>
    public TableMapping Finished()
    {
        var mapping = new TableMapping
        {
            Header = look.Header,
            As = code,
            Columns = Columns,
            Set = Set,
            Values = Values.ToDictionary(pair => pair.Key, pair => (IReadOnlyDictionary<string, string>)pair.Value),
        };
        IReadOnlyList<string> missing = MappableKinds.Missing(mapping);
        return missing.Count == 0
            ? mapping
            : throw new UsageException(
                Say.Get(
                    "Map_Lacks",
                    code,
                    string.Join(", ", missing.Select(one => one.Replace("|", " / ", StringComparison.Ordinal)))
                )
            );
    }

    /// <summary>The name as it stands in the header; given in any case, or as a number from 1.</summary>
    public string NameInHeader(string given) =>
        look.Header.FirstOrDefault(name => name == given)
        ?? look.Header.FirstOrDefault(name => name.Equals(given, StringComparison.OrdinalIgnoreCase))
        ?? throw new UsageException(Say.Get("Map_NoSuchName", given, string.Join(", ", look.Header)));

    private void Column(string column)
    {
        if (!MappableKinds.ColumnsOf(code).Contains(column))
        {
            throw new UsageException(
                Say.Get("Map_NoSuchColumn", column, code, string.Join(", ", MappableKinds.ColumnsOf(code)))
            );
        }
    }

    private static (string Left, string Right) Pair(string given, string option)
    {
        int equals = given.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? (given[..equals].Trim(), given[(equals + 1)..].Trim())
            : throw new UsageException(Say.Get("Map_PairShape", option, given));
    }
}
