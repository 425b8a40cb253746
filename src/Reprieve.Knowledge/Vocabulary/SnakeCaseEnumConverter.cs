using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reprieve.Knowledge;

/// <summary>Writes an enum as the contract's snake_case code and reads it back; numbers are refused.</summary>
public sealed class SnakeCaseEnumConverter<T>()
    : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;

/// <summary>The contract's code of an enum value, for texts and file names.</summary>
public static class SnakeCaseCode
{
    /// <summary>The code as the JSON contract writes it, for instance <c>root_cause</c>.</summary>
    public static string Code<T>(this T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
