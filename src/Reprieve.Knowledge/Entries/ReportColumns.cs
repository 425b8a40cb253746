namespace Reprieve.Knowledge;

/// <summary>
/// What the columns of a report are called in one language, or in other systems (<c>knowledge/columns</c>). Names are
/// compared whatever their case, with spaces and underscores as dashes.
/// </summary>
public sealed record ReportColumns : KnowledgeEntry
{
    /// <summary>The report, by the name it has in the code that reads it (all_orders, shipments, order_report …).</summary>
    public required string Report { get; init; }

    /// <summary>The language of the names, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>Other names by the column's own.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Columns { get; init; }

    /// <summary>
    /// Names of other systems: by them <c>reprieve map</c> suggests a column, and no table is ever recognised.
    /// </summary>
    public bool OnlySuggested { get; init; }
}
