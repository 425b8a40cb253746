using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reprieve.Cases;

/// <summary>The case record as <c>case.json</c>: indented, so that a person can read it.</summary>
public static class CaseJson
{
    private static readonly CaseJsonContext Context = new(
        new JsonSerializerOptions(CaseJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NewLine = "\n",
        }
    );

    /// <summary>The record as JSON text with a line break at the end.</summary>
    public static string Serialize(Case record) => JsonSerializer.Serialize(record, Context.Case) + "\n";

    /// <summary>Reads a record.</summary>
    /// <exception cref="JsonException">It is no case record, or of a newer form than this program knows.</exception>
    public static Case Deserialize(string json)
    {
        Case record = JsonSerializer.Deserialize(json, Context.Case) ?? throw new JsonException("the record is empty");
        return record.Format == Case.CurrentFormat
            ? record
            : throw new JsonException($"the record has form {record.Format}; this program knows {Case.CurrentFormat}");
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(Case))]
internal sealed partial class CaseJsonContext : JsonSerializerContext;
