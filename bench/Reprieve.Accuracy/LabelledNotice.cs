using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reprieve.Accuracy;

/// <summary>A notice with what a person who read it says of it; a line of the labelled file.</summary>
internal sealed record LabelledNotice
{
    public required string Id { get; init; }

    public required string Text { get; init; }

    public string? Subject { get; init; }

    public string? Lang { get; init; }

    public required string Kind { get; init; }

    /// <summary>The primary reason; "unknown" and "none" both mean that the mail gives none.</summary>
    public string? Reason { get; init; }

    [JsonPropertyName("reasons_also")]
    public IReadOnlyList<string>? ReasonsAlso { get; init; }

    /// <summary>The response modes of which any is right.</summary>
    [JsonPropertyName("response_modes")]
    public IReadOnlyList<string>? ResponseModes { get; init; }

    public string? Ground { get; init; }

    public string? Era { get; init; }

    public IReadOnlyList<string>? Asins { get; init; }

    /// <summary>The notices of a file, a JSON object a line.</summary>
    public static IEnumerable<LabelledNotice> Load(string path) =>
        File.ReadLines(path)
            .Where(line => line.Length > 0)
            .Select(line => JsonSerializer.Deserialize(line, LabelsJson.Default.LabelledNotice)!);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LabelledNotice))]
internal sealed partial class LabelsJson : JsonSerializerContext;
