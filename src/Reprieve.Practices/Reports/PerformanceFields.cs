using System.Globalization;
using System.Text.Json;

namespace Reprieve.Practices.Reports;

/// <summary>Fields of a performance report, whatever their case; what is not of the expected kind is not there.</summary>
internal static class PerformanceFields
{
    public const int LongestWord = 100;

    /// <summary>The first field that has one of these names.</summary>
    public static JsonElement? Field(this JsonElement element, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind is JsonValueKind.Object)
        {
            foreach (JsonProperty property in element.EnumerateObject())
            {
                foreach (string name in names)
                {
                    if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    {
                        return property.Value;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>The objects of a list; none where it is no list.</summary>
    public static IEnumerable<JsonElement> Objects(this JsonElement? list) =>
        list is { ValueKind: JsonValueKind.Array } found
            ? found.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.Object)
            : [];

    /// <summary>A word or a date; nothing longer.</summary>
    public static string? Word(this JsonElement element, params ReadOnlySpan<string> names) =>
        element.Field(names) is { ValueKind: JsonValueKind.String } text
        && text.GetString() is { Length: > 0 and <= LongestWord } word
            ? word
            : null;

    public static double? Number(this JsonElement element, params ReadOnlySpan<string> names) =>
        element.Field(names) is { ValueKind: JsonValueKind.Number } number
        && number.TryGetDouble(out double value)
        && double.IsFinite(value)
            ? value
            : null;

    /// <summary>A count; also where it is written with a decimal point.</summary>
    public static int? Count(this JsonElement element, params ReadOnlySpan<string> names) =>
        element.Number(names) is { } value and >= 0 and <= int.MaxValue && double.IsInteger(value) ? (int)value : null;

    public static (DateTimeOffset From, DateTimeOffset To)? Period(this JsonElement element) =>
        element.Field("reportingDateRange") is { } range
        && Date(range.Word("reportingDateFrom")) is { } from
        && Date(range.Word("reportingDateTo")) is { } to
            ? (from, to)
            : null;

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset date
        )
            ? date
            : null;
}
