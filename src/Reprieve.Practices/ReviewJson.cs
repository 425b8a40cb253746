using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reprieve.Practices;

/// <summary>Writes a review as the command's contract fixes it (<c>schemas/review.schema.json</c>).</summary>
public static class ReviewJson
{
    // Names of products stay readable; the text goes to a terminal or a file, never into a page.
    private static readonly ReviewContext Context = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>The review on one line.</summary>
    public static string Serialize(Review review) => JsonSerializer.Serialize(review, Context.Review);
}

/// <summary>Source-generated metadata of a review.</summary>
[JsonSerializable(typeof(Review))]
internal sealed partial class ReviewContext : JsonSerializerContext;
