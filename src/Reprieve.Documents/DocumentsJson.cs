using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reprieve.Documents;

/// <summary>Writes papers as <c>schemas/documents.schema.json</c> fixes them.</summary>
public static class DocumentsJson
{
    // Names in Chinese stay readable; the text goes to a terminal or a file, never into a page.
    private static readonly DocumentsContext Context = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>The papers as an array on one line.</summary>
    public static string Serialize(IReadOnlyList<Document> documents) =>
        JsonSerializer.Serialize(documents, Context.IReadOnlyListDocument);
}

/// <summary>Source-generated metadata of papers.</summary>
[JsonSerializable(typeof(IReadOnlyList<Document>))]
internal sealed partial class DocumentsContext : JsonSerializerContext;
