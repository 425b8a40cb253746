using System.Globalization;
using System.Text.Json;

namespace Reprieve.Knowledge.Loading;

/// <summary>The fields of an entry that the build has validated, by their names in the file.</summary>
internal readonly struct EntryFields(JsonElement json)
{
    public string Code => Text("code");

    public string Source => Text("source");

    public DateOnly Seen => DateOnly.ParseExact(Text("seen"), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public IReadOnlyList<string> Marketplaces => Texts("marketplaces");

    public Certainty Sure => Of<Certainty>("sure") ?? default;

    public string? Note => TextOrNull("note");

    public string Text(string name) => json.GetProperty(name).GetString()!;

    public string? TextOrNull(string name) => Is(name, out JsonElement text) ? text.GetString() : null;

    public int? Whole(string name) => Is(name, out JsonElement number) ? number.GetInt32() : null;

    public double? Number(string name) => Is(name, out JsonElement number) ? number.GetDouble() : null;

    public bool Holds(string name) => Is(name, out JsonElement flag) && flag.GetBoolean();

    /// <summary>The value of a code; null where there is none.</summary>
    public T? Of<T>(string name)
        where T : struct, Enum => Is(name, out JsonElement code) ? Codes<T>.Read(code.GetString()) : null;

    /// <summary>A text in several languages; null where there is none.</summary>
    public LocalizedText? Localized(string name)
    {
        if (!Is(name, out JsonElement text))
        {
            return null;
        }

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (text.ValueKind == JsonValueKind.String)
        {
            texts.Add(LocalizedText.Fallback, text.GetString()!);
            return new LocalizedText(texts);
        }

        foreach (JsonProperty language in text.EnumerateObject())
        {
            texts.Add(language.Name, language.Value.GetString()!);
        }

        return new LocalizedText(texts);
    }

    public IReadOnlyList<string> Texts(string name) =>
        Is(name, out JsonElement list) ? List(list, item => item.GetString()!) : [];

    /// <summary>Texts by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Lists(string name)
    {
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (Is(name, out JsonElement map))
        {
            foreach (JsonProperty list in map.EnumerateObject())
            {
                lists.Add(list.Name, List(list.Value, item => item.GetString()!));
            }
        }

        return lists;
    }

    /// <summary>Parts of the entry.</summary>
    public IReadOnlyList<T> Parts<T>(string name, Func<EntryFields, T> read)
        where T : class => Is(name, out JsonElement list) ? List(list, item => read(new EntryFields(item))) : [];

    public IReadOnlyList<Fulfilment> Programs(string name)
    {
        JsonElement list = json.GetProperty(name);
        var programs = new Fulfilment[list.GetArrayLength()];
        for (int i = 0; i < programs.Length; i++)
        {
            programs[i] = Codes<Fulfilment>.Read(list[i].GetString());
        }

        return programs;
    }

    private static T[] List<T>(JsonElement list, Func<JsonElement, T> read)
        where T : class
    {
        var items = new T[list.GetArrayLength()];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = read(list[i]);
        }

        return items;
    }

    private bool Is(string name, out JsonElement value) =>
        json.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    private static class Codes<T>
        where T : struct, Enum
    {
        private static readonly T[] Values = Enum.GetValues<T>();
        private static readonly string[] Names = [.. Enum.GetNames<T>().Select(SnakeCaseCode.OfName)];

        public static T Read(string? code) => Values[Array.IndexOf(Names, code)];
    }
}
