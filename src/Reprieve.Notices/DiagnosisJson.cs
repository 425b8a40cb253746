using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reprieve.Notices;

/// <summary>Writes a diagnosis as the contract's JSON object, on one line.</summary>
public static class DiagnosisJson
{
    private static readonly NoticesJson Json = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = false,
        }
    );

    /// <summary>The object; <paramref name="withText"/> adds the plain text that all offsets refer to.</summary>
    public static string Serialize(Diagnosis diagnosis, bool withText = false)
    {
        ArgumentNullException.ThrowIfNull(diagnosis);
        return JsonSerializer.Serialize(withText ? diagnosis : diagnosis with { Text = null }, Json.Diagnosis);
    }
}

[JsonSerializable(typeof(Diagnosis))]
internal sealed partial class NoticesJson : JsonSerializerContext;
