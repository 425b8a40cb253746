using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reprieve.Knowledge;

/// <summary>One text in several languages, keyed by BCP 47 tag; English is always there.</summary>
[JsonConverter(typeof(LocalizedTextConverter))]
public sealed record LocalizedText(IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>The language every text has.</summary>
    public const string Fallback = "en";

    /// <summary>The text in <paramref name="language"/>, or in English when it has none in it.</summary>
    public string In(string language) =>
        Texts.TryGetValue(language, out string? text) ? text
        : Texts.TryGetValue(PrimaryTag(language), out text) ? text
        : Texts[Fallback];

    /// <summary>Whether the text is there in this very language (not merely in English).</summary>
    public bool Has(string language) => Texts.ContainsKey(language) || Texts.ContainsKey(PrimaryTag(language));

    /// <inheritdoc/>
    public override string ToString() => Texts[Fallback];

    private static string PrimaryTag(string language)
    {
        int dash = language.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? language : language[..dash];
    }
}

/// <summary>Reads a text either as a plain string (English only) or as a map of languages.</summary>
internal sealed class LocalizedTextConverter : JsonConverter<LocalizedText>
{
    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new LocalizedText(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [LocalizedText.Fallback] = reader.GetString()!,
                }
            );
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("a text is either a string or a map from language to string");
        }

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string language = reader.GetString()!;
            reader.Read();
            texts[language] =
                reader.TokenType == JsonTokenType.String
                    ? reader.GetString()!
                    : throw new JsonException($"the text for language '{language}' is not a string");
        }

        return texts.ContainsKey(LocalizedText.Fallback)
            ? new LocalizedText(texts)
            : throw new JsonException("a text needs at least its English form (en)");
    }

    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach ((string language, string text) in value.Texts)
        {
            writer.WriteString(language, text);
        }

        writer.WriteEndObject();
    }
}
