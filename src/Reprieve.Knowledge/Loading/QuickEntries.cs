using System.Globalization;
using System.Text.Json;

namespace Reprieve.Knowledge.Loading;

/// <summary>
/// Entries that a command waits for before it does anything, read from the compiled file without the serialiser: what that
/// sets up for every kind of field costs a multiple of the reading. The build has validated them.
/// </summary>
internal static class QuickEntries
{
    private static readonly Certainty[] Certainties = Enum.GetValues<Certainty>();
    private static readonly string[] CertaintyCodes = [.. Enum.GetNames<Certainty>().Select(SnakeCaseCode.OfName)];

    /// <summary>The folders that are read so.</summary>
    public static IReadOnlyList<string> Folders { get; } = ["marketplaces", "columns"];

    /// <summary>Reads an entry of one of these folders as <see cref="EntryTypes"/> would; null for other folders.</summary>
    public static KnowledgeEntry? Read(string folder, JsonElement json) =>
        folder switch
        {
            "marketplaces" => Store(json),
            "columns" => Columns(json),
            _ => null,
        };

    private static Marketplace Store(JsonElement json) =>
        new()
        {
            Code = Text(json, "code"),
            Source = Text(json, "source"),
            Seen = Day(json, "seen"),
            Marketplaces = Texts(json, "marketplaces"),
            Sure = Sure(json),
            Note = TextOrNull(json, "note"),
            MarketplaceId = Text(json, "marketplaceId"),
            Country = Text(json, "country"),
            TimeZone = Text(json, "timeZone"),
            SellerCentral = Text(json, "sellerCentral"),
            DateOrder = Text(json, "dateOrder"),
            AlsoKnownAs = Texts(json, "alsoKnownAs"),
            Languages = Texts(json, "languages"),
        };

    private static ReportColumns Columns(JsonElement json)
    {
        var columns = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (JsonProperty column in json.GetProperty("columns").EnumerateObject())
        {
            columns.Add(column.Name, Texts(column.Value));
        }

        return new ReportColumns
        {
            Code = Text(json, "code"),
            Source = Text(json, "source"),
            Seen = Day(json, "seen"),
            Marketplaces = Texts(json, "marketplaces"),
            Sure = Sure(json),
            Note = TextOrNull(json, "note"),
            Report = Text(json, "report"),
            Language = Text(json, "language"),
            Columns = columns,
            OnlySuggested = json.TryGetProperty("onlySuggested", out JsonElement only) && only.GetBoolean(),
        };
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string? TextOrNull(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement text) ? text.GetString() : null;

    private static string[] Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement list) ? Texts(list) : [];

    private static string[] Texts(JsonElement list)
    {
        string[] texts = new string[list.GetArrayLength()];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = list[i].GetString()!;
        }

        return texts;
    }

    private static DateOnly Day(JsonElement json, string name) =>
        DateOnly.ParseExact(Text(json, name), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Certainty Sure(JsonElement json) => Certainties[Array.IndexOf(CertaintyCodes, Text(json, "sure"))];
}
