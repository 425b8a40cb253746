using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reprieve.Knowledge;

/// <summary>
/// Writes an enum as the contract's snake_case code and reads it back; anything else is refused with the codes there are.
/// (The serialiser's own converter takes numbers and flags too, and costs a multiple at start-up.)
/// </summary>
public sealed class SnakeCaseEnumConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly T[] Values = Enum.GetValues<T>();
    private static readonly string[] Codes = [.. Enum.GetNames<T>().Select(SnakeCaseCode.OfName)];

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? code = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        int at = Array.IndexOf(Codes, code);
        return at >= 0
            ? Values[at]
            : throw new JsonException($"'{code}' is not among the allowed codes: {string.Join(", ", Codes)}");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(SnakeCaseCode.OfName(value.ToString()));
}

/// <summary>The contract's code of an enum value, for texts and file names.</summary>
public static class SnakeCaseCode
{
    /// <summary>The code as the JSON contract writes it, for instance <c>root_cause</c>.</summary>
    public static string Code<T>(this T value)
        where T : struct, Enum => OfName(value.ToString());

    internal static string OfName(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
