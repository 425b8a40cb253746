using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reprieve.Wording;

/// <summary>What goes to a model and what is read of its reply.</summary>
internal sealed record SentenceReply(IReadOnlyList<SentenceReply.Item>? Sentences)
{
    internal sealed record Item(int Id, string? Text, IReadOnlyList<string>? Facts = null);

    /// <summary>The sentences of a reply by number; null when it is not of the form asked for.</summary>
    public static Dictionary<int, string>? Parse(string reply)
    {
        int open = reply.IndexOf('{', StringComparison.Ordinal);
        int close = reply.LastIndexOf('}');
        if (open < 0 || close < open)
        {
            return null;
        }

        try
        {
            SentenceReply? read = JsonSerializer.Deserialize(
                reply[open..(close + 1)],
                SentenceReplyJson.Default.SentenceReply
            );
            Dictionary<int, string> sentences = [];
            foreach (Item item in read?.Sentences ?? [])
            {
                sentences[item.Id] = item.Text?.Trim() ?? "";
            }

            return read?.Sentences is null ? null : sentences;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(SentenceReply))]
internal sealed partial class SentenceReplyJson : JsonSerializerContext
{
    /// <summary>Other scripts as they are.</summary>
    public static SentenceReplyJson Readable =>
        field ??= new(
            new JsonSerializerOptions(Default.Options!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
}
