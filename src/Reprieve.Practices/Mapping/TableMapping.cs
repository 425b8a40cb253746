using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Mapping;

/// <summary>What a person said once of a table that nothing recognises; it holds for every file with the same header.</summary>
public sealed class TableMapping : IEquatable<TableMapping>
{
    /// <summary>The code of such a file in <c>files[].type</c>.</summary>
    public const string Type = "mapped";

    private readonly Lazy<Words> _words;

    public TableMapping() => _words = new(() => new Words(this));

    /// <summary>The header's names as they stand in the file.</summary>
    public required IReadOnlyList<string> Header { get; init; }

    /// <summary>What the table is: a code of <see cref="MappableKinds.Codes"/>.</summary>
    public required string As { get; init; }

    /// <summary>The header name for each column that it has.</summary>
    public required IReadOnlyDictionary<string, string> Columns { get; init; }

    /// <summary>What holds for every row, by column: "type: a_to_z" for a list of claims of one kind.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();

    /// <summary>What the words of a column mean, by column: "status: {Genehmigt: granted}".</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Values { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>The kind of report whose rows it has.</summary>
    internal ReportKind Kind => MappableKinds.Of(As)!.Kind;

    /// <summary>Whether two mappings say the same.</summary>
    public bool Equals(TableMapping? other) =>
        other is not null
        && As == other.As
        && Header.SequenceEqual(other.Header)
        && Same(Columns, other.Columns)
        && Same(Set, other.Set)
        && Values.Count == other.Values.Count
        && Values.All(pair =>
            other.Values.TryGetValue(pair.Key, out IReadOnlyDictionary<string, string>? words)
            && Same(pair.Value, words)
        );

    public override bool Equals(object? obj) => Equals(obj as TableMapping);

    public override int GetHashCode() => HashCode.Combine(As, Header.Count, Columns.Count);

    /// <summary>Whether a file with these normalised names is meant: the same names in any order.</summary>
    internal bool Fits(IReadOnlyList<string> names) =>
        names.Count == Header.Count && _words.Value.Names.SetEquals(names);

    /// <summary>Where the columns of the kind stand in a file with these normalised names; -1 for those it has not.</summary>
    internal int[] Places(IReadOnlyList<string> names)
    {
        List<string> all = [.. names];
        return
        [
            .. Kind.Columns.Select(column =>
                Columns.TryGetValue(column, out string? name) ? all.IndexOf(Reports.Header.Normalise(name)) : -1
            ),
        ];
    }

    /// <summary>Whether a column holds the same in every row.</summary>
    internal bool Sets(int column) => _words.Value.Set[column] is not null;

    /// <summary>What a field means; null where it means what it says.</summary>
    internal string? Word(int column, ReadOnlySpan<char> given) =>
        _words.Value.Set[column] is { } set ? set
        : _words.Value.Meanings[column] is { } meanings && meanings.TryGetValue(given, out string? word) ? word
        : null;

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count
        && one.All(pair => other.TryGetValue(pair.Key, out string? value) && value == pair.Value);

    /// <summary>The mapping by number of column, as rows are read.</summary>
    private sealed class Words(TableMapping mapping)
    {
        public HashSet<string> Names { get; } = [.. mapping.Header.Select(name => Reports.Header.Normalise(name))];

        public string?[] Set { get; } =
        [.. mapping.Kind.Columns.Select(column => mapping.Set.GetValueOrDefault(column))];

        public Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>>?[] Meanings { get; } =
        [
            .. mapping.Kind.Columns.Select(column =>
                mapping.Values.TryGetValue(column, out IReadOnlyDictionary<string, string>? words)
                    ? new Dictionary<string, string>(words, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<
                        ReadOnlySpan<char>
                    >()
                    : (Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>>?)null
            ),
        ];
    }
}
