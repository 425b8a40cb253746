using System.Text.Json.Serialization;

namespace Reprieve.Practices.Mapping;

/// <summary>A table that is to be mapped, as its first rows show it.</summary>
/// <param name="File">The file, as it was given.</param>
/// <param name="KnownAs">The type by which it is recognised already; null when nothing does.</param>
/// <param name="SuggestedAs">What it may be; null when its columns do not tell.</param>
public sealed record TableLook(string File, string? KnownAs, string? SuggestedAs, IReadOnlyList<ColumnLook> Columns)
{
    /// <summary>The table it may be, with a suggestion for each column that is told by name or by values.</summary>
    [JsonIgnore]
    public required IReadOnlyDictionary<string, IReadOnlyList<ColumnSuggestion>> Suggestions { get; init; }

    /// <summary>The header's names.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Header => [.. Columns.Select(column => column.Name)];
}

/// <summary>A column of it.</summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="LooksLike">order_id, date, tracking, carrier, asin, number, yes_no, status, e_mail, text or empty.</param>
/// <param name="Examples">A few of its values; none where they may name a buyer.</param>
public sealed record ColumnLook(string Name, string LooksLike, IReadOnlyList<string> Examples);

/// <summary>What a column may be.</summary>
/// <param name="Column">The column's own name (ship-by).</param>
/// <param name="Name">The name in the header.</param>
/// <param name="Sure">Whether the name says so; otherwise it is only alike, or the values are.</param>
public sealed record ColumnSuggestion(string Column, string Name, bool Sure);
