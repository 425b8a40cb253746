using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reprieve.Practices.Mapping;

namespace Reprieve.Cli.Output;

/// <summary>
/// What <c>reprieve map --json</c> prints: the columns, what they may be, and the mapping that holds now; null when
/// there is none yet.
/// </summary>
internal static class MapJson
{
    private static readonly MapJsonContext Context = new(
        new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    public static string Serialize(TableLook look, TableMapping? mapping, bool written) =>
        JsonSerializer.Serialize(
            new MapResult(
                look.File,
                look.KnownAs,
                look.SuggestedAs,
                look.Columns,
                look.SuggestedAs is { } code ? look.Suggestions[mapping?.As ?? code] : [],
                mapping is null ? null : new MapOutcome(mapping.As, mapping.Columns, mapping.Set, mapping.Values),
                written
            ),
            Context.MapResult
        );
}

internal sealed record MapResult(
    string File,
    string? KnownAs,
    string? SuggestedAs,
    IReadOnlyList<ColumnLook> Columns,
    IReadOnlyList<ColumnSuggestion> Suggestions,
    MapOutcome? Mapping,
    bool Written
);

internal sealed record MapOutcome(
    string As,
    IReadOnlyDictionary<string, string> Columns,
    IReadOnlyDictionary<string, string> Set,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Values
);

[JsonSerializable(typeof(MapResult))]
internal sealed partial class MapJsonContext : JsonSerializerContext;
