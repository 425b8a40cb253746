using Reprieve.Knowledge;
using Reprieve.Practices.Mapping;

namespace Reprieve.Practices.Reports;

/// <summary>
/// By what the tables of a case are known: the names that Amazon gives its columns in each language, and what the
/// seller mapped once. What is not needed is not loaded: most headers are English.
/// </summary>
public sealed class TableFormats
{
    private readonly Lazy<Dictionary<string, Dictionary<string, List<string>>>> _names;

    private TableFormats(Func<KnowledgeBase> knowledge, IReadOnlyList<TableMapping> mappings)
    {
        Mappings = mappings;
        _names = new(() => NamesOf(knowledge()));
        Knowledge = knowledge;
    }

    /// <summary>The built-in column names, and no mapped table.</summary>
    public static TableFormats BuiltIn { get; } = new(() => KnowledgeLoader.BuiltIn, []);

    /// <summary>Tables that the seller mapped.</summary>
    internal IReadOnlyList<TableMapping> Mappings { get; }

    /// <summary>What Amazon's and other columns are called.</summary>
    internal Func<KnowledgeBase> Knowledge { get; }

    /// <summary>The formats of a case: those of knowledge, and its <c>tables.yaml</c>.</summary>
    /// <exception cref="FormatException">The file cannot be read; the message says where and what to do.</exception>
    public static TableFormats Of(KnowledgeBase knowledge, string caseFolder) =>
        new(() => knowledge, TableMappingFile.Read(Path.Combine(caseFolder, TableMappingFile.Name)));

    /// <summary>Other names of a column of a report, normalised; none where knowledge has none.</summary>
    internal IReadOnlyList<string> OtherNames(ReportKind kind, string column) =>
        _names.Value.TryGetValue(kind.Name, out Dictionary<string, List<string>>? columns)
        && columns.TryGetValue(column, out List<string>? names)
            ? names
            : [];

    /// <summary>By report and column; names by which a column is only suggested are left out.</summary>
    private static Dictionary<string, Dictionary<string, List<string>>> NamesOf(KnowledgeBase knowledge)
    {
        var all = new Dictionary<string, Dictionary<string, List<string>>>(StringComparer.Ordinal);
        foreach (ReportColumns entry in knowledge.Columns.Where(entry => !entry.OnlySuggested))
        {
            if (!all.TryGetValue(entry.Report, out Dictionary<string, List<string>>? report))
            {
                all.Add(entry.Report, report = new(StringComparer.Ordinal));
            }

            foreach ((string column, IReadOnlyList<string> names) in entry.Columns)
            {
                if (!report.TryGetValue(column, out List<string>? known))
                {
                    report.Add(column, known = []);
                }

                known.AddRange(names.Select(name => Header.Normalise(name)));
            }
        }

        return all;
    }
}
