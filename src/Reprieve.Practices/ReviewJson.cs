using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reprieve.Practices;

/// <summary>Writes a review as the command's contract fixes it (<c>schemas/review.schema.json</c>).</summary>
public static class ReviewJson
{
    // Names of products stay readable; the text goes to a terminal or a file, never into a page.
    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The review on one line.</summary>
    public static string Serialize(Review review)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Readable))
        {
            JsonSerializer.Serialize(writer, review, ReviewContext.Default.Review);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}

/// <summary>Source-generated writing of a review: code that writes, without what describes types to a serialiser.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(Review))]
internal sealed partial class ReviewContext : JsonSerializerContext;
