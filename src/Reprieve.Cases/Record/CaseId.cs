using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reprieve.Cases;

/// <summary>The id of a case: time-ordered, unique everywhere, so that cases can move between folders and databases.</summary>
[JsonConverter(typeof(CaseIdConverter))]
public readonly record struct CaseId(Guid Value)
{
    /// <summary>A new id, carrying the time of <paramref name="clock"/>.</summary>
    public static CaseId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));

    /// <summary>Reads an id as printed; throws <see cref="FormatException"/> on anything else.</summary>
    public static CaseId Parse(string text) => new(Guid.ParseExact(text, "D"));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D", CultureInfo.InvariantCulture);
}

internal sealed class CaseIdConverter : JsonConverter<CaseId>
{
    public override CaseId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Guid.TryParseExact(reader.GetString(), "D", out Guid value)
            ? new CaseId(value)
            : throw new JsonException("not a case id");

    public override void Write(Utf8JsonWriter writer, CaseId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
