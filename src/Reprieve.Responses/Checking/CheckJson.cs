using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reprieve.Responses.Checking;

/// <summary>Writes a verdict as <c>reprieve check --json</c> prints it.</summary>
public static class CheckJson
{
    private static readonly CheckJsonContext Readable = new(
        new JsonSerializerOptions(CheckJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>One JSON object on one line, names as in the contract and in schemas/check.schema.json.</summary>
    public static string Serialize(CheckReport report) => JsonSerializer.Serialize(report, Readable.CheckReport);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CheckReport))]
internal sealed partial class CheckJsonContext : JsonSerializerContext;
