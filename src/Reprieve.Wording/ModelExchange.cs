using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reprieve.Wording;

/// <summary>One question to a model and what came of it, for the person to see and for the log.</summary>
/// <param name="At">When it was asked, UTC.</param>
/// <param name="Purpose"><c>smooth</c> or <c>translate</c>.</param>
/// <param name="Sent">All that was sent, word for word.</param>
/// <param name="Received">All that came back; null when nothing did.</param>
/// <param name="Fault">Why nothing could be used, in the screen's language; null when something could be looked at.</param>
/// <param name="Sentences">What became of each sentence.</param>
public sealed record ModelExchange(
    DateTimeOffset At,
    string Model,
    string Purpose,
    string Sent,
    string? Received,
    string? Fault,
    IReadOnlyList<WordedSentence> Sentences
)
{
    /// <summary>How a line of the log begins, by which the file is known as ours.</summary>
    public const string LineStart = "{\"modelLog\":1,";

    /// <summary>The line of the log, without its end.</summary>
    public string ToLine() =>
        string.Concat(LineStart, JsonSerializer.Serialize(this, ModelExchangeJson.Readable.ModelExchange).AsSpan(1));
}

/// <summary>What a model made of a sentence, and whether it was taken.</summary>
/// <param name="Objection">Why ours stays, in the screen's language; null when theirs is taken.</param>
public sealed record WordedSentence(string Ours, string? Theirs, string? Objection);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ModelExchange))]
internal sealed partial class ModelExchangeJson : JsonSerializerContext
{
    /// <summary>Other scripts as they are.</summary>
    public static ModelExchangeJson Readable =>
        field ??= new(
            new JsonSerializerOptions(Default.Options!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
}
